package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.CultureDraft;
import health.vigil.intake.draft.TransfusionDraft;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Culture;
import health.vigil.observation.Transfusion;

/// `transfusion` and `culture` in messages.
final class BloodForm {
    private static final Shape<Transfusion.Product> PRODUCT = Shapes.word(Transfusion.Product.class);
    private static final Shape<Transfusion.TransfusionReason> REASON = Shapes.word(Transfusion.TransfusionReason.class);
    private static final Shape<Culture.Result> RESULT = Shapes.word(Culture.Result.class);

    private BloodForm() {}

    static ContentDraft transfusion(Fields fields) {
        return new TransfusionDraft(
                fields.read("product", PRODUCT), fields.read("units", Shapes.decimal()), fields.read("reason", REASON));
    }

    static void write(Transfusion content, ObjectNode json) {
        json.put("product", content.product().word());
        content.units().ifPresent(units -> json.put("units", units));
        json.put("reason", content.reason().word());
    }

    static ContentDraft culture(Fields fields) {
        return new CultureDraft(
                fields.read("specimen", Shapes.string()),
                fields.read("result", RESULT),
                fields.read("organism", Shapes.string()));
    }

    static void write(Culture content, ObjectNode json) {
        json.put("specimen", content.specimen());
        json.put("result", content.result().word());
        content.organism().ifPresent(organism -> json.put("organism", organism));
    }
}
