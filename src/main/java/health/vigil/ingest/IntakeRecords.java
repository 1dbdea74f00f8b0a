package health.vigil.ingest;

import health.vigil.access.RateLimit;
import health.vigil.access.User;
import health.vigil.audit.AuditTrail;
import health.vigil.intake.Submission;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What a body is to whoever counts and to whoever records.
@ApplicationScoped
class IntakeRecords {
    private final RateLimit rates;
    private final AuditTrail trail;

    IntakeRecords(RateLimit rates, AuditTrail trail) {
        this.rates = rates;
        this.trail = trail;
    }

    /// A device that floods is told to wait, however it bundles what it sends.
    void counts(User user, int observations) {
        rates.measure(user, observations);
    }

    /// From where the body came.
    String address() {
        return trail.address();
    }

    /// What a person enters, or tries to enter, is their act, about these patients.
    void records(User user, List<Submission> submissions, PriorKnowledge known) {
        if (user.role().isAPerson()) {
            trail.about(submissions.stream()
                    .flatMap(submission -> known.patient(submission).stream())
                    .map(PatientId::value));
        }
    }
}
