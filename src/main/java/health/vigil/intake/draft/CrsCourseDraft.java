package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import java.util.Optional;

/// `crs-course`.
public record CrsCourseDraft(ReadField<CrsCourse.Action> action, ReadField<String> note) implements ContentDraft {
    private static final FieldRule<String, String> NOTE = FieldRule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var done = checks.need("action", action);
        var said = checks.may("note", note, NOTE);
        return checks.whenSound(() -> new CrsCourse(done.orElseThrow(), said));
    }
}
