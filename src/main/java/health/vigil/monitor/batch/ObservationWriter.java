package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.history.RegradeRequests;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Baselines;
import health.vigil.store.Identities;
import health.vigil.store.Observations;
import health.vigil.store.Observations.ObservationEntry;
import health.vigil.store.Quarantine;
import health.vigil.store.Retractions;
import health.vigil.store.Retractions.EffectiveRetraction;
import health.vigil.store.Retractions.RetractionEntry;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes observations and other applied changes, and requests new grades for their episodes.
final class ObservationWriter {
    private final Sql sql;
    private final RegradeRequests requests;
    private final List<Disposition.Apply> applied;
    private final Map<ObservationId, Instant> retractedBefore = new HashMap<>();

    private ObservationWriter(
            Sql sql, List<Disposition> dispositions, List<Disposition.Apply> retractions, RegradeRequests requests) {
        this.sql = sql;
        this.requests = requests;
        this.applied = Stream.concat(
                        dispositions.stream()
                                .filter(Disposition.Apply.class::isInstance)
                                .map(Disposition.Apply.class::cast),
                        retractions.stream())
                .toList();
        Retractions.add(sql, entries(retractions));
    }

    /// Applies the dispositions and returns them; a change that was applied before becomes a repeat.
    ///
    /// @param retractions of what other systems reported otherwise
    static List<Disposition> of(
            Sql sql,
            List<Disposition> dispositions,
            List<Disposition.Apply> retractions,
            RegradeRequests requests,
            EpisodeRevisions revisions) {
        new ObservationWriter(sql, dispositions, retractions, requests).observations();
        return dispositions.stream()
                .map(disposition -> control(sql, disposition, requests, revisions))
                .toList();
    }

    private static Disposition control(
            Sql sql, Disposition disposition, RegradeRequests requests, EpisodeRevisions revisions) {
        return switch (disposition) {
            case Disposition.ApplyBaseline(var record, var change, var episode) -> {
                var version = new Baselines.BaselineChange(
                        change.id(),
                        episode.id(),
                        change.receivedAt(),
                        change.baseline(),
                        change.parts(),
                        change.enteredBy());
                if (!Baselines.change(sql, version)) {
                    yield new Disposition.Repeat(record);
                }
                requests.baselineChanged(episode, change.receivedAt());
                yield disposition;
            }
            case Disposition.Admit admit -> {
                Quarantine.readmit(sql, admit.admitted().patient(), "The patient was admitted");
                requests.admitted(admit.admitted().episodeId(), admit.episodes());
                yield disposition;
            }
            case Disposition.Change change ->
                revisions.apply(change) ? disposition : new Disposition.Repeat(change.record());
            case Disposition.Apply _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.Hold _,
                    Disposition.SendOn _ -> disposition;
        };
    }

    private void observations() {
        if (applied.isEmpty()) {
            return;
        }
        earlierRetractions();
        Observations.insert(sql, applied.stream().map(this::row).toList());
        applied.forEach(apply -> requests.applied(
                apply.observation(),
                retractedBefore.containsKey(apply.observation().id()),
                apply.episodes()));
        withdraw(entries(applied));
    }

    private static List<RetractionEntry> entries(List<Disposition.Apply> applied) {
        return applied.stream()
                .flatMap(apply -> RetractionCheck.retraction(apply).stream())
                .toList();
    }

    /// Applies retractions that were received before their targets.
    private void earlierRetractions() {
        EarlierRetractions.of(sql, applied).forEach(this::act);
    }

    private void act(RetractionEntry named, Disposition.Apply target) {
        var observation = target.observation();
        RetractionCheck.objection(named, target, observation.content().kind())
                .or(() -> foreign(named, target))
                .or(() -> RetractionCheck.unverified(named, target))
                .ifPresentOrElse(objection -> disarm(named, objection), () -> withdrawn(observation, named));
    }

    private Optional<RetractionCheck.Objection> foreign(RetractionEntry named, Disposition.Apply target) {
        return Observations.device(sql, named.retraction())
                .flatMap(by -> RetractionCheck.foreign(named, by, RetractionCheck.device(target)));
    }

    private void withdrawn(Observation target, RetractionEntry named) {
        if (target.content().kind() != Kind.RETRACTION) {
            retractedBefore.putIfAbsent(target.id(), named.receivedAt());
        }
    }

    private void disarm(RetractionEntry named, RetractionCheck.Objection objection) {
        Retractions.drop(sql, named);
        Identities.quarantine(sql, named.retraction(), objection.detail());
    }

    private ObservationEntry row(Disposition.Apply apply) {
        var device = apply.observed().submission().subject() instanceof Subject.ByDevice(var id)
                ? Optional.of(id)
                : Optional.<DeviceId>empty();
        return new ObservationEntry(
                apply.observation(),
                device.map(DeviceId::value),
                apply.observed().author().map(Author::username),
                apply.observed().author().flatMap(Author::address),
                Optional.ofNullable(retractedBefore.get(apply.observation().id())),
                apply.observed().source().map(source -> source.statement().key()));
    }

    private void withdraw(List<RetractionEntry> retractions) {
        Retractions.add(sql, retractions);
        var targets = Identities.known(
                sql,
                retractions.stream()
                        .flatMap(named -> named.target().observation().stream())
                        .toList());
        var effective = new ArrayList<EffectiveRetraction>();
        for (var named : retractions) {
            named.target()
                    .observation()
                    .flatMap(id -> Optional.ofNullable(targets.get(id)))
                    .ifPresent(target -> effective.add(new EffectiveRetraction(
                            named, target.id(), target.patient().orElse(named.patient()), target.effectiveAt())));
        }
        var episodes = new HashMap<PatientId, List<Episode>>();
        applied.forEach(
                apply -> apply.numbers().all().forEach(number -> episodes.putIfAbsent(number, apply.episodes())));
        Function<Observation, List<Episode>> of =
                observation -> episodes.getOrDefault(observation.patientId(), List.of());
        Retractions.withdraw(sql, effective)
                .forEach(gone -> requests.withdrawn(gone.observation(), gone.by(), of.apply(gone.observation())));
    }
}
