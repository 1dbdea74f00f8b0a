package health.vigil.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.BirthDate;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.math.BigDecimal;
import java.util.Optional;

/// The admission facts as JSON, the same in requests and in the stream.
public final class FactsJson {
    public static final Shape<String> NAME = Shapes.sentence(200);
    public static final Shape<String> SEX = Shapes.sentence(64);
    public static final Shape<String> NOTE = Shapes.sentence(4000);
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(500);

    public static final Shape<BigDecimal> WEIGHT = Quantities.of(Measure.WEIGHT)
            .where(
                    weight -> weight.signum() > 0 && weight.compareTo(HEAVIEST) <= 0,
                    "must be above 0 and at most 500 kg");

    public static final Shape<BirthDate> BIRTH_DATE = (value, location) -> Shapes.text(10)
            .read(value, location)
            .flatMap(text -> BirthDate.parse(text)
                    .or(() -> location.refuse("must be a date, a month or a year: 1961-05-17, 1961-05, 1961")));

    private FactsJson() {}

    /// Reads the fields of a correction. Other fields are allowed beside them.
    public static FactsCorrection correction(Fields fields) {
        return new FactsCorrection(
                fields.may("name", NAME),
                fields.may("birthDate", BIRTH_DATE),
                fields.may("sex", SEX),
                fields.may("weight", WEIGHT),
                fields.may("product", NAME),
                fields.may("infusedAt", Shapes.time()));
    }

    static Optional<FactsCorrection> onlyCorrection(Fields fields) {
        var correction = correction(fields);
        fields.refuseUnknown();
        return Optional.of(correction);
    }

    public static Optional<FurtherInfusion> infusion(Fields fields) {
        var at = fields.need("at", Shapes.time());
        var product = fields.may("product", NAME);
        var note = fields.may("note", NOTE);
        fields.refuseUnknown();
        return at.map(instant -> new FurtherInfusion(instant, product, note));
    }

    static ObjectNode tree(FactsCorrection correction) {
        var json = JsonText.object();
        correction.name().ifPresent(name -> json.put("name", name));
        correction.birthDate().ifPresent(date -> json.put("birthDate", date.given()));
        correction.sex().ifPresent(sex -> json.put("sex", sex));
        correction.weight().ifPresent(weight -> json.put("weight", weight));
        correction.product().ifPresent(product -> json.put("product", product));
        correction.infusedAt().ifPresent(at -> json.put("infusedAt", at.toString()));
        return json;
    }

    static ObjectNode tree(FurtherInfusion infusion) {
        var json = JsonText.object().put("at", infusion.at().toString());
        infusion.product().ifPresent(product -> json.put("product", product));
        infusion.note().ifPresent(note -> json.put("note", note));
        return json;
    }
}
