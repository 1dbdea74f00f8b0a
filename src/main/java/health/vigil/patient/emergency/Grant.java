package health.vigil.patient.emergency;

import java.time.Instant;
import java.util.UUID;

/// Who may see a patient, why, and until when.
record Grant(UUID id, String username, String patientId, String reason, Instant grantedAt, Instant until) {}
