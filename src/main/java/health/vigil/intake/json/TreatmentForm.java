package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.FluidBolusDraft;
import health.vigil.intake.draft.MedicationDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Drug;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;

/// `fluid-bolus` and `medication` in messages.
final class TreatmentForm {
    private static final Shape<FluidReason> REASON = Shapes.word(FluidReason.class);
    private static final Shape<Drug> DRUG = Shapes.word(Drug.class);
    private static final Shape<Indication> INDICATION = Shapes.word(Indication.class);

    private TreatmentForm() {}

    static ContentDraft bolus(Fields fields) {
        return new FluidBolusDraft(fields.read("volume", Quantities.QUANTITY), fields.read("reason", REASON));
    }

    static void write(FluidBolus content, ObjectNode json) {
        json.put("volume", content.volumeMillilitres());
        json.put("reason", content.reason().word());
    }

    static ContentDraft medication(Fields fields) {
        return new MedicationDraft(
                fields.read("drug", DRUG),
                fields.read("drugName", Shapes.string()),
                fields.read("dose", Quantities.QUANTITY),
                fields.read("indication", INDICATION));
    }

    static void write(Medication content, ObjectNode json) {
        json.put("drug", content.drug().word());
        content.drugName().ifPresent(name -> json.put("drugName", name));
        content.doseMilligrams().ifPresent(dose -> json.put("dose", dose));
        content.indication().ifPresent(indication -> json.put("indication", indication.word()));
    }
}
