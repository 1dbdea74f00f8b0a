package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.history.Touches;
import health.vigil.intake.Sender;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.store.Baselines;
import health.vigil.store.Identities;
import health.vigil.store.Observations;
import health.vigil.store.Observations.Applied;
import health.vigil.store.Quarantine;
import health.vigil.store.Retractions;
import health.vigil.store.Retractions.Effective;
import health.vigil.store.Retractions.Named;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes what is to be applied, and tells which episodes it touches.
final class Application {
    private final Sql sql;
    private final Touches touches;
    private final List<Fate.Apply> applied;
    private final Map<ObservationId, Instant> retractedBefore = new HashMap<>();

    private Application(Sql sql, List<Fate> fates, Touches touches) {
        this.sql = sql;
        this.touches = touches;
        this.applied = fates.stream()
                .filter(Fate.Apply.class::isInstance)
                .map(Fate.Apply.class::cast)
                .toList();
    }

    /// Applies, and gives the fates back; a baseline that was known has become a repeat.
    static List<Fate> of(Sql sql, List<Fate> fates, Touches touches) {
        new Application(sql, fates, touches).observations();
        return fates.stream().map(fate -> control(sql, fate, touches)).toList();
    }

    private static Fate control(Sql sql, Fate fate, Touches touches) {
        return switch (fate) {
            case Fate.ApplyBaseline(var record, var change, var episode) -> {
                var version = new Baselines.Change(
                        change.id(), episode.id(), change.receivedAt(), change.baseline(), change.enteredBy());
                if (!Baselines.change(sql, version)) {
                    yield new Fate.Repeat(record);
                }
                touches.baselineChanged(episode, change.receivedAt());
                yield fate;
            }
            case Fate.Admit admit -> {
                Quarantine.readmit(sql, admit.admitted().patient());
                touches.admitted(admit.admitted().episodeId(), admit.episodes());
                yield fate;
            }
            case Fate.Apply _, Fate.Repeat _, Fate.Hold _, Fate.SendOn _ -> fate;
        };
    }

    private void observations() {
        if (applied.isEmpty()) {
            return;
        }
        earlierRetractions();
        Observations.insert(sql, applied.stream().map(this::row).toList());
        applied.forEach(apply -> touches.applied(apply.observation(), apply.episodes()));
        withdraw(applied.stream()
                .flatMap(apply -> RetractionCheck.named(apply).stream())
                .toList());
    }

    /// Retractions that were there before what they withdraw.
    private void earlierRetractions() {
        var targets = applied.stream()
                .collect(Collectors.toMap(apply -> apply.observation().id(), apply -> apply));
        for (var named : Retractions.of(sql, targets.keySet())) {
            var target = Optional.ofNullable(targets.get(named.target())).orElseThrow();
            var observation = target.observation();
            RetractionCheck.objection(
                            named,
                            observation.patientId(),
                            observation.content().kind())
                    .or(() -> foreign(named, target))
                    .ifPresentOrElse(objection -> disarm(named, objection), () -> withdrawn(observation, named));
        }
    }

    private Optional<RetractionCheck.Objection> foreign(Named named, Fate.Apply target) {
        return Observations.device(sql, named.retraction())
                .flatMap(by -> RetractionCheck.foreign(named, by, RetractionCheck.device(target)));
    }

    private void withdrawn(Observation target, Named named) {
        if (target.content().kind() != Kind.RETRACTION) {
            retractedBefore.putIfAbsent(target.id(), named.receivedAt());
        }
    }

    private void disarm(Named named, RetractionCheck.Objection objection) {
        Retractions.drop(sql, named);
        Identities.quarantine(sql, named.retraction(), objection.detail());
    }

    private Applied row(Fate.Apply apply) {
        var device = apply.observed().submission().sender() instanceof Sender.ByDevice(var id)
                ? Optional.of(id)
                : Optional.<DeviceId>empty();
        return new Applied(
                apply.observation(),
                device.map(DeviceId::value),
                apply.observed().author().map(Author::username),
                apply.observed().author().flatMap(Author::address),
                Optional.ofNullable(retractedBefore.get(apply.observation().id())));
    }

    private void withdraw(List<Named> retractions) {
        Retractions.add(sql, retractions);
        var targets = Identities.known(
                sql, retractions.stream().map(named -> named.target().value()).toList());
        var effective = new ArrayList<Effective>();
        for (var named : retractions) {
            Optional.ofNullable(targets.get(named.target().value()))
                    .ifPresent(target -> effective.add(new Effective(named, target.effectiveAt())));
        }
        Map<String, List<Episode>> episodes = applied.stream()
                .collect(Collectors.toMap(
                        apply -> apply.observation().patientId().value(), Fate.Apply::episodes, (one, _) -> one));
        Function<Observation, List<Episode>> of =
                observation -> episodes.getOrDefault(observation.patientId().value(), List.of());
        Retractions.withdraw(sql, effective)
                .forEach(gone -> touches.withdrawn(gone.observation(), gone.by(), of.apply(gone.observation())));
    }
}
