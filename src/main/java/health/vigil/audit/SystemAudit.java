package health.vigil.audit;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Records actions of the service itself in the caller's transaction, so that both commit or neither does.
@Singleton
public class SystemAudit {
    private final AuditLog log;

    SystemAudit(AuditLog log) {
        this.log = log;
    }

    public void record(String actor, String action, String patient) {
        var entry = new AuditEntry(
                Instant.now(),
                actor,
                Optional.empty(),
                action,
                Optional.of(patient),
                List.of(),
                "-",
                200,
                Optional.empty());
        try {
            log.append(List.of(entry));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
