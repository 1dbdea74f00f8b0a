package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `attribution`.
public record AttributionDraft(
        ReadField<List<Component>> components,
        ReadField<String> cause,
        ReadField<Instant> from,
        ReadField<Instant> until)
        implements ContentDraft {
    private static final FieldRule<List<Component>, Set<Component>> COMPONENTS =
            FieldRule.<List<Component>, Set<Component>>of((named, _) -> Optional.of(Set.copyOf(named)))
                    .where(named -> !named.isEmpty(), "needs at least one component");
    private static final FieldRule<String, String> CAUSE = FieldRule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("components", components, COMPONENTS);
        var why = checks.need("cause", cause, CAUSE);
        var begin = checks.need("from", from, FieldRule.TIME);
        var end = checks.may("until", until, FieldRule.TIME);
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
