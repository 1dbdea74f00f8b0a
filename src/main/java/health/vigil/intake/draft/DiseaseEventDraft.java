package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.DiseaseEvent;
import java.util.Optional;

/// `disease-event`.
public record DiseaseEventDraft(ReadField<DiseaseEvent.What> what) implements ContentDraft {
    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var happened = checks.need("what", what);
        return checks.whenSound(() -> new DiseaseEvent(happened.orElseThrow()));
    }
}
