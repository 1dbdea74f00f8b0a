package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// Whether hypotension and hypoxia count: with fever, or once the course has been treated.
///
/// @param openUntil the last instant it is open if nothing more is observed; {@link Instant#MIN} when it is closed
/// @param waiver the dose that waives the need for fever, if one does
record Gate(Instant openUntil, Optional<Dose> waiver) {
    static final Gate CLOSED = new Gate(Instant.MIN, Optional.empty());

    static Gate judge(CrsState state, Judgement fever, Instant at, Policy policy) {
        if (!state.course().active()) {
            return CLOSED;
        }
        var treated =
                state.treatments().antiCytokine().filter(dose -> state.course().since(dose.at()));
        if (treated.isPresent()) {
            return new Gate(Instant.MAX, treated);
        }
        var relieved = state.treatments()
                .antipyretic()
                .filter(dose ->
                        state.course().since(dose.at()) && Windows.counts(dose.at(), policy.antipyreticWindow(), at));
        var relievedUntil =
                relieved.map(dose -> dose.at().plus(policy.antipyreticWindow())).orElse(Instant.MIN);
        return new Gate(Windows.later(fever.presentUntil(), relievedUntil), relieved);
    }

    boolean open() {
        return !openUntil.equals(Instant.MIN);
    }
}
