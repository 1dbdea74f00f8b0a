package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.LabResultDraft;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Analyte;
import health.vigil.observation.Censoring;
import health.vigil.observation.LabResult;
import java.util.Optional;
import java.util.stream.Stream;

/// `lab-result` in messages. The value keeps the laboratory's unit. The reference range has the same unit.
final class LabResultForm {
    private static final Shape<Analyte> ANALYTE = Shapes.word(Analyte.class);

    private LabResultForm() {}

    static ContentDraft draft(Fields fields) {
        return new LabResultDraft(
                fields.read("analyte", ANALYTE),
                fields.read("value", Shapes.decimal()),
                fields.read("unit", Shapes.string()),
                fields.read("referenceLow", Shapes.decimal()),
                fields.read("referenceHigh", Shapes.decimal()),
                fields.read("comparator", LabResultForm::censoring));
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
