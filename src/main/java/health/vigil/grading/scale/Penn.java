package health.vigil.grading.scale;

import health.vigil.observation.Analyte;
import health.vigil.observation.Component;

/// Penn (Porter 2018): grades by the treatment that is needed. Any oxygen is grade 3, and only a ventilator is higher.
final class Penn implements ScaleRule {
    private static final int MULTIPLE_BOLUSES = 2;

    @Override
    public void judge(Bedside bedside, ScaleEvidence evidence) {
        oxygen(bedside, evidence);
        hypotension(bedside, evidence);
        for (var analyte : Organs.read()) {
            bedside.organs()
                    .grade(analyte)
                    .map(toxicity -> graded(analyte, toxicity))
                    .filter(grade -> grade > 1)
                    .ifPresent(grade -> evidence.find(
                            analyte,
                            grade,
                            bedside.organs()
                                    .told(
                                            analyte,
                                            bedside.organs().grade(analyte).orElse(0)),
                            bedside.organs().result(analyte)));
        }
        Steps.silentOrgans(bedside, evidence, 3);
        evidence.miss(2, "whether intravenous therapy or the stay itself was for CRS");
    }

    private static void oxygen(Bedside bedside, ScaleEvidence evidence) {
        if (!bedside.hypoxic()) {
            return;
        }
        var oxygenation = bedside.oxygenation();
        if (oxygenation.given()) {
            evidence.find(
                    Component.HYPOXIA, oxygenation.ventilated() ? 4 : 3, oxygenation.told(), oxygenation.record());
        } else {
            evidence.miss(3, "whether oxygen is given at the low SpO2");
        }
    }

    private static void hypotension(Bedside bedside, ScaleEvidence evidence) {
        if (!bedside.hypotensive()) {
            return;
        }
        var pressors = bedside.pressors();
        if (pressors.any()) {
            Steps.byDose(bedside, evidence, 3, 4);
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

    /// The grade on this scale: creatinine counts from its toxicity grade 2 on, liver values from one grade higher.
    private static int graded(Analyte analyte, int toxicity) {
        return Math.min(analyte == Analyte.CREATININE ? toxicity : toxicity - 1, 3);
    }
}
