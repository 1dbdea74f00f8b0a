package health.vigil.grading.scale;

import health.vigil.observation.Component;
import health.vigil.observation.Word;
import java.util.stream.Collectors;

/// Rules that several scales share.
final class Steps {
    private Steps() {}

    /// Oxygen under 40 % is grade 2, from 40 % on grade 3, and a ventilator grade 4.
    static void oxygen(ClinicalPicture picture, ScaleEvidence evidence) {
        if (!picture.hypoxic()) {
            return;
        }
        var oxygenation = picture.oxygenation();
        if (!oxygenation.onOxygen()) {
            evidence.miss(3, "how much oxygen the low SpO2 needs");
            return;
        }
        int grade = oxygenation.ventilated() ? 4 : oxygenation.high().orElse(false) ? 3 : 2;
        evidence.find(Component.HYPOXIA, grade, oxygenation.description() + " for hypoxia", oxygenation.record());
        if (oxygenation.high().isEmpty()) {
            evidence.miss(3, "the inspired fraction of oxygen");
        }
    }

    /// Grades running vasopressors by their dose.
    static void byDose(ClinicalPicture picture, ScaleEvidence evidence, int low, int high) {
        var pressors = picture.pressors();
        var dose = pressors.highDose();
        var told = dose.map(is -> is ? "at a high dose" : "at a low dose").orElse("at an unknown dose");
        evidence.find(
                Component.HYPOTENSION,
                dose.orElse(false) ? high : low,
                pressors.description() + " " + told,
                pressors.latest());
        if (dose.isEmpty()) {
            evidence.miss(high, "the dose of " + pressors.description() + " over the last 3 h");
        }
    }

    static void silentOrgans(ClinicalPicture picture, ScaleEvidence evidence, int couldBe) {
        var silent = picture.organs().silent();
        if (!silent.isEmpty()) {
            var names = silent.stream().map(Word::word).collect(Collectors.joining(", "));
            evidence.miss(couldBe, names + " of the last 48 h against a reference limit");
        }
    }
}
