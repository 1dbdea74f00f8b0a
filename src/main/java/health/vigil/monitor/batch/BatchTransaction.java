package health.vigil.monitor.batch;

import health.vigil.alert.AlertRules;
import health.vigil.history.Touch;
import health.vigil.history.Touches;
import health.vigil.observation.ObservationId;
import health.vigil.outbox.Outbox;
import health.vigil.store.Alerts.Raised;
import health.vigil.store.Alerts.Subject;
import health.vigil.store.Episodes;
import health.vigil.store.Identities;
import health.vigil.store.MachineEntries;
import health.vigil.store.Observations;
import health.vigil.store.Partitions;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Applies one batch: all that follows from its records and the offset itself, or nothing.
public final class BatchTransaction {
    public static final String UNGRADABLE = "The rules failed on this patient when it was applied";

    private final Sql sql;
    private final Batch batch;
    private final Regrading regrading;
    private final AlertRules rules;
    private final MachinePosts posts;

    public BatchTransaction(Sql sql, Batch batch, Regrading regrading, AlertRules rules, MachinePosts posts) {
        this.sql = sql;
        this.batch = batch;
        this.regrading = regrading;
        this.rules = rules;
        this.posts = posts;
    }

    /// What a batch came to.
    ///
    /// @param quarantined what was kept and not applied, what was sent on among it
    /// @param posts whose posts the audit trail was told of
    public record Result(
            long applied, long duplicate, long quarantined, List<Raised> alerts, MachinePosts.News posts) {}

    /// Applies the batch.
    ///
    /// @throws ClaimLost when someone else has claimed the partition
    public Result run() {
        var now = Partitions.advance(
                        sql, batch.claim(), batch.next(), batch.records().size())
                .orElseThrow(ClaimLost::new);
        var touches = new Touches(now);
        var fates = Application.of(sql, RetractionCheck.of(sql, Recognition.of(sql, Sorting.of(sql, batch))), touches);
        var graded = regrading.of(sql, touches.all(), now, batch.partitions());
        var settled = without(fates, graded.failed());
        keep(settled);
        sendOn(settled);
        var counts = counts(settled);
        Partitions.settle(sql, batch.claim(), counts);
        Absence.changed(sql, graded.regraded());
        Absence.heard(sql, settled);
        var news = posts.of(settled, now);
        MachineEntries.append(sql, news.at(), news.posts());
        var alerts = alerts(settled, graded, now);
        return new Result(
                counts.applied(),
                counts.duplicate(),
                batch.records().size() - counts.applied() - counts.duplicate(),
                alerts,
                news);
    }

    /// What the rules failed on goes to quarantine, and the episode says that its grading is unavailable.
    private List<Fate> without(List<Fate> fates, List<Touch> failed) {
        Map<ObservationId, Touch> ungradable = new HashMap<>();
        for (var touch : failed) {
            Episodes.unavailable(sql, touch.episode(), UNGRADABLE);
            Observations.remove(sql, touch.fresh());
            touch.fresh().forEach(observation -> {
                Identities.quarantine(sql, observation.id(), UNGRADABLE);
                ungradable.put(observation.id(), touch);
            });
        }
        return fates.stream().map(fate -> without(fate, ungradable)).toList();
    }

    private static Fate without(Fate fate, Map<ObservationId, Touch> ungradable) {
        return fate instanceof Fate.Apply apply
                        && ungradable.containsKey(apply.observation().id())
                ? new Fate.Hold(
                        apply.record(),
                        QuarantineReason.UNGRADABLE,
                        UNGRADABLE,
                        Optional.of(apply.observation().patientId()))
                : fate;
    }

    private void keep(List<Fate> fates) {
        Quarantine.add(
                sql,
                fates.stream()
                        .flatMap(fate -> Keeping.held(batch, fate).stream())
                        .toList());
    }

    private void sendOn(List<Fate> fates) {
        Outbox.add(
                sql,
                fates.stream().flatMap(fate -> Keeping.message(fate).stream()).toList());
    }

    private static Partitions.Counts counts(List<Fate> fates) {
        var kinds = fates.stream()
                .collect(Collectors.groupingBy(
                        fate -> switch (fate) {
                            case Fate.Apply _, Fate.ApplyBaseline _, Fate.Admit _ -> "applied";
                            case Fate.Repeat _ -> "duplicate";
                            case Fate.Hold _, Fate.SendOn _ -> "quarantined";
                        },
                        Collectors.counting()));
        return new Partitions.Counts(kinds.getOrDefault("applied", 0L), kinds.getOrDefault("duplicate", 0L));
    }

    private List<Raised> alerts(List<Fate> fates, Regrading.Outcome graded, Instant now) {
        var work = new AlertWork(rules, now);
        graded.regraded().forEach(work::regraded);
        graded.failed().forEach(touch -> work.gradingFailed(touch.episode()));
        fates.stream()
                .filter(Fate.Hold.class::isInstance)
                .map(Fate.Hold.class::cast)
                .filter(hold -> hold.reason() == QuarantineReason.ID_CONFLICT)
                .forEach(hold -> conflict(work, hold));
        return work.write(sql);
    }

    private void conflict(AlertWork work, Fate.Hold hold) {
        if (hold.record().reading() instanceof StreamReading.Legible(StreamRecord.Observed observed)) {
            var at = observed.submission().effectiveAt();
            var subject = hold.patient()
                    .flatMap(patient -> Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                            .filter(episode -> episode.owns(at))
                            .findFirst())
                    .map(Subject::of)
                    .orElseGet(() -> new Subject(Optional.empty(), hold.patient(), Optional.empty(), Optional.empty()));
            work.idConflict(subject, observed.submission().id(), at);
        }
    }
}
