package health.vigil.monitor.batch;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Quarantine.QuarantineEntry;
import health.vigil.store.Quarantine.RecordSubject;
import health.vigil.store.QuarantineReason;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import health.vigil.stream.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Makes the quarantine entry or the forwarded message of a record that is not applied.
final class QuarantineEntries {

    private QuarantineEntries() {}

    static Optional<QuarantineEntry> entry(Batch batch, Disposition disposition) {
        return switch (disposition) {
            case Disposition.Hold hold -> Optional.of(entry(batch, hold, false));
            case Disposition.SendOn(var record, var patient) ->
                Optional.of(entry(
                        batch,
                        new Disposition.Hold(
                                record,
                                QuarantineReason.FORWARDED,
                                "Another partition owns the patient: it was sent on with the right key",
                                Optional.of(patient)),
                        true));
            case Disposition.Apply _,
                    Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _ -> Optional.empty();
        };
    }

    private static QuarantineEntry entry(Batch batch, Disposition.Hold hold, boolean settled) {
        return new QuarantineEntry(
                conflict(hold).or(() -> piece(hold)).orElseGet(() -> id(batch, hold.record())),
                hold.record().source(),
                hold.reason(),
                hold.detail(),
                about(hold),
                settled);
    }

    /// The id for a record, derived from its topic, partition and offset.
    private static UUID id(Batch batch, IncomingRecord record) {
        var source = batch.claim().source();
        return id("quarantine|" + source.topicId() + "|" + source.partition() + "|" + record.offset());
    }

    /// The id for a conflict, derived from its content, so that the same conflict has one entry.
    static Optional<UUID> conflict(Disposition disposition) {
        return disposition instanceof Disposition.Hold hold
                        && hold.reason() == QuarantineReason.ID_CONFLICT
                        && hold.record().reading() instanceof StreamReading.Legible(StreamRecord.Observed observed)
                ? Optional.of(conflict(observed.submission()))
                : Optional.empty();
    }

    /// The id for a piece of another system's message, so that the same piece has one entry however often it is
    /// sent.
    private static Optional<UUID> piece(Disposition.Hold hold) {
        return hold.reason() == QuarantineReason.UNMAPPED
                        && hold.record().reading() instanceof StreamReading.Legible(StreamRecord.UnreadPiece piece)
                ? Optional.of(id("unmapped|" + piece.author().username() + "|" + piece.piece()))
                : Optional.empty();
    }

    private static UUID conflict(Submission submission) {
        var id = submission.id();
        return id("id-conflict|" + id.sender().name() + "|" + id.value() + "|"
                + ContentHash.of(submission).hex());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordSubject about(Disposition.Hold hold) {
        var subject = about(hold.record().reading());
        return new RecordSubject(
                subject.observation(),
                subject.sender(),
                hold.patient().map(PatientId::value).or(subject::patient),
                subject.device(),
                subject.sourceKey());
    }

    private static RecordSubject about(StreamReading reading) {
        return switch (reading) {
            case StreamReading.Unreadable unreadable -> about(unreadable.ids());
            case StreamReading.Legible(StreamRecord.Observed observed) -> about(observed);
            case StreamReading.Legible(StreamRecord.UnreadPiece piece) ->
                new RecordSubject(
                        Optional.empty(),
                        Optional.of(new Sender(piece.author().username())),
                        piece.patientId().map(PatientId::value),
                        piece.subject()
                                .flatMap(named -> named instanceof Subject.ByDevice(var device)
                                        ? Optional.of(device.value())
                                        : Optional.empty()));
            case StreamReading.Legible(StreamRecord.SourceWithdrawn withdrawn) ->
                new RecordSubject(
                        Optional.empty(),
                        Optional.of(new Sender(withdrawn.author().username())),
                        withdrawn.patientId().map(PatientId::value),
                        Optional.empty(),
                        Optional.of(withdrawn.statement().key()));
            case StreamReading.Legible(var control) ->
                new RecordSubject(
                        Optional.empty(),
                        Optional.empty(),
                        control.patientId().map(PatientId::value),
                        Optional.empty());
        };
    }

    private static RecordSubject about(StreamReading.LegibleIds ids) {
        return new RecordSubject(ids.observationId(), Optional.empty(), ids.patientId(), ids.deviceId());
    }

    private static RecordSubject about(StreamRecord.Observed observed) {
        var id = Optional.of(observed.submission().id().value());
        var sender = Optional.of(observed.submission().sender());
        var source = observed.source().map(part -> part.statement().key());
        return switch (observed.submission().subject()) {
            case Subject.ByPatient(var patient) ->
                new RecordSubject(id, sender, Optional.of(patient.value()), Optional.empty(), source);
            case Subject.ByDevice(var device) ->
                new RecordSubject(id, sender, Optional.empty(), Optional.of(device.value()), source);
        };
    }

    /// The record as it came, under the key of the patient's partition.
    static Optional<OutboxMessages.Message> message(Disposition disposition) {
        return disposition instanceof Disposition.SendOn(var record, var patient)
                ? record.source()
                        .value()
                        .map(value -> new OutboxMessages.Message(
                                Topics.OBSERVATIONS, patient.value(), new String(value, StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
