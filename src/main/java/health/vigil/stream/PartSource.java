package health.vigil.stream;

import health.vigil.exchange.SourceNote;
import health.vigil.observation.PatientId;
import java.util.Optional;

/// The statement of another system that an observation belongs to.
///
/// @param part which of its parts the observation is
/// @param expected the patient whom the message names beside the device: it is applied only if the device was
///     bound to this patient
public record PartSource(SourceNote statement, String part, Optional<PatientId> expected) {
    public PartSource(SourceNote statement, String part) {
        this(statement, part, Optional.empty());
    }
}
