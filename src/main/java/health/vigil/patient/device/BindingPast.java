package health.vigil.patient.device;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Observation;
import health.vigil.problem.ProblemException;
import health.vigil.store.BindingRecords;
import health.vigil.store.Sql;
import health.vigil.store.VisibleStays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// A user may bind or unbind any device from now on. Its earlier readings are in the record of the patient it
/// measured, so only a user of that patient's ward may change an earlier time.
@ApplicationScoped
class BindingPast {
    private final CurrentUser user;
    private final AuditTrail trail;

    BindingPast(CurrentUser user, AuditTrail trail) {
        this.user = user;
        this.trail = trail;
    }

    /// Checks that the user may change whom a device was bound to in a period. Without `until` the period has no
    /// end.
    ///
    /// @throws ProblemException 403 if not
    void require(Sql sql, String device, Instant from, Optional<Instant> until) {
        var now = MicrosecondClock.now().minus(Observation.CLOCK_TOLERANCE);
        var end = until.filter(now::isAfter).orElse(now);
        if (user.wards().only().isEmpty() || !from.isBefore(end)) {
            return;
        }
        var bearers = BindingRecords.bearers(sql, device, from, end);
        trail.about(bearers.stream().map(bearer -> bearer.number().value()));
        if (!bearers.stream()
                .allMatch(bearer ->
                        VisibleStays.all(sql, bearer.number(), bearer.since(), bearer.until(), user::maySee))) {
            throw ProblemException.forbidden("The device was bound to a patient of another ward at that time: a user"
                    + " of both wards must change that. You may bind or unbind it from now on");
        }
    }
}
