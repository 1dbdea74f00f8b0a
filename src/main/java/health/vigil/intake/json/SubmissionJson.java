package health.vigil.intake.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.json.JsonText;
import health.vigil.observation.Content;

/// The canonical form of an observation as sent: fields in a fixed order, canonical units, plain decimals, UTC.
public final class SubmissionJson {
    private SubmissionJson() {}

    /// A new object, to which the fields of an envelope can be added.
    public static ObjectNode tree(Submission submission) {
        return tree(submission, submission.content());
    }

    static ObjectNode tree(Submission submission, Content content) {
        var json = JsonText.object().put("id", submission.id().value());
        switch (submission.subject()) {
            case Subject.ByPatient(var patientId) -> json.put("patientId", patientId.value());
            case Subject.ByDevice(var deviceId) -> json.put("deviceId", deviceId.value());
        }
        json.put("effectiveAt", submission.effectiveAt().toString());
        submission.corrects().ifPresent(corrected -> json.put("corrects", corrected.value()));
        json.put("kind", submission.kind().word());
        ContentForm.write(content, json);
        return json;
    }
}
