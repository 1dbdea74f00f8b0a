package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.LabMeasure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Analyte;
import health.vigil.observation.Censoring;
import health.vigil.observation.Content;
import health.vigil.observation.LabResult;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// `lab-result` in messages. The value keeps the laboratory's unit; the reference range is in the same one.
final class LabResultForm {
    private static final Shape<BigDecimal> CONCENTRATION =
            Shapes.number().where(value -> value.signum() >= 0, "must not be negative");

    private LabResultForm() {}

    static Optional<Content> read(Fields fields) {
        var analyte = fields.need("analyte", Shapes.word(Analyte.class));
        var value = fields.need("value", CONCENTRATION);
        var unit = fields.need("unit", Shapes.text(Quantities.LONGEST_UNIT));
        var low = fields.may("referenceLow", CONCENTRATION);
        var high = fields.may("referenceHigh", CONCENTRATION);
        var comparator = fields.may("comparator", LabResultForm::censoring);
        refuseForeignUnit(fields, analyte, unit);
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            fields.at("referenceLow").refuse("is above referenceHigh");
        }
        return fields.whenSound(() ->
                new LabResult(analyte.orElseThrow(), value.orElseThrow(), unit.orElseThrow(), low, high, comparator));
    }

    private static void refuseForeignUnit(Fields fields, Optional<Analyte> analyte, Optional<String> unit) {
        if (analyte.isPresent()
                && unit.isPresent()
                && LabMeasure.of(analyte.get(), unit.get()).isEmpty()) {
            fields.at("unit").refuse("is not a known unit of " + analyte.get().word());
        }
    }

    private static Optional<Censoring> censoring(JsonNode value, Location location) {
        return Stream.of(Censoring.values())
                .filter(censoring -> censoring.symbol().equals(value.textValue()))
                .findFirst()
                .or(() -> location.refuse("must be < or >"));
    }

    static void write(LabResult content, ObjectNode json) {
        json.put("analyte", content.analyte().word());
        json.put("value", content.value());
        json.put("unit", content.unit());
        content.referenceLow().ifPresent(low -> json.put("referenceLow", low));
        content.referenceHigh().ifPresent(high -> json.put("referenceHigh", high));
        content.comparator().ifPresent(comparator -> json.put("comparator", comparator.symbol()));
    }
}
