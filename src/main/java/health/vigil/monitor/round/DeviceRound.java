package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.CheckAlerts;
import health.vigil.alert.Condition;
import health.vigil.history.Episode;
import health.vigil.monitor.batch.AlertWork;
import health.vigil.store.Alerts.Subject;
import health.vigil.store.BoundDevices;
import health.vigil.store.BoundDevices.Bound;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Notices devices that are bound and say nothing: one timer for each.
@ApplicationScoped
public class DeviceRound {
    /// A device that is bound to a patient who is not watched speaks to nobody: looked at again so often.
    private static final Duration IDLE = Duration.ofHours(1);

    private final Database database;
    private final DeviceConfig config;
    private final AlertRules rules;

    public DeviceRound(Database database, DeviceConfig config, AlertRules rules) {
        this.database = database;
        this.config = config;
        this.rules = rules;
    }

    /// Any replica may: each timer is fired by one.
    void fire() {
        DueTimers.fire(database, Timers.DEVICE, this::listen);
    }

    private void listen(Sql sql, String device) {
        var condition = new Condition.DeviceSilent(device);
        var bound = BoundDevices.of(sql, device);
        var awaited = BoundDevices.awaitedIn(sql, condition.key());
        var watched = bound.flatMap(binding -> watched(sql, binding));
        var episodes = new ArrayList<>(awaited);
        watched.ifPresent(episode -> episodes.add(episode.id()));
        Episodes.lockPatientsOf(sql, episodes);
        var claimed = Timers.claim(sql, Timers.DEVICE, device);
        if (claimed.isEmpty()) {
            return;
        }
        var now = claimed.get();
        var work = new AlertWork(rules, now);
        var silent = bound.flatMap(binding -> silentSince(sql, device, binding, now));
        Timers.rearm(sql, Timers.DEVICE, device, bound.map(binding -> next(sql, device, binding, watched, now)));
        watched.filter(_ -> silent.isPresent())
                .ifPresent(episode -> work.raise(
                        Subject.of(episode),
                        CheckAlerts.silent(device, interval(bound.orElseThrow()), silent.orElseThrow())));
        Set.copyOf(episodes).stream()
                .filter(id -> silent.isEmpty()
                        || watched.filter(episode -> episode.id().equals(id)).isEmpty())
                .forEach(id -> work.clears(id, condition.key()::equals));
        work.write(sql);
    }

    /// The episode in which the patient of a device is watched now.
    private static Optional<Episode> watched(Sql sql, Bound bound) {
        return Episodes.of(sql, List.of(bound.patient())).values().stream()
                .flatMap(List::stream)
                .filter(episode -> MonitoredEpisodes.active(sql, episode.id()))
                .findFirst();
    }

    private Duration interval(Bound bound) {
        return bound.silentAfter().map(Duration::ofSeconds).orElse(config.silentAfter());
    }

    private Instant heard(Sql sql, String device, Bound bound) {
        return BoundDevices.heard(sql, bound.patient(), device, bound.since())
                .filter(bound.since()::isBefore)
                .orElse(bound.since());
    }

    private Optional<Instant> silentSince(Sql sql, String device, Bound bound, Instant now) {
        return Optional.of(heard(sql, device, bound))
                .filter(heard -> !heard.plus(interval(bound)).isAfter(now));
    }

    private Instant next(Sql sql, String device, Bound bound, Optional<Episode> watched, Instant now) {
        var due = heard(sql, device, bound).plus(interval(bound));
        return watched.isPresent() && due.isAfter(now) ? due : now.plus(IDLE);
    }
}
