package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import java.util.Optional;

/// `death`.
public record DeathDraft(ReadField<DeathCause> cause) implements ContentDraft {
    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var why = checks.need("cause", cause);
        return checks.whenSound(() -> new Death(why.orElseThrow()));
    }
}
