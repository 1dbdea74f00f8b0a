package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.CheckAlerts;
import health.vigil.alert.Condition;
import health.vigil.history.Episode;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.store.Alerts.Subject;
import health.vigil.store.BoundDevices;
import health.vigil.store.BoundDevices.BoundDevice;
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
    private final DeviceSettings settings;
    private final AlertRules rules;

    public DeviceRound(Database database, DeviceSettings settings, AlertRules rules) {
        this.database = database;
        this.settings = settings;
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
        var alerts = new AlertCollector(rules, now);
        var silent = bound.flatMap(binding -> silentSince(sql, device, binding, now));
        Timers.rearm(sql, Timers.DEVICE, device, bound.map(binding -> next(sql, device, binding, watched, now)));
        watched.filter(_ -> silent.isPresent())
                .ifPresent(episode -> alerts.raise(
                        Subject.of(episode),
                        CheckAlerts.silent(device, interval(bound.orElseThrow()), silent.orElseThrow())));
        Set.copyOf(episodes).stream()
                .filter(id -> silent.isEmpty()
                        || watched.filter(episode -> episode.id().equals(id)).isEmpty())
                .forEach(id -> alerts.clears(id, condition.key()::equals));
        alerts.write(sql);
    }

    /// The episode in which the patient of a device is watched now.
    private static Optional<Episode> watched(Sql sql, BoundDevice bound) {
        return Episodes.of(sql, List.of(bound.patient())).values().stream()
                .flatMap(List::stream)
                .filter(episode -> MonitoredEpisodes.active(sql, episode.id()))
                .findFirst();
    }

    private Duration interval(BoundDevice bound) {
        return bound.silentAfter().map(Duration::ofSeconds).orElse(settings.silentAfter());
    }

    private Instant heard(Sql sql, String device, BoundDevice bound, Instant now) {
        return BoundDevices.heard(sql, device, bound, now.minus(interval(bound)))
                .filter(bound.since()::isBefore)
                .orElse(bound.since());
    }

    private Optional<Instant> silentSince(Sql sql, String device, BoundDevice bound, Instant now) {
        return Optional.of(heard(sql, device, bound, now))
                .filter(heard -> !heard.plus(interval(bound)).isAfter(now));
    }

    private Instant next(Sql sql, String device, BoundDevice bound, Optional<Episode> watched, Instant now) {
        var due = heard(sql, device, bound, now).plus(interval(bound));
        return watched.isPresent() && due.isAfter(now) ? due : now.plus(IDLE);
    }
}
