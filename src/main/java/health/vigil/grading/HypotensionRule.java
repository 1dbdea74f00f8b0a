package health.vigil.grading;

import health.vigil.grading.CrsEvidence.AtHome;
import health.vigil.grading.CrsEvidence.BloodPressure;
import health.vigil.grading.CrsEvidence.Bolus;
import health.vigil.grading.CrsEvidence.RunningVasopressors;
import health.vigil.observation.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hypotension: by vasopressors, or else by the newest blood pressure or a bolus given for it. Changes that only
/// affect the gate or the flags count as changes, too.
record HypotensionRule(Policy policy, PressureRule pressures, Attributions attributions) {
    Judgement judge(CrsState state, Instant at) {
        if (attributions.of(Component.HYPOTENSION, at).isPresent()) {
            return Judgement.ABSENT;
        }
        return state.infusions().anyVasopressor() ? byVasopressors(state, at) : withoutVasopressor(state, at);
    }

    private Judgement byVasopressors(CrsState state, Instant at) {
        var infusions = state.infusions();
        var multipleFrom = infusions.second().map(second -> second.at().plus(policy.vasopressorOverlap()));
        var multiple = multipleFrom.filter(from -> !at.isBefore(from)).isPresent();
        int grade = multiple ? ConsensusTable.MULTIPLE_VASOPRESSORS : ConsensusTable.VASOPRESSOR;
        var evidence = new ArrayList<Evidence>();
        evidence.add(RunningVasopressors.of(infusions, grade, policy.vasopressorOverlap()));
        evidence.addAll(evidence(pressure(state, at), lowAtHome(state, at), bolus(state, at)));
        return new Judgement(
                evidence, Instant.MAX, multipleFrom.filter(_ -> !multiple).orElse(Instant.MAX));
    }

    private Judgement withoutVasopressor(CrsState state, Instant at) {
        var pressure = pressure(state, at);
        var bolus = bolus(state, at);
        var home = lowAtHome(state, at);
        var evidence = evidence(pressure, home, bolus);
        var pressureEnd = pressure.filter(HypotensionRule::low).map(this::end);
        var homeEnd = home.map(this::end);
        var bolusEnd = bolus.map(given -> given.at().plus(policy.fluidBolusWindow()));
        var last = Windows.later(pressureEnd.orElse(Instant.MIN), bolusEnd.orElse(Instant.MIN));
        last = Windows.later(last, homeEnd.orElse(Instant.MIN));
        if (last.equals(Instant.MIN)) {
            return Judgement.absent(evidence);
        }
        var first = Windows.earlier(pressureEnd.orElse(last), bolusEnd.orElse(last));
        first = Windows.earlier(first, homeEnd.orElse(last));
        return new Judgement(evidence, last, Windows.justAfter(first));
    }

    /// The last instant at which a low pressure counts.
    private Instant end(PressureReading low) {
        return low.at().plus(policy.bloodPressureWindow());
    }

    private List<Evidence> evidence(
            Optional<PressureReading> pressure, Optional<PressureReading> home, Optional<Reading> bolus) {
        var ofHospital = evidence(pressure, bolus);
        if (home.isEmpty()) {
            return ofHospital;
        }
        var evidence = new ArrayList<>(ofHospital);
        evidence.add(new AtHome(new BloodPressure(home.get(), pressures)));
        return evidence;
    }

    private List<Evidence> evidence(Optional<PressureReading> pressure, Optional<Reading> bolus) {
        if (bolus.isEmpty()) {
            return pressure.isPresent() ? List.of(new BloodPressure(pressure.get(), pressures)) : List.of();
        }
        var given = new Bolus(bolus.get(), policy.fluidBolusWindow());
        return pressure.isPresent() ? List.of(new BloodPressure(pressure.get(), pressures), given) : List.of(given);
    }

    /// The newest blood pressure if it counts and is low.
    Optional<PressureReading> lowPressure(CrsState state, Instant at) {
        return pressure(state, at).filter(HypotensionRule::low);
    }

    /// The newest low pressure at home if it counts.
    Optional<PressureReading> lowAtHome(CrsState state, Instant at) {
        var low = state.home().lowPressure(state.pressures().newest());
        return low.isPresent() && Windows.counts(low.get().at(), policy.bloodPressureWindow(), at)
                ? low
                : Optional.empty();
    }

    private static boolean low(PressureReading pressure) {
        return pressure.verdict().hypotensive();
    }

    /// The newest blood pressure if it counts.
    Optional<PressureReading> pressure(CrsState state, Instant at) {
        return state.pressures()
                .newest()
                .filter(pressure -> Windows.counts(pressure.at(), policy.bloodPressureWindow(), at));
    }

    /// Whether hypotension without another cause is treated.
    boolean treated(CrsState state, Instant at) {
        return attributions.of(Component.HYPOTENSION, at).isEmpty()
                && (state.infusions().anyVasopressor() || bolus(state, at).isPresent());
    }

    /// The newest bolus for hypotension if it counts.
    Optional<Reading> bolus(CrsState state, Instant at) {
        return Reading.counting(state.bolus(), policy.fluidBolusWindow(), at);
    }
}
