package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `attribution`.
public record AttributionDraft(
        Entry<List<Component>> components, Entry<String> cause, Entry<Instant> from, Entry<Instant> until)
        implements ContentDraft {
    private static final Rule<List<Component>, Set<Component>> COMPONENTS = Rule.<List<Component>, Set<Component>>of(
                    (named, _) -> Optional.of(Set.copyOf(named)))
            .where(named -> !named.isEmpty(), "needs at least one component");
    private static final Rule<String, String> CAUSE = Rule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("components", components, COMPONENTS);
        var why = checks.need("cause", cause, CAUSE);
        var begin = checks.need("from", from, Rule.TIME);
        var end = checks.may("until", until, Rule.TIME);
        begin.ifPresent(first -> end.ifPresent(last -> refuseBackwardInterval(checks, first, last)));
        return checks.whenSound(
                () -> new Attribution(which.orElseThrow(), why.orElseThrow(), begin.orElseThrow(), end));
    }

    /// Refuses an end before the beginning. An empty interval is allowed and has no effect: times are cut to
    /// microseconds, which can make one.
    private static void refuseBackwardInterval(Checks checks, Instant from, Instant until) {
        if (until.isBefore(from)) {
            checks.at("until").refuse("must not be before from");
        }
    }
}
