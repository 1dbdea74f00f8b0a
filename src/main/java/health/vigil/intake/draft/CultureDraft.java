package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.Culture;
import java.util.Optional;

/// `culture`.
public record CultureDraft(Entry<String> specimen, Entry<Culture.Result> result, Entry<String> organism)
        implements ContentDraft {
    private static final Rule<String, String> NAME = Rule.sentence(100);

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
