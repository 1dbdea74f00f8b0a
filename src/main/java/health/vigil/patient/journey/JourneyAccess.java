package health.vigil.patient.journey;

import health.vigil.access.CurrentUser;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.Journeys;
import health.vigil.store.StoredJourney;
import jakarta.enterprise.context.ApplicationScoped;

/// Decides which journeys the current user may see: those whose infusion is planned in a ward of the user, and
/// those whose patient is in such a ward after it.
@ApplicationScoped
class JourneyAccess {
    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;

    JourneyAccess(Transactions transactions, CurrentUser user, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    /// @throws ProblemException 404 if there is none, or the user may not see it
    StoredJourney journey(String id) {
        return Visibility.uuid(id)
                .flatMap(known -> transactions.run(sql -> Journeys.find(sql, known)))
                .filter(this::mayBeSeen)
                .orElseThrow(JourneyAccess::missing);
    }

    /// Names the patient in the audit trail, even if the user may not see the journey.
    private boolean mayBeSeen(StoredJourney journey) {
        trail.about(journey.number().value());
        return user.maySee(journey.ward())
                || journey.episode()
                        .filter(episode -> user.maySee(episode.ward()))
                        .isPresent();
    }

    static ProblemException missing() {
        return ProblemException.notFound("There is no such journey");
    }
}
