package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.Shapes;
import health.vigil.json.Violation;
import health.vigil.observation.Content;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// Reads one observation as the contract defines it, and finds all its faults, not only the first.
public final class SubmissionReader {
    private SubmissionReader() {}

    /// Reads one object.
    ///
    /// @param sender who sent it
    /// @param receivedAt by which a time in the future is known
    public static ReadResult read(JsonNode json, Sender sender, Instant receivedAt) {
        var violations = new ArrayList<Violation>();
        var submission = json instanceof ObjectNode object
                ? read(new Fields(object, new Location("", violations)), sender)
                : new Location("", violations).<Submission>refuse("must be a JSON object");
        return submission
                .<ReadResult>map(sound -> ReadResult.Valid.of(sound, receivedAt))
                .orElseGet(() -> new ReadResult.Invalid(idOf(json), violations));
    }

    /// The observation among fields that may hold more: what surrounds it must have been asked for before.
    ///
    /// @param sender who sent it
    public static Optional<Submission> read(Fields fields, Sender sender) {
        var ownId = Shapes.map(Shapes.observationId(), id -> new ObservationId(sender, id));
        var id = fields.need("id", ownId);
        var subject = subject(fields);
        var effectiveAt = fields.need("effectiveAt", Shapes.time());
        var corrects = fields.may("corrects", ownId);
        var content = content(fields);
        if (corrects.isPresent() && corrects.equals(id)) {
            fields.at("corrects").refuse("names the observation itself");
        }
        if (corrects.isPresent() && content.filter(Retraction.class::isInstance).isPresent()) {
            fields.at("corrects").refuse("is not for a retraction");
        }
        return fields.whenSound(() -> new Submission(
                id.orElseThrow(), subject.orElseThrow(), effectiveAt.orElseThrow(), content.orElseThrow(), corrects));
    }

    private static Optional<Subject> subject(Fields fields) {
        var patient =
                fields.may("patientId", Shapes.<PatientId, Subject>map(Shapes.patientId(), Subject.ByPatient::new));
        var device = fields.may("deviceId", Shapes.<DeviceId, Subject>map(Shapes.deviceId(), Subject.ByDevice::new));
        if (fields.has("patientId") == fields.has("deviceId")) {
            return fields.at("patientId").refuse("is needed, or a deviceId, and not both");
        }
        return patient.or(() -> device);
    }

    /// Without a kind nobody can tell which fields belong.
    private static Optional<Content> content(Fields fields) {
        var kind = fields.need("kind", Shapes.word(Kind.class));
        var content = kind.flatMap(known -> ContentForm.read(known, fields));
        kind.ifPresent(_ -> fields.refuseUnknown());
        return content;
    }

    /// The id that a message claims, if it is one.
    public static Optional<String> idOf(JsonNode json) {
        return Shapes.observationId().glimpse(json.path("id"));
    }
}
