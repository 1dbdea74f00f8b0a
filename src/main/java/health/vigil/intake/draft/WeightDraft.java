package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.util.Optional;

/// `weight`.
public record WeightDraft(ReadField<Quantity> weight) implements ContentDraft {
    private static final FieldRule<Quantity, BigDecimal> WEIGHT =
            FieldRule.quantity(Measure.WEIGHT).where(weight -> weight.signum() > 0, "must be more than 0");

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var kilograms = checks.need("kg", weight, WEIGHT);
        return checks.whenSound(() -> new Weight(kilograms.orElseThrow()));
    }
}
