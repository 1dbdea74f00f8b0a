package health.vigil.monitor.round;

import health.vigil.alert.AlertRules;
import health.vigil.alert.CheckAlerts;
import health.vigil.alert.Condition;
import health.vigil.history.Episode;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.store.Alerts.AlertSubject;
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

/// Raises alerts for bound devices that send nothing. Each device has one timer.
@ApplicationScoped
public class DeviceRound {
    /// How often to look at a device whose patient is not watched; it raises no alert.
    private static final Duration IDLE = Duration.ofHours(1);

    private final Database database;
    private final DeviceSettings settings;
    private final AlertRules rules;

    public DeviceRound(Database database, DeviceSettings settings, AlertRules rules) {
        this.database = database;
        this.settings = settings;
        this.rules = rules;
    }

    /// Fires the due timers. Every replica may call this: row locks let only one fire each timer.
    void fire() {
        DueTimers.fire(database, Timers.DEVICE, this::check);
    }

    private void check(Sql sql, String device) {
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
                        AlertSubject.of(episode),
                        CheckAlerts.silent(device, interval(bound.orElseThrow()), silent.orElseThrow())));
        Set.copyOf(episodes).stream()
                .filter(id -> silent.isEmpty()
                        || watched.filter(episode -> episode.id().equals(id)).isEmpty())
                .forEach(id -> alerts.clears(id, condition.key()::equals));
        alerts.write(sql);
    }

    /// The watched episode of the device's patient.
    private static Optional<Episode> watched(Sql sql, BoundDevice bound) {
        return Episodes.of(sql, List.of(bound.patient())).values().stream()
                .flatMap(List::stream)
                .filter(episode -> MonitoredEpisodes.active(sql, episode.id()))
                .findFirst();
    }

    private Duration interval(BoundDevice bound) {
        return bound.silentAfter().map(Duration::ofSeconds).orElse(settings.silentAfter());
    }

    private Instant lastHeard(Sql sql, String device, BoundDevice bound, Instant now) {
        return BoundDevices.lastHeard(sql, device, bound, now.minus(interval(bound)))
                .filter(bound.since()::isBefore)
                .orElse(bound.since());
    }

    private Optional<Instant> silentSince(Sql sql, String device, BoundDevice bound, Instant now) {
        return Optional.of(lastHeard(sql, device, bound, now))
                .filter(heard -> !heard.plus(interval(bound)).isAfter(now));
    }

    private Instant next(Sql sql, String device, BoundDevice bound, Optional<Episode> watched, Instant now) {
        var due = lastHeard(sql, device, bound, now).plus(interval(bound));
        return watched.isPresent() && due.isAfter(now) ? due : now.plus(IDLE);
    }
}
