package health.vigil.monitor.batch;

import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.MergeWords;
import health.vigil.alert.Occurrence;
import health.vigil.history.Episode;
import health.vigil.history.RegradeRequest.Cause;
import health.vigil.history.RegradeRequests;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.store.Alerts;
import health.vigil.store.BoundDevices;
import health.vigil.store.Episodes;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.Quarantine;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.PatientMerged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Merges two numbers of one patient, and ends merges. A merge affects all observations of the batch, so it
/// is applied before them.
///
/// The partition of the old number hands the number over first; then the partition of the number that stands
/// applies the merge.
final class Merges {
    private final Sql sql;
    private final Batch batch;
    private final Instant now;
    private final Map<UUID, Merge> addressed = new LinkedHashMap<>();
    private final Set<UUID> handedOver = new HashSet<>();
    private final List<AppliedMerge> applied = new ArrayList<>();

    Merges(Sql sql, Batch batch, Instant now) {
        this.sql = sql;
        this.batch = batch;
        this.now = now;
    }

    /// An applied change, with the episodes as they were before.
    ///
    /// @param at when it was applied; the batch may have begun before the merge was requested
    private record AppliedMerge(Merge merge, MergeWords.MergeStep step, Instant at, List<Episode> before) {
        List<PatientId> numbers() {
            return List.of(merge.into(), merge.old());
        }
    }

    /// Hands over the old numbers that records of the batch name; this partition no longer applies records of
    /// them.
    void handOver() {
        for (var record : records()) {
            PatientMerges.find(sql, record.merge()).ifPresent(merge -> {
                if (merge.into().equals(record.patient())) {
                    addressed.put(merge.id(), merge);
                } else if (merge.old().equals(record.patient())) {
                    handOver(merge);
                }
            });
        }
    }

    private List<PatientMerged> records() {
        return batch.records().stream()
                .map(IncomingRecord::reading)
                .flatMap(reading -> reading instanceof StreamReading.Legible(PatientMerged merged)
                        ? Stream.of(merged)
                        : Stream.empty())
                .filter(merged -> batch.ours(merged.patient()))
                .toList();
    }

    private void handOver(Merge merge) {
        if (merge.knownAt().isPresent() || merge.endedAt().isPresent()) {
            return;
        }
        if (merge.handedOverAt().isEmpty()) {
            PatientMerges.handOver(sql, merge.id(), now);
        }
        Outbox.add(sql, merge.into(), new PatientMerged(merge.id(), merge.into()));
        handedOver.add(merge.id());
    }

    /// Adds merges that were handed over to this partition although no record has announced them yet.
    void add(Collection<Merge> merges) {
        merges.stream()
                .filter(merge -> merge.knownAt().isEmpty() && batch.ours(merge.into()))
                .forEach(merge -> addressed.put(merge.id(), merge));
    }

    /// The numbers whose episodes must be locked.
    Stream<PatientId> numbers() {
        return addressed.values().stream().flatMap(merge -> Stream.of(merge.old(), merge.into()));
    }

    /// Begins and ends merges.
    ///
    /// @param locked the episodes of the numbers, as they were before
    /// @return whether anything has changed
    boolean apply(Map<PatientId, List<Episode>> locked) {
        for (var id : List.copyOf(addressed.keySet())) {
            PatientMerges.find(sql, id).ifPresent(merge -> apply(merge, locked));
        }
        return !applied.isEmpty();
    }

    private void apply(Merge merge, Map<PatientId, List<Episode>> locked) {
        var before = episodes(locked, merge);
        if (merge.stands() && merge.ended().isPresent()) {
            var at = sql.now();
            PatientMerges.end(sql, merge.id(), at);
            Stream.of(merge.into(), merge.old()).forEach(this::holdWhatHasNoEpisode);
            applied.add(new AppliedMerge(merge, MergeWords.MergeStep.PARTED, at, before));
        } else if (merge.knownAt().isEmpty() && merge.handedOverAt().isPresent()) {
            var at = sql.now();
            PatientMerges.begin(sql, merge.id(), at);
            Quarantine.readmit(sql, merge.into(), "The number was merged with another");
            applied.add(new AppliedMerge(merge, MergeWords.MergeStep.JOINED, at, before));
        }
    }

