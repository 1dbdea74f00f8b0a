package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;
import java.math.BigDecimal;
import java.util.Optional;

/// `seizure`. A seizure that goes on has no duration yet.
public record SeizureDraft(
        ReadField<SeizureType> type,
        ReadField<Quantity> duration,
        ReadField<Boolean> resolved,
        ReadField<Boolean> returnedToBaseline)
        implements ContentDraft {
    private static final FieldRule<Quantity, BigDecimal> DURATION = FieldRule.amount(Measure.MINUTES);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("type", type);
        var minutes = checks.may("durationMinutes", duration, DURATION);
        var over = checks.need("resolved", resolved);
        var returned = checks.may("returnedToBaseline", returnedToBaseline);
        return checks.whenSound(() -> new Seizure(which.orElseThrow(), minutes, over.orElseThrow(), returned));
    }
}
