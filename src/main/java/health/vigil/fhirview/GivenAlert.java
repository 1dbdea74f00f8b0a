package health.vigil.fhirview;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// An alert to give out.
///
/// @param subject the number that stands for its patient
/// @param level how often it has escalated
/// @param sequence the sequence of its latest event
/// @param acknowledgements all of them, also those that were taken back
/// @param grade the number of the entry of the history that raised it
/// @param observation the observation that it is about
/// @param updatedAt when it was last changed
public record GivenAlert(
        UUID id,
        PatientId subject,
        String type,
        String priority,
        String title,
        String detail,
        Instant raisedAt,
        Optional<Instant> resolvedAt,
        Optional<String> resolution,
        int level,
        long sequence,
        List<Acknowledgement> acknowledgements,
        OptionalLong grade,
        Optional<GivenObservation> observation,
        Instant updatedAt) {
    public GivenAlert {
        acknowledgements = List.copyOf(acknowledgements);
    }

    /// Who acknowledged an alert.
    public record Acknowledgement(String by, Instant at, Optional<String> note) {}

    boolean resolved() {
        return resolvedAt.isPresent();
    }
}
