package health.vigil.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Location;
import health.vigil.json.Shapes;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parses records with the same checks as HTTP requests, whoever wrote them. Never throws.
public final class StreamReader {
    private static final int USERNAME_LENGTH = Sender.MAX_LENGTH;
    private static final int ROLE_LENGTH = 64;
    private static final int PART_LENGTH = 64;
    private static final int ADDRESS_LENGTH = 64;
    private static final int WARD_LENGTH = 16 * 1024;
    private static final int SHOWN_FAULTS = 20;
    /// Longer records are not parsed: they could not be sent on with a longer key, because the broker takes 1
    /// MB.
    private static final int LONGEST = 512 * 1024;

    private StreamReader() {}

    /// Parses a record's value.
    ///
    /// @param value null for a tombstone
    /// @param brokerTimestamp when the broker appended the record: the latest possible time of receipt, and
    ///     the default
    public static StreamReading read(byte @Nullable [] value, Instant brokerTimestamp) {
        var bytes = value == null ? new byte[0] : value;
        if (bytes.length > LONGEST) {
            return new StreamReading.Unreadable("The message is longer than 512 KB", StreamReading.LegibleIds.NOTHING);
        }
        return switch (StrictJson.parse(bytes)) {
            case StrictJson.Parsed.Malformed(var fault) ->
                new StreamReading.Unreadable("The message " + fault, StreamReading.LegibleIds.NOTHING);
            case StrictJson.Parsed.Value(var json) -> read(json, brokerTimestamp);
        };
    }

    /// The record as it counts if another system wrote it to the topic: with an unverified author and without
    /// a release. Records that are not observations stay unchanged.
    ///
    /// @param value a record that can be parsed
    public static byte[] unverified(byte[] value) {
        if (!(StrictJson.parse(value) instanceof StrictJson.Parsed.Value(ObjectNode json))
                || kind(json).isPresent()) {
            return value;
        }
        json.remove(List.of("releasedFrom", "resolvedPatientId", "enteredForWards", "source"));
        if (json.has("enteredBy")) {
            json.put("enteredByRole", Author.UNVERIFIED).put("enteredFrom", Topics.OBSERVATIONS);
        }
        Optional.ofNullable(json.path("enteredBy").textValue())
                .ifPresent(name -> json.put("enteredBy", Sender.ofTheTopic(name)));
        return JsonText.of(json).getBytes(StandardCharsets.UTF_8);
    }

    private static StreamReading read(JsonNode json, Instant brokerTimestamp) {
        var violations = new ArrayList<Violation>();
        var location = new Location("", violations);
        var record = json instanceof ObjectNode object
                ? record(kind(json), new Fields(object, location), brokerTimestamp)
                : location.<StreamRecord>refuse("must be a JSON object");
        return record.<StreamReading>map(StreamReading.Legible::new)
                .orElseGet(() -> new StreamReading.Unreadable(sentences(violations), legibleIds(json)));
    }

    private static Optional<ControlKind> kind(JsonNode json) {
        return Optional.ofNullable(json.path("kind").textValue()).flatMap(word -> Word.of(ControlKind.class, word));
    }

    private static Optional<StreamRecord> record(
            Optional<ControlKind> control, Fields fields, Instant brokerTimestamp) {
        if (control.isEmpty()) {
            return observed(fields, brokerTimestamp);
        }
        return switch (control.get()) {
            case BASELINE_CHANGED -> baselineChanged(fields, brokerTimestamp);
            case EPISODE_ADMITTED -> ofEpisode(fields, StreamRecord.EpisodeAdmitted::new);
            case EPISODE_CORRECTED -> episodeCorrected(fields, brokerTimestamp);
            case EPISODE_VOIDED -> ofEpisode(fields, StreamRecord.EpisodeVoided::new);
            case DEVICE_REBOUND -> deviceRebound(fields);
            case PATIENT_MERGED -> patientMerged(fields);
            case SOURCE_WITHDRAWN, OBSERVATIONS_WITHDRAWN, FOREIGN ->
                ExchangeRecords.read(control.get(), fields, receivedAt(fields, brokerTimestamp), author(fields));
        };
    }

    private static Optional<StreamRecord> observed(Fields fields, Instant brokerTimestamp) {
        var receivedAt = receivedAt(fields, brokerTimestamp);
        var author = author(fields);
        var release = release(fields);
        var source = fields.may("source", ExchangeRecords.partSource(receivedAt));
        var submission = SubmissionReader.read(fields, Author.sender(author));
        return fields.whenSound(
                () -> new StreamRecord.Observed(submission.orElseThrow(), receivedAt, author, release, source));
    }

    private static Instant receivedAt(Fields fields, Instant brokerTimestamp) {
        return fields.may("receivedAt", Shapes.time())
                .filter(receivedAt -> receivedAt.isBefore(brokerTimestamp))
                .orElse(brokerTimestamp);
    }

