package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.draft.AttributionDraft;
import health.vigil.intake.draft.ContentDraft;
import health.vigil.intake.draft.CrsCourseDraft;
import health.vigil.intake.draft.DeathDraft;
import health.vigil.intake.draft.RetractionDraft;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Retraction;
import java.util.List;
import java.util.stream.Stream;

/// A clinician's entries about the record in messages: `attribution`, `crs-course`, `retraction`, `death`.
final class EntryForm {
    private static final Shape<List<Component>> COMPONENTS = Shapes.list(Shapes.word(Component.class));
    private static final Shape<CrsCourse.Action> ACTION = Shapes.word(CrsCourse.Action.class);
    private static final Shape<DeathCause> CAUSE = Shapes.word(DeathCause.class);

    private EntryForm() {}

    static ContentDraft attribution(Fields fields) {
        return new AttributionDraft(
                fields.read("components", COMPONENTS),
                fields.read("cause", Shapes.string()),
                fields.read("from", Shapes.instant()),
                fields.read("until", Shapes.instant()));
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

    static ContentDraft course(Fields fields) {
        return new CrsCourseDraft(fields.read("action", ACTION), fields.read("note", Shapes.string()));
    }

    static void write(CrsCourse content, ObjectNode json) {
        json.put("action", content.action().word());
        content.note().ifPresent(note -> json.put("note", note));
    }

    static ContentDraft retraction(Fields fields) {
        return new RetractionDraft(
                fields.read("observationId", Shapes.string()),
                fields.read("sender", Shapes.string()),
                fields.read("reason", Shapes.string()));
    }

    static void write(Retraction content, ObjectNode json) {
        json.put("observationId", content.target().id());
        content.target().sender().ifPresent(sender -> json.put("sender", sender.name()));
        json.put("reason", content.reason());
    }

    static ContentDraft death(Fields fields) {
        return new DeathDraft(fields.read("cause", CAUSE));
    }

    static void write(Death content, ObjectNode json) {
        json.put("cause", content.cause().word());
    }
}
