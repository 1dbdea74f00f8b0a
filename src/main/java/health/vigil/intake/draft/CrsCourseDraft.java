package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import java.util.Optional;

/// `crs-course`.
public record CrsCourseDraft(Entry<CrsCourse.Action> action, Entry<String> note) implements ContentDraft {
    private static final Rule<String, String> NOTE = Rule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var done = checks.need("action", action);
        var said = checks.may("note", note, NOTE);
        return checks.whenSound(() -> new CrsCourse(done.orElseThrow(), said));
    }
}
