package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Content;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;
import java.util.Optional;

/// `seizure` and `neuro-finding` in messages. A seizure that goes on has no length yet.
final class NeuroEventForm {
    private NeuroEventForm() {}

    static Optional<Content> readSeizure(Fields fields) {
        var type = fields.need("type", Shapes.word(SeizureType.class));
        var duration = fields.may("durationMinutes", Quantities.amount(Measure.MINUTES));
        var resolved = fields.need("resolved", Shapes.claim());
        var returned = fields.may("returnedToBaseline", Shapes.claim());
        return fields.whenSound(() -> new Seizure(type.orElseThrow(), duration, resolved.orElseThrow(), returned));
    }

    static void write(Seizure content, ObjectNode json) {
        json.put("type", content.type().word());
        content.durationMinutes().ifPresent(minutes -> json.put("durationMinutes", minutes));
        json.put("resolved", content.resolved());
        content.returnedToBaseline().ifPresent(returned -> json.put("returnedToBaseline", returned));
    }

    static Optional<Content> readFinding(Fields fields) {
        var finding = fields.need("finding", Shapes.word(Finding.class));
        var present = fields.need("present", Shapes.claim());
        return fields.whenSound(() -> new NeuroFinding(finding.orElseThrow(), present.orElseThrow()));
    }

    static void write(NeuroFinding content, ObjectNode json) {
        json.put("finding", content.finding().word());
        json.put("present", content.present());
    }
}
