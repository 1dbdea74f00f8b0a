package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.VitalSignsDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Fields;
import health.vigil.json.ReadField;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.CareSetting;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.util.EnumMap;

/// `vital-signs` in messages.
final class VitalSignsForm {
    private static final Shape<CareSetting> SETTING = Shapes.word(CareSetting.class);

    private VitalSignsForm() {}

    static ContentDraft draft(Fields fields) {
        var values = new EnumMap<VitalSign, ReadField<Quantity>>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            values.put(sign, fields.read(sign.field(), Quantities.QUANTITY));
        }
        return new VitalSignsDraft(
                values,
                fields.read("temperatureSite", Shapes.string()),
                fields.read("setting", SETTING),
                fields.read("device", Shapes.string()));
    }

    static void write(VitalSigns content, ObjectNode json) {
        content.values().forEach((sign, value) -> json.put(sign.field(), value));
        content.temperatureSite().ifPresent(site -> json.put("temperatureSite", site));
        content.setting().ifPresent(setting -> json.put("setting", setting.word()));
        content.device().ifPresent(device -> json.put("device", device));
    }
}
