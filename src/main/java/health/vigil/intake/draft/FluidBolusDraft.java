package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import java.math.BigDecimal;
import java.util.Optional;

/// `fluid-bolus`.
public record FluidBolusDraft(ReadField<Quantity> volume, ReadField<FluidReason> reason) implements ContentDraft {
    private static final FieldRule<Quantity, BigDecimal> VOLUME = FieldRule.amount(Measure.VOLUME);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var millilitres = checks.need("volume", volume, VOLUME);
        var why = checks.need("reason", reason);
        return checks.whenSound(() -> new FluidBolus(millilitres.orElseThrow(), why.orElseThrow()));
    }
}
