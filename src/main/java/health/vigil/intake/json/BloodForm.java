package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.Culture;
import health.vigil.observation.Transfusion;
import java.util.Optional;

/// `transfusion` and `culture` in messages.
final class BloodForm {
    private static final int NAME_LENGTH = 100;

    private BloodForm() {}

    static Optional<Content> readTransfusion(Fields fields) {
        var product = fields.need("product", Shapes.word(Transfusion.Product.class));
        var units = fields.may("units", Shapes.number().where(number -> number.signum() > 0, "must be more than 0"));
        var reason = fields.need("reason", Shapes.word(Transfusion.Reason.class));
        return fields.whenSound(() -> new Transfusion(product.orElseThrow(), units, reason.orElseThrow()));
    }

    static void write(Transfusion content, ObjectNode json) {
        json.put("product", content.product().word());
        content.units().ifPresent(units -> json.put("units", units));
        json.put("reason", content.reason().word());
    }

    static Optional<Content> readCulture(Fields fields) {
        var specimen = fields.need("specimen", Shapes.sentence(NAME_LENGTH));
        var result = fields.need("result", Shapes.word(Culture.Result.class));
        var organism = fields.may("organism", Shapes.sentence(NAME_LENGTH));
        if (organism.isPresent()
                && result.filter(told -> told != Culture.Result.POSITIVE).isPresent()) {
            fields.at("organism").refuse("is only for a positive result");
        }
        return fields.whenSound(() -> new Culture(specimen.orElseThrow(), result.orElseThrow(), organism));
    }

    static void write(Culture content, ObjectNode json) {
        json.put("specimen", content.specimen());
        json.put("result", content.result().word());
        content.organism().ifPresent(organism -> json.put("organism", organism));
    }
}
