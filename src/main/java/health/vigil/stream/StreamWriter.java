package health.vigil.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Submission;
import health.vigil.intake.json.SubmissionJson;
import health.vigil.json.JsonText;
import java.util.UUID;

/// Serialises records of the stream; {@link StreamReader} parses them.
public final class StreamWriter {
    private StreamWriter() {}

    /// The record's value, as JSON.
    public static String write(StreamRecord record) {
        return JsonText.of(tree(record));
    }

    private static ObjectNode tree(StreamRecord record) {
        return switch (record) {
            case StreamRecord.Observed observed -> tree(observed);
            case StreamRecord.BaselineChanged changed -> tree(changed);
            case StreamRecord.EpisodeAdmitted(var episodeId, var patient) ->
                control(ControlKind.EPISODE_ADMITTED, episodeId).put("patientId", patient.value());
            case StreamRecord.EpisodeCorrected corrected -> tree(corrected);
            case StreamRecord.EpisodeVoided(var episodeId, var patient) ->
                control(ControlKind.EPISODE_VOIDED, episodeId).put("patientId", patient.value());
            case StreamRecord.PatientMerged(var merge, var patient) ->
                JsonText.object()
                        .put("kind", ControlKind.PATIENT_MERGED.word())
                        .put("id", merge.toString())
                        .put("patientId", patient.value());
            case StreamRecord.DeviceRebound(var id, var device, var patient, var from) ->
                JsonText.object()
                        .put("kind", ControlKind.DEVICE_REBOUND.word())
                        .put("id", id.toString())
                        .put("deviceId", device.value())
                        .put("patientId", patient.value())
                        .put("from", from.toString());
        };
    }

    private static ObjectNode tree(StreamRecord.Observed observed) {
        Submission submission = observed.submission();
        var json = SubmissionJson.tree(submission)
                .put("receivedAt", observed.receivedAt().toString());
        observed.author().ifPresent(author -> {
            json.put("enteredBy", author.username());
            author.role().ifPresent(role -> json.put("enteredByRole", role));
            author.address().ifPresent(address -> json.put("enteredFrom", address));
            author.wards().ifPresent(wards -> wards.stream().sorted().forEach(json.putArray("enteredForWards")::add));
        });
        observed.release().ifPresent(release -> {
            json.put("releasedFrom", release.quarantineId().toString());
            release.resolvedPatientId().ifPresent(patient -> json.put("resolvedPatientId", patient.value()));
        });
        return json;
    }

    private static ObjectNode tree(StreamRecord.BaselineChanged changed) {
        ObjectNode json = control(ControlKind.BASELINE_CHANGED, changed.episodeId())
                .put("id", changed.id().toString())
                .put("patientId", changed.patient().value());
        json.set("baseline", BaselineJson.tree(changed.baseline()));
        changed.parts().ifPresent(parts -> parts.stream().sorted().forEach(json.withArray("parts")::add));
        return json.put("enteredBy", changed.enteredBy())
                .put("receivedAt", changed.receivedAt().toString());
    }

    private static ObjectNode tree(StreamRecord.EpisodeCorrected corrected) {
        var json = control(ControlKind.EPISODE_CORRECTED, corrected.episodeId())
                .put("id", corrected.id().toString())
                .put("patientId", corrected.patient().value());
        json.set("facts", FactsJson.tree(corrected.facts()));
        corrected.infusion().ifPresent(infusion -> json.set("infusion", FactsJson.tree(infusion)));
        corrected.reason().ifPresent(reason -> json.put("reason", reason));
        return json.put("enteredBy", corrected.enteredBy())
                .put("receivedAt", corrected.receivedAt().toString());
    }

    private static ObjectNode control(ControlKind kind, UUID episodeId) {
        return JsonText.object().put("kind", kind.word()).put("episodeId", episodeId.toString());
    }
}
