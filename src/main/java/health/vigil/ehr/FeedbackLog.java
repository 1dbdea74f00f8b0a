package health.vigil.ehr;

import health.vigil.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps feedback in the audit trail, where the entry of the call names the same card. It acknowledges no alert
/// and changes no grade.
@ApplicationScoped
class FeedbackLog {
    private final AuditTrail trail;

    FeedbackLog(AuditTrail trail) {
        this.trail = trail;
    }

    /// One entry for each card, all or none.
    @Transactional
    void keep(CdsFeedback feedback) {
        for (var outcome : feedback.cards()) {
            trail.because(outcome.text());
            trail.write();
        }
    }
}
