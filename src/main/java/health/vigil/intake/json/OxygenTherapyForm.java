package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.OxygenTherapyDraft;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;

/// `oxygen-therapy` in messages. Devices do not know the reason, so an absent reason counts as hypoxia.
final class OxygenTherapyForm {
    private static final Shape<OxygenDevice> DEVICE = Shapes.word(OxygenDevice.class);
    private static final Shape<OxygenReason> REASON = Shapes.word(OxygenReason.class);

    private OxygenTherapyForm() {}

    static ContentDraft draft(Fields fields) {
        return new OxygenTherapyDraft(
                fields.read("device", DEVICE),
                fields.read("deviceName", Shapes.string()),
                fields.read("flow", Quantities.QUANTITY),
                fields.read("fio2", Quantities.QUANTITY),
                fields.read("reason", REASON));
    }

    static void write(OxygenTherapy content, ObjectNode json) {
        json.put("device", content.device().word());
        content.deviceName().ifPresent(name -> json.put("deviceName", name));
        content.flow().ifPresent(flow -> json.put("flow", flow));
        content.fio2().ifPresent(fio2 -> json.put("fio2", fio2));
        content.reason().ifPresent(reason -> json.put("reason", reason.word()));
    }
}
