package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// The gate: hypotension and hypoxia count with fever, once the course was treated, or if a physician opened it.
///
/// @param openUntil the last instant at which it is open if nothing more is observed; {@link Instant#MIN} if it is
/// closed
/// @param waiver the dose that waives the need for fever, if there is one
record Gate(Instant openUntil, Optional<Dose> waiver) {
    static final Gate CLOSED = new Gate(Instant.MIN, Optional.empty());

    static Gate judge(CrsState state, Judgement fever, Instant at, Policy policy) {
        var course = state.course();
        if (!course.active()) {
            return CLOSED;
        }
        var treated = state.treatments().sinceOnset(course);
        if (treated.isPresent() || course.openedBy().isPresent()) {
            return new Gate(Instant.MAX, treated);
        }
        var relieved = state.treatments().relief(course, at, policy);
        var relievedUntil =
                relieved.map(dose -> dose.at().plus(policy.antipyreticWindow())).orElse(Instant.MIN);
        return new Gate(Windows.later(fever.presentUntil(), relievedUntil), relieved);
    }

    boolean open() {
        return !openUntil.equals(Instant.MIN);
    }
}
