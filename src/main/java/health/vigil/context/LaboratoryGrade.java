package health.vigil.context;

import health.vigil.laboratory.LaboratoryToxicity;
import health.vigil.observation.Analyte;
import java.util.List;

/// The CTCAE v5.0 grade of the newest value of each analyte.
final class LaboratoryGrade {
    private LaboratoryGrade() {}

    static List<ContextItem> all(PatientState patient) {
        return LaboratoryToxicity.GRADED.stream()
                .map(analyte -> of(patient, analyte))
                .toList();
    }

    static ContextItem of(PatientState patient, Analyte analyte) {
        var item = new ItemBuilder(ItemKind.CTCAE, ItemKind.CTCAE.item() + "-" + analyte.word());
        var newest = patient.newest(analyte);
        if (newest.isEmpty()) {
            patient.labs().leftOut(analyte).forEach(item::note);
            return item.missing(analyte.word())
                    .reason(analyte.word() + " not known for 48 h")
                    .build();
        }
        item.input(newest.get());
        var toxicity = new LaboratoryToxicity(newest.get(), patient.baseline(analyte));
        conclude(item, toxicity);
        toxicity.comparedWith().ifPresent(item::input);
        return item.build();
    }

    private static void conclude(ItemBuilder item, LaboratoryToxicity toxicity) {
        if (toxicity.known()) {
            item.grade(toxicity.least());
            return;
        }
        item.missing(toxicity.lacking()).reason(item.missed());
        if (toxicity.least() > 0) {
            item.atLeast(toxicity.least());
        }
    }
}
