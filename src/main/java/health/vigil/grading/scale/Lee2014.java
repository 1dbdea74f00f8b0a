package health.vigil.grading.scale;

import health.vigil.observation.Analyte;
import health.vigil.observation.Component;

/// Lee 2014: oxygen and vasopressors by their amount, and organ toxicity.
final class Lee2014 implements ScaleRule {
    private static final int HIGHEST_OF_TRANSAMINASES = 3;

    @Override
    public void judge(Bedside bedside, ScaleEvidence evidence) {
        Steps.oxygen(bedside, evidence);
        hypotension(bedside, evidence);
        for (var analyte : Organs.read()) {
            bedside.organs()
                    .grade(analyte)
                    .filter(toxicity -> toxicity > 1)
                    .ifPresent(toxicity -> evidence.find(
                            analyte,
                            graded(analyte, toxicity),
                            bedside.organs().told(analyte, toxicity),
                            bedside.organs().result(analyte)));
        }
        Steps.silentOrgans(bedside, evidence, 4);
    }

    private static int graded(Analyte analyte, int toxicity) {
        var transaminase = analyte == Analyte.ALT || analyte == Analyte.AST;
        return transaminase ? Math.min(toxicity, HIGHEST_OF_TRANSAMINASES) : toxicity;
    }

    private static void hypotension(Bedside bedside, ScaleEvidence evidence) {
        if (!bedside.hypotensive()) {
            return;
        }
        var pressors = bedside.pressors();
        if (pressors.multiple()) {
            evidence.find(Component.HYPOTENSION, 3, pressors.told() + ": multiple vasopressors", pressors.latest());
        } else if (!pressors.any()) {
            evidence.find(Component.HYPOTENSION, 2, "hypotension without a vasopressor", pressors.latest());
        } else {
            Steps.byDose(bedside, evidence, 2, 3);
        }
    }
}
