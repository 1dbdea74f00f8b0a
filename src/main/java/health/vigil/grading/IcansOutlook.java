package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds what would change a grade of ICANS.
record IcansOutlook(Policy policy, IcansDomains domains) {
    List<Outlook> of(IcansState state, Instant at) {
        var outlook = new ArrayList<Outlook>();
        var tool = domains.tool();
        domains.known(state, at)
                .map(score -> score.at().plus(policy.neuroCheckWindow()))
                .ifPresentOrElse(
                        last -> outlook.add(new Outlook.ScoreCounts(tool, last)),
                        () -> outlook.add(new Outlook.ScoreWouldTell(tool)));
        state.seizures().running().ifPresent(_ -> outlook.add(new Outlook.SeizureGoesOn()));
        domains.seizure(state.seizures().any(), at)
                .ifPresent(entry ->
                        outlook.add(new Outlook.SeizureCounts(entry.at().plus(policy.seizureWindow()))));
        domains.findings(state)
                .filter(finding -> finding.grade() > 0)
                .forEach(finding -> outlook.add(new Outlook.FindingStands(finding.finding())));
        return outlook;
    }
}
