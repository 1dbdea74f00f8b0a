package health.vigil.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Submission;
import health.vigil.intake.draft.SubmissionDraft;
import health.vigil.json.Fields;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.json.Violation;
import health.vigil.observation.Kind;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one observation by the contract, and finds all its faults, not only the first.
public final class SubmissionReader {
    private static final Shape<Kind> KIND = Shapes.word(Kind.class);
    private static final Shape<String> ID = Shapes.observationId();

    private SubmissionReader() {}

    /// Reads one object.
    ///
    /// @param sender who sent it
    /// @param receivedAt the time of receipt; a later time counts as in the future
    public static ReadResult read(JsonNode json, Sender sender, Instant receivedAt) {
        var violations = new ArrayList<Violation>();
        var submission = json instanceof ObjectNode object
                ? read(new Fields(object, new Location("", violations)), sender)
                : new Location("", violations).<Submission>refuse("must be a JSON object");
        return submission
                .<ReadResult>map(sound -> ReadResult.Valid.of(sound, receivedAt))
                .orElseGet(() -> new ReadResult.Invalid(idOf(json), violations));
    }

    /// Reads the observation from fields that may contain an envelope. The envelope's fields must have been read
    /// before.
    ///
    /// @param sender who sent it
    public static Optional<Submission> read(Fields fields, Sender sender) {
        return draft(fields).check(fields.place(), sender);
    }

    private static SubmissionDraft draft(Fields fields) {
        var id = fields.read("id", Shapes.string());
        var patient = fields.read("patientId", Shapes.string());
        var device = fields.read("deviceId", Shapes.string());
        var effectiveAt = fields.read("effectiveAt", Shapes.instant());
        var corrects = fields.read("corrects", Shapes.string());
        var kind = fields.read("kind", KIND);
        var content = kind.value()
                .map(known -> ReadField.of(ContentForm.draft(known, fields)))
                .orElseGet(() -> ReadField.faulty(kind.faults()));
        var besides = kind.value().isPresent() ? fields.unknown() : List.<Violation>of();
        return new SubmissionDraft(id, patient, device, effectiveAt, corrects, content, besides);
    }

    /// The id in a message, if it is valid.
    public static Optional<String> idOf(JsonNode json) {
        return ID.tryRead(json.path("id"));
    }
}