    private static Optional<Author> author(Fields fields) {
        var username = fields.may("enteredBy", Shapes.text(USERNAME_LENGTH));
        var role = fields.may("enteredByRole", Shapes.text(ROLE_LENGTH));
        var address = fields.may("enteredFrom", Shapes.text(ADDRESS_LENGTH));
        if (role.isPresent() && username.isEmpty()) {
            fields.at("enteredByRole").refuse("needs enteredBy");
        }
        var wards = fields.may("enteredForWards", Shapes.list(Shapes.text(WARD_LENGTH)));
        if (address.isPresent() && username.isEmpty()) {
            fields.at("enteredFrom").refuse("needs enteredBy");
        }
        if (wards.isPresent() && username.isEmpty()) {
            fields.at("enteredForWards").refuse("needs enteredBy");
        }
        return username.map(name -> new Author(name, role, address, wards.map(Set::copyOf)));
    }

    private static Optional<Release> release(Fields fields) {
        var quarantineId = fields.may("releasedFrom", Shapes.uuid());
        var patientId = fields.may("resolvedPatientId", Shapes.patientId());
        if (patientId.isPresent() && quarantineId.isEmpty()) {
            fields.at("resolvedPatientId").refuse("needs releasedFrom");
        }
        return quarantineId.map(id -> new Release(id, patientId));
    }

    private static Optional<StreamRecord> baselineChanged(Fields fields, Instant brokerTimestamp) {
        fields.may("kind", Shapes.word(ControlKind.class));
        var id = fields.need("id", Shapes.uuid());
        var episodeId = fields.need("episodeId", Shapes.uuid());
        var patientId = fields.need("patientId", Shapes.patientId());
        var baseline = fields.need("baseline", BaselineJson.SHAPE);
        var parts = fields.may(
                "parts",
                Shapes.list(
                        Shapes.text(PART_LENGTH).where(BaselineJson.PARTS::contains, "is not a part of a baseline")));
        var enteredBy = fields.need("enteredBy", Shapes.text(USERNAME_LENGTH));
        var receivedAt = receivedAt(fields, brokerTimestamp);
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.BaselineChanged(
                id.orElseThrow(),
                episodeId.orElseThrow(),
                patientId.orElseThrow(),
                baseline.orElseThrow(),
                parts.map(Set::copyOf),
                enteredBy.orElseThrow(),
                receivedAt));
    }

    private static Optional<StreamRecord> ofEpisode(
            Fields fields, BiFunction<UUID, PatientId, ? extends StreamRecord> record) {
        fields.may("kind", Shapes.word(ControlKind.class));
        var episodeId = fields.need("episodeId", Shapes.uuid());
        var patientId = fields.need("patientId", Shapes.patientId());
        fields.refuseUnknown();
        return fields.whenSound(() -> record.apply(episodeId.orElseThrow(), patientId.orElseThrow()));
    }

    private static Optional<StreamRecord> deviceRebound(Fields fields) {
        fields.may("kind", Shapes.word(ControlKind.class));
        var id = fields.need("id", Shapes.uuid());
        var deviceId = fields.need("deviceId", Shapes.deviceId());
        var patientId = fields.need("patientId", Shapes.patientId());
        var from = fields.need("from", Shapes.time());
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.DeviceRebound(
                id.orElseThrow(), deviceId.orElseThrow(), patientId.orElseThrow(), from.orElseThrow()));
    }

    private static Optional<StreamRecord> patientMerged(Fields fields) {
        fields.may("kind", Shapes.word(ControlKind.class));
        var id = fields.need("id", Shapes.uuid());
        var patientId = fields.need("patientId", Shapes.patientId());
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.PatientMerged(id.orElseThrow(), patientId.orElseThrow()));
    }

    private static Optional<StreamRecord> episodeCorrected(Fields fields, Instant brokerTimestamp) {
        fields.may("kind", Shapes.word(ControlKind.class));
        var id = fields.need("id", Shapes.uuid());
        var episodeId = fields.need("episodeId", Shapes.uuid());
        var patientId = fields.need("patientId", Shapes.patientId());
        var facts = fields.need("facts", Fields.object(FactsJson::onlyCorrection));
        var infusion = fields.may("infusion", Fields.object(FactsJson::infusion));
        var reason = fields.may("reason", FactsJson.NOTE);
        var enteredBy = fields.need("enteredBy", Shapes.text(USERNAME_LENGTH));
        var receivedAt = receivedAt(fields, brokerTimestamp);
        fields.refuseUnknown();
        return fields.whenSound(() -> new StreamRecord.EpisodeCorrected(
                id.orElseThrow(),
                episodeId.orElseThrow(),
                patientId.orElseThrow(),
                facts.orElseThrow(),
                infusion,
                reason,
                enteredBy.orElseThrow(),
                receivedAt));
    }

    private static String sentences(List<Violation> violations) {
        return violations.stream().limit(SHOWN_FAULTS).map(Violation::sentence).collect(Collectors.joining("; "));
    }

    private static StreamReading.LegibleIds legibleIds(JsonNode json) {
        return new StreamReading.LegibleIds(
                SubmissionReader.idOf(json),
                Shapes.patientId().tryRead(json.path("patientId")).map(Object::toString),
                Shapes.deviceId().tryRead(json.path("deviceId")).map(Object::toString));
    }
}
