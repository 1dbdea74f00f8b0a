package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Ice;
import health.vigil.observation.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Judges the domains of ICANS, each by itself.
record IcansDomains(Policy policy, Baseline baseline, Tool tool, Attributions attributions) {
    /// The score of the tool if one is known at an instant: in its window, and testable.
    Optional<Score> known(IcansState state, Instant at) {
        return counting(state, at).filter(score -> score.total().isPresent());
    }

    /// The newest use of the tool in its window.
    Optional<Score> counting(IcansState state, Instant at) {
        return state.score().filter(score -> Windows.counts(score.at(), policy.neuroCheckWindow(), at));
    }

    Judgement score(IcansState state, Instant at) {
        var known = known(state, at);
        if (known.isEmpty() || attributed(Component.of(tool), at)) {
            return Judgement.ABSENT;
        }
        return Judgement.until(
                known.get().total().map(this::grade).orElse(0), known.get().at().plus(policy.neuroCheckWindow()));
    }

    private int grade(int total) {
        return switch (tool) {
            case ICE -> total >= bestIce() ? 0 : ConsensusTable.ice(total);
            case CAPD ->
                total >= ConsensusTable.CAPD_POSITIVE && !capdAtBaseline(total) ? ConsensusTable.CAPD_GRADE : 0;
        };
    }

    int bestIce() {
        return baseline.ice().orElse(Ice.BEST);
    }

    /// An ICE under the best there is that is no lower than the patient's own.
    boolean iceAtBaseline(int total) {
        return total < Ice.BEST && total >= bestIce();
    }

    /// A positive CAPD in a child whose baseline was positive and no lower.
    boolean capdAtBaseline(int total) {
        return total >= ConsensusTable.CAPD_POSITIVE
                && baseline.capd()
                        .filter(normal -> normal >= ConsensusTable.CAPD_POSITIVE && total <= normal)
                        .isPresent();
    }

    Judgement consciousness(IcansState state, Instant at) {
        if (attributed(Component.CONSCIOUSNESS, at)) {
            return Judgement.ABSENT;
        }
        return wakefulness(state, at)
                .map(found -> Judgement.until(
                        ConsensusTable.consciousness(found.level()), found.at().plus(policy.neuroCheckWindow())))
                .orElse(Judgement.ABSENT);
    }

    Optional<Wakefulness> wakefulness(IcansState state, Instant at) {
        return state.wakefulness().filter(found -> Windows.counts(found.at(), policy.neuroCheckWindow(), at));
    }

    Judgement seizure(IcansState state, Instant at) {
        if (attributed(Component.SEIZURE, at)) {
            return Judgement.ABSENT;
        }
        var running = state.seizures().running();
        var severe = seizure(state.seizures().severe(), at);
        if (running.isPresent()) {
            return Judgement.standing(
                    severe.isPresent()
                            ? ConsensusTable.SEIZURE_PROLONGED_OR_REPEATED
                            : running.get().grade(at));
        }
        if (severe.isPresent()) {
            return Judgement.until(ConsensusTable.SEIZURE_PROLONGED_OR_REPEATED, end(severe.get()));
        }
        return seizure(state.seizures().any(), at)
                .map(entry -> Judgement.until(ConsensusTable.SEIZURE, end(entry)))
                .orElse(Judgement.ABSENT);
    }

    private Instant end(SeizureEntry entry) {
        return entry.at().plus(policy.seizureWindow());
    }

    /// A seizure if it is in its window.
    Optional<SeizureEntry> seizure(Optional<SeizureEntry> entry, Instant at) {
        return entry.filter(seizure -> Windows.counts(seizure.at(), policy.seizureWindow(), at));
    }

    Judgement finding(Finding finding, Instant at) {
        return attributed(Component.of(finding), at)
                ? Judgement.ABSENT
                : Judgement.standing(ConsensusTable.finding(finding));
    }

    boolean attributed(Component component, Instant at) {
        return attributions.of(component, at).isPresent();
    }

    /// An early sign that was seen in the window of a check.
    boolean seen(Optional<Mark> sign, Instant at) {
        return sign.filter(mark -> mark.present() && Windows.counts(mark.at(), policy.neuroCheckWindow(), at))
                .isPresent();
    }

    /// The first instant after `at` at which something changes by itself.
    Instant nextChange(IcansState state, Instant at) {
        var checks = policy.neuroCheckWindow();
        var next = Windows.earlier(
                expiry(state.score().map(Score::at), checks, at),
                expiry(state.wakefulness().map(Wakefulness::at), checks, at));
        next = Windows.earlier(next, expiry(state.tremor().map(Mark::at), checks, at));
        next = Windows.earlier(next, expiry(state.handwriting().map(Mark::at), checks, at));
        return Windows.earlier(next, nextChange(state.seizures(), at));
    }

    private Instant nextChange(Seizures seizures, Instant at) {
        var next = seizures.running().map(seizure -> seizure.nextChange(at)).orElse(Instant.MAX);
        next = Windows.earlier(next, expiry(seizures.any(), at));
        next = Windows.earlier(next, expiry(seizures.severe(), at));
        next = Windows.earlier(next, expiry(seizures.status(), at));
        next = Windows.earlier(next, expiry(seizures.postIctal(), at));
        return Windows.earlier(next, expiry(seizures.unmeasured(), at));
    }

    private Instant expiry(Optional<SeizureEntry> seizure, Instant at) {
        return expiry(seizure.map(SeizureEntry::at), policy.seizureWindow(), at);
    }

    private static Instant expiry(Optional<Instant> begin, Duration window, Instant at) {
        return begin.map(instant -> instant.plus(window))
                .filter(last -> !last.isBefore(at))
                .map(Windows::justAfter)
                .orElse(Instant.MAX);
    }
}
