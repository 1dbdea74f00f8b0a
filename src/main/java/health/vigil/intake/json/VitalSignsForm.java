package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.Collectors;

/// `vital-signs` in messages.
final class VitalSignsForm {
    private static final int SITE_LENGTH = 100;
    private static final String NOTHING = "needs at least one of "
            + Arrays.stream(VitalSign.values()).map(VitalSign::field).collect(Collectors.joining(", "));

    private VitalSignsForm() {}

    static Optional<Content> read(Fields fields) {
        if (Arrays.stream(VitalSign.values()).noneMatch(sign -> fields.has(sign.field()))) {
            fields.refuse(NOTHING);
        }
        var values = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            fields.may(sign.field(), Quantities.of(Measure.of(sign))).ifPresent(value -> values.put(sign, value));
        }
        var site = fields.may("temperatureSite", Shapes.text(SITE_LENGTH));
        return fields.whenSound(() -> new VitalSigns(values, site));
    }

    static void write(VitalSigns content, ObjectNode json) {
        content.values().forEach((sign, value) -> json.put(sign.field(), value));
        content.temperatureSite().ifPresent(site -> json.put("temperatureSite", site));
    }
}
