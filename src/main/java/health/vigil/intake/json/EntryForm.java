package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A clinician's entries about the record in messages: `attribution`, `crs-course`, `retraction`, `death`.
final class EntryForm {
    private static final int SENTENCE_LENGTH = 2000;

    private EntryForm() {}

    static Optional<Content> readAttribution(Fields fields) {
        var components = fields.need(
                "components",
                Shapes.map(Shapes.list(Shapes.word(Component.class)), Set::copyOf)
                        .where(named -> !named.isEmpty(), "needs at least one component"));
        var cause = fields.need("cause", Shapes.sentence(SENTENCE_LENGTH));
        var from = fields.need("from", Shapes.time());
        var until = fields.may("until", Shapes.time());
        refuseBackwardInterval(fields, from, until);
        return fields.whenSound(
                () -> new Attribution(components.orElseThrow(), cause.orElseThrow(), from.orElseThrow(), until));
    }

    /// An empty interval is sound and acts on nothing: an end within the microsecond of its beginning makes one.
    private static void refuseBackwardInterval(Fields fields, Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fields.at("until").refuse("must not be before from");
        }
    }

    static void write(Attribution content, ObjectNode json) {
        var components = json.putArray("components");
        Stream.of(Component.values())
                .filter(content.components()::contains)
                .forEach(component -> components.add(component.word()));
        json.put("cause", content.cause());
        json.put("from", content.from().toString());
        content.until().ifPresent(until -> json.put("until", until.toString()));
    }

    static Optional<Content> readCourse(Fields fields) {
        var action = fields.need("action", Shapes.word(CrsCourse.Action.class));
        var note = fields.may("note", Shapes.sentence(SENTENCE_LENGTH));
        return fields.whenSound(() -> new CrsCourse(action.orElseThrow(), note));
    }

    static void write(CrsCourse content, ObjectNode json) {
        json.put("action", content.action().word());
        content.note().ifPresent(note -> json.put("note", note));
    }

    static Optional<Content> readRetraction(Fields fields) {
        var target = fields.need("observationId", Shapes.observationId());
        var sender = fields.may("sender", Shapes.sender());
        var reason = fields.need("reason", Shapes.sentence(SENTENCE_LENGTH));
        return fields.whenSound(
                () -> new Retraction(new RetractionTarget(target.orElseThrow(), sender), reason.orElseThrow()));
    }

    static void write(Retraction content, ObjectNode json) {
        json.put("observationId", content.target().id());
        content.target().sender().ifPresent(sender -> json.put("sender", sender.name()));
        json.put("reason", content.reason());
    }

    static Optional<Content> readDeath(Fields fields) {
        var cause = fields.need("cause", Shapes.word(DeathCause.class));
        return fields.whenSound(() -> new Death(cause.orElseThrow()));
    }

    static void write(Death content, ObjectNode json) {
        json.put("cause", content.cause().word());
    }
}
