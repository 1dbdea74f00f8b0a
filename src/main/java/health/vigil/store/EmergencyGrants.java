package health.vigil.store;

import java.time.Instant;
import java.util.UUID;

/// Who may see a patient of a ward they do not work for.
public final class EmergencyGrants {
    private static final String ADD = """
        insert into emergency_access (id, username, patient_id, reason, granted_at, until) values (?, ?, ?, ?, ?, ?)
        """;

    private EmergencyGrants() {}

    /// Who may see a patient, why, and until when.
    public record EmergencyGrant(
            UUID id, String username, String patientId, String reason, Instant grantedAt, Instant until) {}

    public static void add(Sql sql, EmergencyGrant grant) {
        sql.update(
                ADD, grant.id(), grant.username(), grant.patientId(), grant.reason(), grant.grantedAt(), grant.until());
    }
}
