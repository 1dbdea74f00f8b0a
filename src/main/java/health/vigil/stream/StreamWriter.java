package health.vigil.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.intake.json.SubmissionJson;
import health.vigil.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
            case StreamRecord.SourceWithdrawn withdrawn -> tree(withdrawn);
            case StreamRecord.ObservationsWithdrawn withdrawn -> tree(withdrawn);
            case StreamRecord.UnreadPiece piece -> tree(piece);
        };
    }

    private static ObjectNode tree(StreamRecord.Observed observed) {
        Submission submission = observed.submission();
        var json = SubmissionJson.tree(submission)
                .put("receivedAt", observed.receivedAt().toString());
        observed.author().ifPresent(author -> write(author, json));
        observed.source().ifPresent(source -> json.set("source", tree(source)));
        observed.release().ifPresent(release -> {
            json.put("releasedFrom", release.quarantineId().toString());
            release.resolvedPatientId().ifPresent(patient -> json.put("resolvedPatientId", patient.value()));
        });
        return json;
    }

    private static ObjectNode tree(PartSource source) {
        var json = SourceJson.tree(source.statement()).put("part", source.part());
        source.expected().ifPresent(patient -> json.put("expectedPatientId", patient.value()));
        return json;
    }

    private static void write(Author author, ObjectNode json) {
        json.put("enteredBy", author.username());
        author.role().ifPresent(role -> json.put("enteredByRole", role));
        author.address().ifPresent(address -> json.put("enteredFrom", address));
        author.wards().ifPresent(wards -> wards.stream().sorted().forEach(json.putArray("enteredForWards")::add));
    }

    private static ObjectNode tree(StreamRecord.SourceWithdrawn withdrawn) {
        var json = JsonText.object().put("kind", ControlKind.SOURCE_WITHDRAWN.word());
        withdrawn.patientId().ifPresent(patient -> json.put("patientId", patient.value()));
        json.set("source", SourceJson.tree(withdrawn.statement()));
        write(withdrawn.author(), json);
        return json.put("receivedAt", withdrawn.receivedAt().toString());
    }

    private static ObjectNode tree(StreamRecord.ObservationsWithdrawn withdrawn) {
        var json = JsonText.object()
                .put("kind", ControlKind.OBSERVATIONS_WITHDRAWN.word())
                .put("patientId", withdrawn.patient().value());
        withdrawn.observations().forEach(json.putArray("observations")::add);
        if (withdrawn.moved()) {
            json.put("moved", true);
        }
        json.set("source", SourceJson.tree(withdrawn.statement()));
        write(withdrawn.author(), json);
        return json.put("receivedAt", withdrawn.receivedAt().toString());
    }

    private static ObjectNode tree(StreamRecord.UnreadPiece piece) {
        var json = JsonText.object()
                .put("kind", ControlKind.FOREIGN.word())
                .put("format", piece.format().word())
                .put("reason", piece.reason().word());
        piece.place().ifPresent(place -> json.put("place", place));
        piece.subject().ifPresent(subject -> {
            switch (subject) {
                case Subject.ByPatient(var patient) -> json.put("patientId", patient.value());
                case Subject.ByDevice(var device) -> json.put("deviceId", device.value());
            }
        });
        json.put("bytes", Base64.getEncoder().encodeToString(piece.piece().getBytes(StandardCharsets.UTF_8)));
        write(piece.author(), json);
        return json.put("receivedAt", piece.receivedAt().toString());
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
