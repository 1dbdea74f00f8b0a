package health.vigil.api.alert;

import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.Alerts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Requests escalations. The monitor performs them as if they were due, because only the monitor knows the steps.
@ApplicationScoped
class Escalations {
    private final Transactions transactions;
    private final AuditTrail trail;

    Escalations(Transactions transactions, AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    void now(UUID id) {
        transactions.run(sql -> {
            if (!Alerts.escalateNow(sql, id)) {
                throw ProblemException.conflict("Only an open alert can be escalated");
            }
            trail.write();
            return id;
        });
    }
}
