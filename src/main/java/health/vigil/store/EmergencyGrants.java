package health.vigil.store;

import java.time.Instant;
import java.util.UUID;

/// Stores who has emergency access to a patient of another ward.
public final class EmergencyGrants {
    private static final String ADD = """
        insert into emergency_access (id, username, patient_id, reason, granted_at, until) values (?, ?, ?, ?, ?, ?)
        """;

    private EmergencyGrants() {}

    /// The emergency access of a user to a patient, with its reason and end.
    public record EmergencyGrant(
            UUID id, String username, String patientId, String reason, Instant grantedAt, Instant until) {}

    public static void add(Sql sql, EmergencyGrant grant) {
        sql.update(
                ADD, grant.id(), grant.username(), grant.patientId(), grant.reason(), grant.grantedAt(), grant.until());
    }
}
