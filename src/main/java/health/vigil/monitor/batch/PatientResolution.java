package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.store.Bindings;
import health.vigil.store.Bindings.DeviceAtTime;
import health.vigil.store.Episodes;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.PartSource;
import health.vigil.stream.Release;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds the patient and the episodes of each record, and whether it can be applied.
final class PatientResolution {
    private final Batch batch;
    private final Map<DeviceAtTime, PatientId> bound;
    private final Map<PatientId, Merge> handedOver = new HashMap<>();
    private final Map<PatientId, List<Episode>> episodes;
    /// Devices that were bound after the batch began. Their records are sent on, because the episodes are not
    /// locked.
    private final Map<DeviceAtTime, PatientId> boundMeanwhile;

    private PatientResolution(Sql sql, Batch batch, Merges merges) {
        this.batch = batch;
        this.bound = Bindings.of(
                sql, readable(batch).flatMap(record -> moment(record).stream()).toList());
        var named = readable(batch)
                .flatMap(record -> patient(record).stream())
                .distinct()
                .toList();
        merges.handOver();
        this.handedOver.putAll(PatientMerges.handedOver(sql, named));
        merges.add(handedOver.values());
        var numbers = Stream.concat(named.stream().filter(this::ours), merges.numbers())
                .distinct()
                .toList();
        this.episodes = new HashMap<>(Episodes.lock(sql, numbers));
        if (merges.apply(episodes)) {
            handedOver.clear();
            handedOver.putAll(PatientMerges.handedOver(sql, named));
            episodes.keySet().removeAll(numbers);
            episodes.putAll(Episodes.of(sql, numbers));
        }
        this.boundMeanwhile = Bindings.settled(
                sql,
                readable(batch)
                        .flatMap(record -> moment(record).stream())
                        .filter(moment -> !bound.containsKey(moment))
                        .toList());
    }

    /// The disposition of each record, in stream order. The affected episodes are locked.
    static List<Disposition> of(Sql sql, Batch batch, Merges merges) {
        var resolution = new PatientResolution(sql, batch, merges);
        return batch.records().stream().map(resolution::disposition).toList();
    }

    private static Stream<StreamRecord> readable(Batch batch) {
        return batch.records().stream()
                .map(IncomingRecord::reading)
                .filter(StreamReading.Legible.class::isInstance)
                .map(reading -> ((StreamReading.Legible) reading).record());
    }

    /// The device and time of an observation; empty if an administrator has already set the patient.
    private static Optional<DeviceAtTime> moment(StreamRecord record) {
        return record.patientId().isEmpty()
                        && record instanceof StreamRecord.Observed observed
                        && observed.submission().subject() instanceof Subject.ByDevice(var device)
                ? Optional.of(new DeviceAtTime(device, observed.submission().effectiveAt()))
                : Optional.empty();
    }

    private Optional<PatientId> patient(StreamRecord record) {
        return record.patientId().or(() -> moment(record).flatMap(at -> Optional.ofNullable(bound.get(at))));
    }

    /// The number whose partition holds the records of a patient number.
    private PatientId owner(PatientId patient) {
        return Optional.ofNullable(handedOver.get(patient)).map(Merge::into).orElse(patient);
    }

    private boolean ours(PatientId patient) {
        return batch.ours(owner(patient));
    }

    private Disposition disposition(IncomingRecord record) {
        return switch (record.reading()) {
            case StreamReading.Unreadable unreadable ->
                new Disposition.Hold(record, QuarantineReason.UNREADABLE, unreadable.detail(), Optional.empty());
            case StreamReading.Legible(StreamRecord.PatientMerged merged) ->
                batch.ours(merged.patient())
                        ? new Disposition.Change(record, merged, List.of())
                        : new Disposition.SendOn(record, merged.patient());
            case StreamReading.Legible(StreamRecord.UnreadPiece piece) -> unmapped(record, piece);
            case StreamReading.Legible(StreamRecord.SourceWithdrawn withdrawn)
            when withdrawn.patientId().isEmpty() ->
                record.verified()
                        ? new Disposition.Withdraw(record, withdrawn, List.of())
                        : AuthorCheck.foreignControl(record, Optional.empty());
            case StreamReading.Legible(var content) ->
                patient(content)
                        .<Disposition>map(patient -> ours(patient)
                                ? ours(record, content, patient)
                                : new Disposition.SendOn(record, owner(patient)))
                        .or(() -> moment(content)
                                .flatMap(at -> Optional.ofNullable(boundMeanwhile.get(at)))
                                .map(patient -> new Disposition.SendOn(record, owner(patient))))
                        .orElseGet(() -> unbound(record));
        };
    }

