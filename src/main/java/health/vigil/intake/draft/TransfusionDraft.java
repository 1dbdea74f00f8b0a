package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Transfusion;
import java.math.BigDecimal;
import java.util.Optional;

/// `transfusion`.
public record TransfusionDraft(
        ReadField<Transfusion.Product> product,
        ReadField<BigDecimal> units,
        ReadField<Transfusion.TransfusionReason> reason)
        implements ContentDraft {
    private static final FieldRule<BigDecimal, BigDecimal> UNITS =
            FieldRule.NUMBER.where(number -> number.signum() > 0, "must be more than 0");

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("product", product);
        var howMany = checks.may("units", units, UNITS);
        var why = checks.need("reason", reason);
        return checks.whenSound(() -> new Transfusion(what.orElseThrow(), howMany, why.orElseThrow()));
    }
}
