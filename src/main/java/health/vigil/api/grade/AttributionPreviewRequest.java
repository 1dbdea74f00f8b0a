package health.vigil.api.grade;

import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An attribution that nobody has signed yet, without its cause: that changes no grade.
///
/// @param effectiveAt when it would be signed; absent: now
record AttributionPreviewRequest(
        List<Component> components, Instant from, Optional<Instant> until, Optional<Instant> effectiveAt) {
    private static final Shape<List<Component>> COMPONENTS =
            Shapes.list(Shapes.word(Component.class)).where(named -> !named.isEmpty(), "needs at least one component");

    static Optional<AttributionPreviewRequest> read(Fields fields) {
        var components = fields.need("components", COMPONENTS);
        var from = fields.need("from", Shapes.time());
        var until = fields.may("until", Shapes.time());
        var effectiveAt = fields.may("effectiveAt", Shapes.time());
        fields.refuseUnknown();
        until.filter(end -> from.filter(end::isBefore).isPresent())
                .ifPresent(_ -> fields.at("until").refuse("must not be before from"));
        return fields.whenSound(
                () -> new AttributionPreviewRequest(components.orElseThrow(), from.orElseThrow(), until, effectiveAt));
    }

    Attribution attribution() {
        return new Attribution(Set.copyOf(components), "preview", from, until);
    }
}