    private void holdWhatHasNoEpisode(PatientId number) {
        if (Episodes.of(sql, List.of(number)).getOrDefault(number, List.of()).isEmpty()) {
            new OrphanedObservations(sql, batch.records().getFirst().source(), number, now)
                    .quarantine(OrphanedObservations.OrphanReason.PARTED);
        }
    }

    private static List<Episode> episodes(Map<PatientId, List<Episode>> known, Merge merge) {
        return Stream.of(merge.into(), merge.old())
                .flatMap(number -> known.getOrDefault(number, List.of()).stream())
                .distinct()
                .toList();
    }

    /// Requests new grades for all episodes of both numbers, from their infusion on.
    void regrade(RegradeRequests requests) {
        for (var outcome : applied) {
            PatientMerges.forgetCheckpoints(sql, outcome.numbers());
            var after = episodes(Episodes.of(sql, outcome.numbers()), outcome.merge());
            after.forEach(episode -> requests.changed(
                    outcome.before(),
                    after,
                    new RegradeRequests.EpisodeRevision(episode.id(), Cause.MERGE, outcome.at())));
            wake(after);
        }
    }

    private void wake(List<Episode> episodes) {
        Timers.makeDue(
                sql,
                Timers.CHECK,
                episodes.stream().map(episode -> episode.id().toString()).toList());
        Timers.makeDue(
                sql,
                Timers.DEVICE,
                episodes.stream()
                        .flatMap(episode -> BoundDevices.of(sql, episode.patient()).stream())
                        .toList());
    }

    /// Whether a record has changed anything.
    boolean hasChanged(PatientMerged record) {
        return handedOver.contains(record.merge())
                || applied.stream().anyMatch(outcome -> outcome.merge().id().equals(record.merge()));
    }

    /// Raises an alert in the ward of each number; one alert if the ward is the same.
    void raise(AlertCollector alerts) {
        for (var outcome : applied) {
            var told = new HashSet<String>();
            var known = Episodes.of(sql, outcome.numbers());
            for (var number : outcome.numbers()) {
                latest(known, number)
                        .filter(episode -> told.add(WardName.key(episode.ward())))
                        .ifPresent(episode -> alerts.raise(subject(episode), occurrence(outcome, number)));
            }
        }
    }

    private static Optional<Episode> latest(Map<PatientId, List<Episode>> known, PatientId number) {
        return known.getOrDefault(number, List.of()).stream()
                .filter(episode -> episode.patient().equals(number))
                .max(Comparator.comparing(Episode::admittedAt));
    }

    /// The alert is about the patient and not an episode, so that it stays visible in the ward when episodes
    /// change.
    private static Alerts.AlertSubject subject(Episode episode) {
        return new Alerts.AlertSubject(
                Optional.empty(),
                Optional.of(episode.patient()),
                Optional.of(episode.ward()),
                Optional.of(episode.bed()));
    }

    private Occurrence occurrence(AppliedMerge outcome, PatientId number) {
        var merge = outcome.merge();
        var statement = outcome.step() == MergeWords.MergeStep.JOINED
                ? merge.asked()
                : merge.ended().orElseThrow();
        return Occurrence.of(
                AlertRule.PATIENT_MERGED,
                new Condition.Happened(
                        AlertType.PATIENT_MERGED,
                        String.join(
                                "|",
                                merge.id().toString(),
                                outcome.step().name(),
                                number.equals(merge.old()) ? "old" : "into")),
                new MergeWords(merge.old(), merge.into(), statement.by(), statement.reason())
                        .of(outcome.step(), PatientMerges.records(sql, merge.old())),
                outcome.at());
    }
}
