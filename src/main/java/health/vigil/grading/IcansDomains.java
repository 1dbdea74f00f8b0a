package health.vigil.grading;

import health.vigil.grading.IcansEvidence.Level;
import health.vigil.grading.IcansEvidence.PresentFinding;
import health.vigil.grading.IcansEvidence.SeizureUnderWay;
import health.vigil.grading.IcansEvidence.SingleSeizure;
import health.vigil.grading.IcansEvidence.ToolScore;
import health.vigil.observation.Component;
import health.vigil.observation.Ice;
import health.vigil.observation.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the evidence of each domain of ICANS.
record IcansDomains(Policy policy, Baseline baseline, Tool tool, Attributions attributions) {
    /// The score of the tool if it is known at an instant: in its window, and testable.
    Optional<Score> known(IcansState state, Instant at) {
        return counting(state, at).filter(score -> score.total().isPresent());
    }

    /// The newest use of the tool in its window.
    Optional<Score> counting(IcansState state, Instant at) {
        return state.score().filter(score -> Windows.counts(score.at(), policy.neuroCheckWindow(), at));
    }

    /// All evidence, including that which is attributed to another cause.
    List<IcansEvidence> allEvidence(IcansState state, Instant at) {
        var found = new ArrayList<IcansEvidence>();
        known(state, at).map(this::score).ifPresent(found::add);
        state.wakefulness()
                .filter(level -> Windows.counts(level.at(), policy.neuroCheckWindow(), at))
                .map(level -> new Level(level, policy.neuroCheckWindow()))
                .ifPresent(found::add);
        found.addAll(seizures(state.seizures(), at));
        findings(state).filter(finding -> finding.grade() > 0).forEach(found::add);
        return found;
    }

    /// The evidence that counts, because it has no other cause.
    List<Evidence> counted(IcansState state, Instant at) {
        return allEvidence(state, at).stream()
                .filter(evidence -> !attributed(evidence.component(), at))
                .<Evidence>map(evidence -> evidence)
                .toList();
    }

    private IcansEvidence score(Score score) {
        int total = score.total().orElseThrow();
        return new ToolScore(tool, score, grade(total), atBaseline(total), policy.neuroCheckWindow());
    }

    private int grade(int total) {
        return switch (tool) {
            case ICE -> total >= bestIce() ? 0 : ConsensusTable.ice(total);
            case CAPD ->
                total >= ConsensusTable.CAPD_POSITIVE && !capdAtBaseline(total) ? ConsensusTable.CAPD_GRADE : 0;
        };
    }

    private int bestIce() {
        return baseline.ice().orElse(Ice.BEST);
    }

    /// The patient's baseline score, if this total is not worse.
    private Optional<Integer> atBaseline(int total) {
        return switch (tool) {
            case ICE -> Optional.of(bestIce()).filter(best -> total >= best);
            case CAPD -> baseline.capd().filter(_ -> capdAtBaseline(total));
        };
    }

    /// Whether an ICE is below the maximum but not below the patient's baseline.
    boolean iceAtBaseline(int total) {
        return total < Ice.BEST && total >= bestIce();
    }

    /// Whether a CAPD is positive, but the child's baseline was positive and not lower.
    boolean capdAtBaseline(int total) {
        return total >= ConsensusTable.CAPD_POSITIVE
                && baseline.capd()
                        .filter(normal -> normal >= ConsensusTable.CAPD_POSITIVE && total <= normal)
                        .isPresent();
    }

    /// The seizure that goes on, and the worst of those that are over.
    private List<IcansEvidence> seizures(Seizures seizures, Instant at) {
        var found = new ArrayList<IcansEvidence>();
        seizures.running()
                .map(running -> new SeizureUnderWay(running.first(), running.grade(at)))
                .ifPresent(found::add);
        seizure(seizures.severe(), at)
                .or(() -> seizure(seizures.any(), at))
                .map(entry -> new SingleSeizure(entry, policy.seizureWindow()))
                .ifPresent(found::add);
        return found;
    }

    /// A seizure if it is in its window.
    Optional<SeizureEntry> seizure(Optional<SeizureEntry> entry, Instant at) {
        return entry.filter(seizure -> Windows.counts(seizure.at(), policy.seizureWindow(), at));
    }

    /// The standing findings, including those that never set a grade.
    Stream<PresentFinding> findings(IcansState state) {
        return state.findings().present().stream()
                .map(finding ->
                        new PresentFinding(finding, state.findings().of(finding).orElseThrow()));
    }

    boolean attributed(Component component, Instant at) {
        return attributions.of(component, at).isPresent();
    }

    /// Whether an early sign was seen in the window of a check.
    boolean recentlyPresent(Optional<Mark> sign, Instant at) {
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
        next = Windows.earlier(next, expiry(state.home().map(Mark::at), checks, at));
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
