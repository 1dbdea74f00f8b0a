package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import java.math.BigDecimal;
import java.util.Optional;

/// `oxygen-therapy`. Devices do not know the reason, so an absent reason counts as hypoxia.
///
/// @param deviceName only for a device without a word of its own
public record OxygenTherapyDraft(
        ReadField<OxygenDevice> device,
        ReadField<String> deviceName,
        ReadField<Quantity> flow,
        ReadField<Quantity> fio2,
        ReadField<OxygenReason> reason)
        implements ContentDraft {
    private static final FieldRule<Quantity, BigDecimal> FLOW = FieldRule.quantity(Measure.FLOW);
    private static final FieldRule<Quantity, BigDecimal> FIO2 = FieldRule.quantity(Measure.FRACTION);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("device", device);
        var other = which.equals(Optional.of(OxygenDevice.OTHER));
        var name = checks.nameOfOther("deviceName", deviceName, "device", other);
        var litres = checks.may("flow", flow, FLOW);
        var fraction = checks.may("fio2", fio2, FIO2);
        var why = checks.may("reason", reason);
        return checks.whenSound(() -> new OxygenTherapy(which.orElseThrow(), name, litres, fraction, why));
    }
}
