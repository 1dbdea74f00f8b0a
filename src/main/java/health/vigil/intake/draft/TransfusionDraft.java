package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.Transfusion;
import java.math.BigDecimal;
import java.util.Optional;

/// `transfusion`.
public record TransfusionDraft(
        Entry<Transfusion.Product> product, Entry<BigDecimal> units, Entry<Transfusion.Reason> reason)
        implements ContentDraft {
    private static final Rule<BigDecimal, BigDecimal> UNITS =
            Rule.NUMBER.where(number -> number.signum() > 0, "must be more than 0");

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("product", product);
        var howMany = checks.may("units", units, UNITS);
        var why = checks.need("reason", reason);
        return checks.whenSound(() -> new Transfusion(what.orElseThrow(), howMany, why.orElseThrow()));
    }
}
