package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import java.util.Optional;

/// `neuro-finding`.
public record NeuroFindingDraft(Entry<Finding> finding, Entry<Boolean> present) implements ContentDraft {
    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("finding", finding);
        var there = checks.need("present", present);
        return checks.whenSound(() -> new NeuroFinding(what.orElseThrow(), there.orElseThrow()));
    }
}
