package health.vigil.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.intake.json.ContentHash;
import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.JsonText;
import health.vigil.observation.Kind;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// One observation of a statement, as `POST /v1/observations` takes it but for its id.
///
/// @param name distinguishes the parts of one statement: `vital-signs`, `oxygen`, `start`
/// @param fields the fields of its kind, in the form of the API
/// @param places where in the message each field was: field of the API to place
public record Part(
        String name, Subject subject, Instant effectiveAt, Kind kind, ObjectNode fields, Map<String, String> places) {
    private static final Sender NOBODY = Sender.STREAM;
    private static final List<String> SUBJECTS = List.of("analyte", "agent", "drug", "finding");

    public Part {
        places = Map.copyOf(places);
    }

    /// What it says something about: its kind, with the analyte, the agent, the drug or the finding.
    public String code() {
        return SUBJECTS.stream()
                .filter(fields::has)
                .findFirst()
                .map(field -> kind.word() + "/" + fields.path(field).asText())
                .orElseGet(kind::word);
    }

    /// The observation as JSON.
    public ObjectNode submission(String id) {
        var json = JsonText.object().put("id", id);
        switch (subject) {
            case Subject.ByPatient(var patient) -> json.put("patientId", patient.value());
            case Subject.ByDevice(var device) -> json.put("deviceId", device.value());
        }
        json.put("effectiveAt", effectiveAt.toString());
        json.put("kind", kind.word());
        json.setAll(fields);
        return json;
    }

    /// Judges the observation by the rules of intake.
    public ReadResult read(String id, Sender sender, Instant receivedAt) {
        return SubmissionReader.read(submission(id), sender, receivedAt);
    }

    /// The hash of what it says, in canonical units. It does not depend on its id.
    public String hash() {
        return switch (read(name, NOBODY, effectiveAt)) {
            case ReadResult.Valid(var submission, var _) ->
                ContentHash.of(submission).hex();
            case ReadResult.Invalid _ -> HexFormat.of().formatHex(Digests.of(JsonText.of(submission(name))));
        };
    }
}
