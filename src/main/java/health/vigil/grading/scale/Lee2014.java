package health.vigil.grading.scale;

import health.vigil.observation.Analyte;
import health.vigil.observation.Component;

/// Lee 2014: oxygen and vasopressors by their amount, and organ toxicity.
final class Lee2014 implements ScaleRule {
    private static final int HIGHEST_OF_TRANSAMINASES = 3;

    @Override
    public void judge(ClinicalPicture picture, ScaleEvidence evidence) {
        Steps.oxygen(picture, evidence);
        hypotension(picture, evidence);
        for (var analyte : Organs.read()) {
            int toxicity = picture.organs().least(analyte);
            if (toxicity > 1) {
                evidence.find(
                        analyte,
                        graded(analyte, toxicity),
                        picture.organs().description(analyte),
                        picture.organs().result(analyte));
            }
        }
        Steps.silentOrgans(picture, evidence, 4);
    }

    private static int graded(Analyte analyte, int toxicity) {
        var transaminase = analyte == Analyte.ALT || analyte == Analyte.AST;
        return transaminase ? Math.min(toxicity, HIGHEST_OF_TRANSAMINASES) : toxicity;
    }

    private static void hypotension(ClinicalPicture picture, ScaleEvidence evidence) {
        if (!picture.hypotensive()) {
            return;
        }
        var pressors = picture.pressors();
        if (pressors.multiple()) {
            evidence.find(
                    Component.HYPOTENSION, 3, pressors.description() + ": multiple vasopressors", pressors.latest());
        } else if (!pressors.any()) {
            evidence.find(Component.HYPOTENSION, 2, "hypotension without a vasopressor", pressors.latest());
        } else {
            Steps.byDose(picture, evidence, 2, 3);
        }
    }
}