    /// The piece waits for a person, whatever its patient's partition is.
    private static Disposition unmapped(IncomingRecord record, StreamRecord.UnreadPiece piece) {
        return record.verified()
                ? new Disposition.Hold(
                        record,
                        QuarantineReason.UNMAPPED,
                        piece.reason().text()
                                + piece.place().map(" at "::concat).orElse(""),
                        piece.patientId())
                : AuthorCheck.foreignControl(record, piece.patientId());
    }

    private static Disposition unbound(IncomingRecord record) {
        return new Disposition.Hold(
                record,
                QuarantineReason.UNBOUND_DEVICE,
                "The device was not bound to a patient at that time",
                Optional.empty());
    }

    private Disposition ours(IncomingRecord record, StreamRecord content, PatientId patient) {
        var known = episodes.getOrDefault(patient, List.of());
        return switch (content) {
            case StreamRecord.Observed observed
            when known.isEmpty() ->
                new Disposition.Hold(
                        record, QuarantineReason.NO_EPISODE, "The patient has no episode yet", Optional.of(patient));
            case StreamRecord.Observed observed
            when expectsAnother(observed, known) ->
                new Disposition.Hold(
                        record,
                        QuarantineReason.WRONG_PATIENT,
                        "Its message names another patient than the one to whom the device was bound at that time",
                        Optional.of(patient));
            case StreamRecord.Observed observed ->
                AuthorCheck.of(record, observed, patient, known)
                        .orElseGet(() -> new Disposition.Apply(
                                record,
                                observed,
                                observed.submission().of(patient, observed.receivedAt()),
                                known,
                                observed.submission().withdraws()));
            case StreamRecord.BaselineChanged _, StreamRecord.EpisodeCorrected _, StreamRecord.Withdrawal _
            when !record.verified() -> AuthorCheck.foreignControl(record, Optional.of(patient));
            case StreamRecord.BaselineChanged change ->
                find(known, change.episodeId())
                        .<Disposition>map(episode -> new Disposition.ApplyBaseline(record, change, episode))
                        .orElseGet(() -> foreignEpisode(record, patient));
            case StreamRecord.EpisodeAdmitted admitted ->
                find(known, admitted.episodeId())
                        .<Disposition>map(_ -> new Disposition.Admit(record, admitted, known))
                        .orElseGet(() -> foreignEpisode(record, patient));
            case StreamRecord.EpisodeCorrected corrected ->
                find(known, corrected.episodeId())
                        .<Disposition>map(_ -> new Disposition.Change(record, corrected, known))
                        .orElseGet(() -> foreignEpisode(record, patient));
            case StreamRecord.Withdrawal withdrawal -> new Disposition.Withdraw(record, withdrawal, known);
            case StreamRecord.UnreadPiece piece -> unmapped(record, piece);
            case StreamRecord.PatientChange change -> new Disposition.Change(record, change, known);
        };
    }

    /// Whether the message names another patient than the binding of its device does. Who sets the patient of a
    /// record in quarantine has decided about that.
    private static boolean expectsAnother(StreamRecord.Observed observed, List<Episode> known) {
        var numbers = known.getFirst().numbers();
        return observed.release().flatMap(Release::resolvedPatientId).isEmpty()
                && observed.source()
                        .flatMap(PartSource::expected)
                        .filter(expected -> !numbers.include(expected))
                        .isPresent();
    }

    private static Optional<Episode> find(List<Episode> episodes, UUID id) {
        return episodes.stream().filter(episode -> episode.id().equals(id)).findFirst();
    }

    private static Disposition foreignEpisode(IncomingRecord record, PatientId patient) {
        return new Disposition.Hold(
                record,
                QuarantineReason.UNREADABLE,
                "It names an episode of another patient, or none",
                Optional.of(patient));
    }
}
