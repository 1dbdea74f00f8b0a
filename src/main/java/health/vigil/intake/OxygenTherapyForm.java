package health.vigil.intake;

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

/// `oxygen-therapy` in messages. The reason decides whether oxygen counts, so only room air may do without.
final class OxygenTherapyForm {
    private OxygenTherapyForm() {}

    static Optional<Content> read(Fields fields) {
        var device = fields.need("device", Shapes.word(OxygenDevice.class));
        var flow = fields.may("flow", Quantities.of(Measure.FLOW));
        var fio2 = fields.may("fio2", Quantities.of(Measure.FRACTION));
        var reason = device.equals(Optional.of(OxygenDevice.ROOM_AIR))
                ? fields.may("reason", Shapes.word(OxygenReason.class))
                : fields.need("reason", Shapes.word(OxygenReason.class));
        return fields.whenSound(() -> new OxygenTherapy(device.orElseThrow(), flow, fio2, reason));
    }

    static void write(OxygenTherapy content, ObjectNode json) {
        json.put("device", content.device().word());
        content.flow().ifPresent(flow -> json.put("flow", flow));
        content.fio2().ifPresent(fio2 -> json.put("fio2", fio2));
        content.reason().ifPresent(reason -> json.put("reason", reason.word()));
    }
}
