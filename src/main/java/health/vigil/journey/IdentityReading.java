package health.vigil.journey;

import health.vigil.grading.BirthDate;
import java.util.Optional;

/// What one user read at the bed from the product and the patient.
///
/// @param name the second identifier of the patient, or else `birthDate`
public record IdentityReading(
        String coiId, String patientId, Optional<String> name, Optional<BirthDate> birthDate, EntryStamp stamp) {}
