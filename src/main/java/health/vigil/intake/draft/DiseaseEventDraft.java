package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.DiseaseEvent;
import java.util.Optional;

/// `disease-event`.
public record DiseaseEventDraft(Entry<DiseaseEvent.What> what) implements ContentDraft {
    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var happened = checks.need("what", what);
        return checks.whenSound(() -> new DiseaseEvent(happened.orElseThrow()));
    }
}
