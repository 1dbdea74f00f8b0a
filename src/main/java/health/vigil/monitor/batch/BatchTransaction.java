package health.vigil.monitor.batch;

import health.vigil.alert.AlertRules;
import health.vigil.history.RegradeRequest;
import health.vigil.history.RegradeRequests;
import health.vigil.monitor.batch.Regrading.RegradeResult;
import health.vigil.observation.ObservationId;
import health.vigil.store.Alerts.NewAlert;
import health.vigil.store.Episodes;
import health.vigil.store.Identities;
import health.vigil.store.MachineEntries;
import health.vigil.store.Observations;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Partitions;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Applies one batch and its offset in one transaction, completely or not at all.
public final class BatchTransaction {
    public static final String UNGRADABLE = "The rules failed on this patient when it was applied";

    private final Sql sql;
    private final Batch batch;
    private final Regrading regrading;
    private final AlertRules rules;
    private final MachineAudit audit;

    public BatchTransaction(Sql sql, Batch batch, Regrading regrading, AlertRules rules, MachineAudit audit) {
        this.sql = sql;
        this.batch = batch;
        this.regrading = regrading;
        this.rules = rules;
        this.audit = audit;
    }

    /// The result of a batch.
    ///
    /// @param quarantined the number of records in quarantine, including those that were sent on
    /// @param posts the new audit entries about machine posts
    public record BatchResult(
            long applied,
            long duplicate,
            long quarantined,
            List<NewAlert> alerts,
            MachineAudit.NewEntries posts,
            RegradeResult graded) {}

    /// Applies the batch.
    ///
    /// @throws ClaimLost when another member has claimed the partition
    public BatchResult run() {
        var turn = Partitions.advance(
                        sql, batch.claim(), batch.next(), batch.records().size())
                .orElseThrow(ClaimLost::new);
        var now = turn.now();
        var requests = new RegradeRequests(now, regrading.policies(sql, turn).rulesSince());
        var moves = new Moves(sql, batch, now);
        var merges = new Merges(sql, batch, now);
        var resolved = PatientResolution.of(sql, batch, merges);
        merges.regrade(requests);
        var revised = SourceRevisions.of(sql, resolved);
        var dispositions = ObservationWriter.of(
                sql,
                RetractionCheck.of(sql, Deduplication.of(sql, revised.dispositions())),
                revised.retractions(),
                requests,
                new EpisodeRevisions(sql, requests, moves, merges));
        var graded = regrading.of(sql, batch.claim(), turn, requests.all(), batch.partitions());
        var settled = without(dispositions, graded.failed());
        quarantine(settled);
        sendOn(settled);
        var counts = counts(settled);
        Partitions.settle(sql, batch.claim(), counts);
        TimerWakeups.regraded(sql, graded.regraded());
        DeathEffects.endBindings(sql, settled);
        TimerWakeups.applied(sql, settled);
        var audited = audit.of(settled, now);
        MachineEntries.append(sql, audited.at(), audited.posts());
        var alerts = new AlertCollector(rules, now);
        moves.raise(alerts, rules.hospital());
        merges.raise(alerts);
        MovedStatementAlerts.raise(revised.moved(), alerts);
        var raised = raised(settled, graded, alerts, now);
        graded.tell(sql);
        return new BatchResult(
                counts.applied(),
                counts.duplicate(),
                batch.records().size() - counts.applied() - counts.duplicate(),
                raised,
                audited,
                graded);
    }

    /// Moves observations on which the rules failed to quarantine, and marks their episodes as not gradable.
    private List<Disposition> without(List<Disposition> dispositions, List<RegradeRequest> failed) {
        Map<ObservationId, RegradeRequest> ungradable = new HashMap<>();
        for (var request : failed) {
            Episodes.unavailable(sql, request.episode(), UNGRADABLE);
            Observations.remove(sql, request.fresh());
            request.fresh().forEach(observation -> {
                Identities.quarantine(sql, observation.id(), UNGRADABLE);
                ungradable.put(observation.id(), request);
            });
        }
        return dispositions.stream()
                .map(disposition -> without(disposition, ungradable))
                .toList();
    }

    private static Disposition without(Disposition disposition, Map<ObservationId, RegradeRequest> ungradable) {
        return disposition instanceof Disposition.Apply apply
                        && ungradable.containsKey(apply.observation().id())
                ? new Disposition.Hold(
                        apply.record(),
                        QuarantineReason.UNGRADABLE,
                        UNGRADABLE,
                        Optional.of(apply.observation().patientId()))
                : disposition;
    }

    private void quarantine(List<Disposition> dispositions) {
        Quarantine.add(
                sql,
                dispositions.stream()
                        .flatMap(disposition -> QuarantineEntries.entry(batch, disposition).stream())
                        .toList());
    }

    private void sendOn(List<Disposition> dispositions) {
        OutboxMessages.add(
                sql,
                dispositions.stream()
                        .flatMap(disposition -> QuarantineEntries.message(disposition).stream())
                        .toList());
    }

    private static Partitions.Counts counts(List<Disposition> dispositions) {
        var kinds = dispositions.stream()
                .collect(Collectors.groupingBy(
                        disposition -> switch (disposition) {
                            case Disposition.Apply _,
                                    Disposition.ApplyBaseline _,
                                    Disposition.Admit _,
                                    Disposition.Change _,
                                    Disposition.Withdraw _ -> "applied";
                            case Disposition.Repeat _ -> "duplicate";
                            case Disposition.Hold _, Disposition.SendOn _ -> "quarantined";
                        },
                        Collectors.counting()));
        return new Partitions.Counts(kinds.getOrDefault("applied", 0L), kinds.getOrDefault("duplicate", 0L));
    }

    private List<NewAlert> raised(
            List<Disposition> dispositions, RegradeResult graded, AlertCollector alerts, Instant now) {
        graded.regraded().forEach(alerts::regraded);
        graded.failed().forEach(request -> alerts.gradingFailed(request.episode()));
        var held = new HeldRecordAlerts(sql, rules, now);
        held.raise(dispositions, alerts);
        new DeviceUseAlerts(sql, rules, now).update(dispositions, alerts);
        var raised = alerts.write(sql);
        held.noteCounts();
        return raised;
    }
}
