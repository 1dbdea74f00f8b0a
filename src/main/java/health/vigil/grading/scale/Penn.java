package health.vigil.grading.scale;

import health.vigil.observation.Analyte;
import health.vigil.observation.Component;

/// Penn (Porter 2018): grades by the treatment that is needed. Any oxygen is grade 3, and only a ventilator is
/// higher.
final class Penn implements ScaleRule {
    private static final int MULTIPLE_BOLUSES = 2;

    @Override
    public void judge(ClinicalPicture picture, ScaleEvidence evidence) {
        oxygen(picture, evidence);
        hypotension(picture, evidence);
        for (var analyte : Organs.read()) {
            int grade = graded(analyte, picture.organs().least(analyte));
            if (grade > 1) {
                evidence.find(
                        analyte,
                        grade,
                        picture.organs().description(analyte),
                        picture.organs().result(analyte));
            }
        }
        Steps.silentOrgans(picture, evidence, 3);
        evidence.miss(2, "whether intravenous therapy or the stay itself was for CRS");
    }

    private static void oxygen(ClinicalPicture picture, ScaleEvidence evidence) {
        if (!picture.hypoxic()) {
            return;
        }
        var oxygenation = picture.oxygenation();
        if (oxygenation.onOxygen()) {
            evidence.find(
                    Component.HYPOXIA,
                    oxygenation.ventilated() ? 4 : 3,
                    oxygenation.description(),
                    oxygenation.record());
        } else {
            evidence.miss(3, "whether oxygen is given at the low SpO2");
        }
    }

    private static void hypotension(ClinicalPicture picture, ScaleEvidence evidence) {
        if (!picture.hypotensive()) {
            return;
        }
        var pressors = picture.pressors();
        if (pressors.any()) {
            Steps.byDose(picture, evidence, 3, 4);
        } else if (pressors.boluses() >= MULTIPLE_BOLUSES) {
            evidence.find(
                    Component.HYPOTENSION,
                    3,
                    pressors.boluses() + " fluid boluses for hypotension in a day",
                    pressors.latest());
        } else {
            evidence.find(Component.HYPOTENSION, 1, "hypotension without a vasopressor", pressors.latest());
        }
    }

    /// The grade on this scale: creatinine counts from its toxicity grade 2 on, liver values from one grade
    /// higher.
    private static int graded(Analyte analyte, int toxicity) {
        return Math.min(analyte == Analyte.CREATININE ? toxicity : toxicity - 1, 3);
    }
}
