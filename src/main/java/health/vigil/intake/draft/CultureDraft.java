package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.Culture;
import java.util.Optional;

/// `culture`.
public record CultureDraft(ReadField<String> specimen, ReadField<Culture.Result> result, ReadField<String> organism)
        implements ContentDraft {
    private static final FieldRule<String, String> NAME = FieldRule.sentence(100);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("specimen", specimen, NAME);
        var found = checks.need("result", result);
        var which = checks.may("organism", organism, NAME);
        if (which.isPresent()
                && found.filter(told -> told != Culture.Result.POSITIVE).isPresent()) {
            checks.at("organism").refuse("is only for a positive result");
        }
        return checks.whenSound(() -> new Culture(what.orElseThrow(), found.orElseThrow(), which));
    }
}
