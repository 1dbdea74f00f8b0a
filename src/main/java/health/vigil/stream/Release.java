package health.vigil.stream;

import health.vigil.observation.PatientId;
import java.util.Optional;
import java.util.UUID;

/// Marks a record that was released from quarantine.
///
/// @param quarantineId the quarantine entry
/// @param resolvedPatientId the patient set by an administrator, which overrides bindings; absent: resolved
///     by the rules again
public record Release(UUID quarantineId, Optional<PatientId> resolvedPatientId) {}
