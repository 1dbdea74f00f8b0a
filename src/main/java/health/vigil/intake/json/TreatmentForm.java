package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import java.util.Optional;

/// `fluid-bolus` and `medication` in messages.
final class TreatmentForm {
    private TreatmentForm() {}

    static Optional<Content> readBolus(Fields fields) {
        var volume = fields.need("volume", Quantities.amount(Measure.VOLUME));
        var reason = fields.need("reason", Shapes.word(FluidReason.class));
        return fields.whenSound(() -> new FluidBolus(volume.orElseThrow(), reason.orElseThrow()));
    }

    static void write(FluidBolus content, ObjectNode json) {
        json.put("volume", content.volumeMillilitres());
        json.put("reason", content.reason().word());
    }

    static Optional<Content> readMedication(Fields fields) {
        var drug = fields.need("drug", Shapes.word(Drug.class));
        var name = OtherName.optional(fields, "drugName", "drug", drug.equals(Optional.of(Drug.OTHER)));
        var dose = fields.may("dose", Quantities.amount(Measure.DOSE));
        var indication = fields.may("indication", Shapes.word(Indication.class));
        return fields.whenSound(() -> new Medication(drug.orElseThrow(), name, dose, indication));
    }

    static void write(Medication content, ObjectNode json) {
        json.put("drug", content.drug().word());
        content.drugName().ifPresent(name -> json.put("drugName", name));
        content.doseMilligrams().ifPresent(dose -> json.put("dose", dose));
        content.indication().ifPresent(indication -> json.put("indication", indication.word()));
    }
}
