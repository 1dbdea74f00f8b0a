package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import java.util.Optional;

/// `oxygen-therapy` in messages. Devices do not know the reason: one that is left out is taken for hypoxia.
final class OxygenTherapyForm {
    private OxygenTherapyForm() {}

    static Optional<Content> read(Fields fields) {
        var device = fields.need("device", Shapes.word(OxygenDevice.class));
        var name = OtherName.read(fields, "deviceName", "device", device.equals(Optional.of(OxygenDevice.OTHER)));
        var flow = fields.may("flow", Quantities.of(Measure.FLOW));
        var fio2 = fields.may("fio2", Quantities.of(Measure.FRACTION));
        var reason = fields.may("reason", Shapes.word(OxygenReason.class));
        return fields.whenSound(() -> new OxygenTherapy(device.orElseThrow(), name, flow, fio2, reason));
    }

    static void write(OxygenTherapy content, ObjectNode json) {
        json.put("device", content.device().word());
        content.deviceName().ifPresent(name -> json.put("deviceName", name));
        content.flow().ifPresent(flow -> json.put("flow", flow));
        content.fio2().ifPresent(fio2 -> json.put("fio2", fio2));
        content.reason().ifPresent(reason -> json.put("reason", reason.word()));
    }
}
