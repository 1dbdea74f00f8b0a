package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import java.util.Optional;

/// `neuro-finding`.
public record NeuroFindingDraft(ReadField<Finding> finding, ReadField<Boolean> present) implements ContentDraft {
    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("finding", finding);
        var there = checks.need("present", present);
        return checks.whenSound(() -> new NeuroFinding(what.orElseThrow(), there.orElseThrow()));
    }
}
