package health.vigil.ingest.hl7;

import health.vigil.access.User;
import health.vigil.audit.RefusedSenders;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Notes refusals in the audit trail.
@Singleton
class AuditedRefusals implements RefusalNotes {
    private static final String ACTION = "MLLP";

    private final RefusedSenders audit;

    AuditedRefusals(RefusedSenders audit) {
        this.audit = audit;
    }

    @Override
    public void note(Optional<User> user, String address, String reason) {
        user.ifPresentOrElse(
                known -> audit.known(known.username(), known.role().word(), ACTION, address, reason),
                () -> audit.unknown(ACTION, address, reason));
    }
}
