package health.vigil.stream;

import health.vigil.observation.PatientId;
import java.util.Optional;
import java.util.UUID;

/// Marks a record that was released from quarantine.
///
/// @param quarantineId the row it comes from
/// @param resolvedPatientId whose it is by an administrator's word, above any binding; absent: the rules decide again
public record Release(UUID quarantineId, Optional<PatientId> resolvedPatientId) {}
