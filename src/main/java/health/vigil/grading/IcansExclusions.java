package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds what is left out of a grade of ICANS: by another cause, by its age, because a tool was not testable, or
/// because it never sets a grade.
record IcansExclusions(Policy policy, IcansDomains domains, Attributions attributions) {
    List<Evidence> of(IcansState state, Instant at) {
        var leftOut = new ArrayList<Evidence>();
        for (var evidence : domains.allEvidence(state, at)) {
            leftOut.addAll(attributions.leftOut(evidence.component(), at));
        }
        domains.counting(state, at)
                .filter(score -> score.total().isEmpty())
                .map(score -> new Exclusion.Untestable(domains.tool(), score, policy.neuroCheckWindow()))
                .ifPresent(leftOut::add);
        addTooOld(state, at, leftOut);
        domains.findings(state).filter(finding -> finding.grade() == 0).forEach(leftOut::add);
        return leftOut;
    }

    private void addTooOld(IcansState state, Instant at, List<Evidence> leftOut) {
        var window = policy.neuroCheckWindow();
        state.score()
                .filter(score -> score.total().isPresent() && !Windows.counts(score.at(), window, at))
                .map(score -> new Exclusion.OldScore(domains.tool(), score, window))
                .ifPresent(leftOut::add);
        state.wakefulness()
                .filter(found -> !Windows.counts(found.at(), window, at))
                .map(found -> new Exclusion.OldLevel(found, window))
                .ifPresent(leftOut::add);
    }
}
