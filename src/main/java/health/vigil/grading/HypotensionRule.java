package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Instant;
import java.util.Optional;

/// Hypotension: by vasopressors, else by the newest blood pressure or a bolus given for it. What a change of these may
/// make of the gate and the flags counts as a change too.
record HypotensionRule(Policy policy, Attributions attributions) {
    Judgement judge(CrsState state, Instant at) {
        if (attributions.of(Component.HYPOTENSION, at).isPresent()) {
            return Judgement.ABSENT;
        }
        return state.infusions().anyVasopressor()
                ? byVasopressors(state.infusions(), at)
                : withoutVasopressor(state, at);
    }

    private Judgement byVasopressors(Infusions infusions, Instant at) {
        var multipleFrom = infusions.second().map(second -> second.at().plus(policy.vasopressorOverlap()));
        if (multipleFrom.filter(from -> !at.isBefore(from)).isPresent()) {
            return Judgement.standing(ConsensusTable.MULTIPLE_VASOPRESSORS);
        }
        return new Judgement(ConsensusTable.VASOPRESSOR, Instant.MAX, multipleFrom.orElse(Instant.MAX));
    }

    private Judgement withoutVasopressor(CrsState state, Instant at) {
        var pressureEnd = lowPressure(state, at).map(pressure -> pressure.at().plus(policy.bloodPressureWindow()));
        var bolusEnd = bolus(state, at).map(bolus -> bolus.at().plus(policy.fluidBolusWindow()));
        var last = Windows.later(pressureEnd.orElse(Instant.MIN), bolusEnd.orElse(Instant.MIN));
        if (last.equals(Instant.MIN)) {
            return Judgement.ABSENT;
        }
        var first = Windows.earlier(pressureEnd.orElse(last), bolusEnd.orElse(last));
        return new Judgement(ConsensusTable.HYPOTENSION, last, Windows.justAfter(first));
    }

    /// The newest blood pressure if it counts and is low.
    Optional<PressureReading> lowPressure(CrsState state, Instant at) {
        return pressure(state, at).filter(pressure -> pressure.verdict().hypotensive());
    }

    /// The newest blood pressure if it counts.
    Optional<PressureReading> pressure(CrsState state, Instant at) {
        return state.pressures()
                .newest()
                .filter(pressure -> Windows.counts(pressure.at(), policy.bloodPressureWindow(), at));
    }

    /// Whether hypotension with no other cause is being treated.
    boolean treated(CrsState state, Instant at) {
        return attributions.of(Component.HYPOTENSION, at).isEmpty()
                && (state.infusions().anyVasopressor() || bolus(state, at).isPresent());
    }

    /// The newest bolus for hypotension if it counts.
    Optional<Reading> bolus(CrsState state, Instant at) {
        return state.bolus().filter(bolus -> Windows.counts(bolus.at(), policy.fluidBolusWindow(), at));
    }
}
