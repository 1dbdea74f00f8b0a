package health.vigil.monitor.batch;

import health.vigil.alert.AlertRules;
import health.vigil.alert.DeviceAlerts;
import health.vigil.alert.DeviceUse;
import health.vigil.alert.DeviceUse.DeviceSignal;
import health.vigil.alert.DeviceUse.Outcome;
import health.vigil.intake.Subject;
import health.vigil.observation.Kind;
import health.vigil.store.BoundDevices;
import health.vigil.store.DeviceUses;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Raises alerts for devices whose readings cannot be used, and ends them when the readings can be used
/// again.
final class DeviceUseAlerts {
    private final Sql sql;
    private final AlertRules rules;
    private final Instant now;
    private final Map<String, Boolean> bound = new HashMap<>();

    DeviceUseAlerts(Sql sql, AlertRules rules, Instant now) {
        this.sql = sql;
        this.rules = rules;
        this.now = now;
    }

    /// Stores the readings of each device, and raises or ends the alerts about unused devices.
    void update(List<Disposition> dispositions, AlertCollector alerts) {
        var readings = new TreeMap<String, List<DeviceSignal>>();
        dispositions.forEach(disposition -> readings(disposition, readings));
        if (readings.isEmpty()) {
            return;
        }
        var before = DeviceUses.lock(sql, readings.keySet());
        var after = readings.entrySet().stream()
                .map(entry -> after(entry, Optional.ofNullable(before.get(entry.getKey()))))
                .toList();
        DeviceUses.save(sql, after);
        after.forEach(use -> raise(use, Optional.ofNullable(before.get(use.device())), alerts));
        var used = after.stream()
                .filter(use -> use.unusedWithAlert().isEmpty()
                        && Optional.ofNullable(before.get(use.device()))
                                .flatMap(DeviceUse::unusedWithAlert)
                                .isPresent())
                .map(DeviceUse::device)
                .toList();
        alerts.ends(DeviceUses.alerts(sql, used));
    }

    private static DeviceUse after(Map.Entry<String, List<DeviceSignal>> readings, Optional<DeviceUse> before) {
        var use = before.orElseGet(() -> DeviceUse.begin(
                readings.getKey(), readings.getValue().getFirst().receivedAt()));
        for (var reading : readings.getValue()) {
            use = use.after(reading);
        }
        return use;
    }

    private void raise(DeviceUse use, Optional<DeviceUse> before, AlertCollector alerts) {
        use.unusedWithAlert()
                .filter(_ -> before.flatMap(DeviceUse::unusedWithAlert).isEmpty())
                .ifPresent(unused -> {
                    alerts.raise(
                            BoundDevices.bedOf(sql, use.device()),
                            new DeviceAlerts(now, rules.hospital()).unused(use, unused));
                    Timers.makeDue(sql, Timers.DEVICE, List.of(use.device()));
                });
    }

    private void readings(Disposition disposition, Map<String, List<DeviceSignal>> readings) {
        if (disposition.record().reading() instanceof StreamReading.Legible(Observed observed)
                && observed.submission().subject() instanceof Subject.ByDevice(var device)
                && observed.release().isEmpty()
                && !(disposition instanceof Disposition.SendOn)) {
            var ahead = Duration.between(
                    observed.receivedAt(), observed.submission().effectiveAt());
            readings.computeIfAbsent(device.value(), _ -> new ArrayList<>())
                    .add(new DeviceSignal(
                            outcome(disposition, observed, device.value()), observed.receivedAt(), ahead));
        }
    }

    private Outcome outcome(Disposition disposition, Observed observed, String device) {
        return switch (disposition) {
            case Disposition.Apply _ ->
                observed.submission().kind() == Kind.RETRACTION ? Outcome.OTHER : Outcome.APPLIED;
            case Disposition.Hold hold -> outcome(hold.reason(), device);
            case Disposition.ApplyBaseline _,
                    Disposition.Admit _,
                    Disposition.Change _,
                    Disposition.Withdraw _,
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Outcome.OTHER;
        };
    }

    private boolean bound(String device) {
        return BoundDevices.of(sql, device).isPresent();
    }

    /// An unbound reading does not count if the device is bound by now.
    private Outcome outcome(QuarantineReason reason, String device) {
        return switch (reason) {
            case UNBOUND_DEVICE -> bound.computeIfAbsent(device, this::bound) ? Outcome.OTHER : Outcome.UNBOUND;
            case ID_CONFLICT -> Outcome.ID_CONFLICT;
            case UNREADABLE, NO_EPISODE, FOREIGN_TARGET, NOT_PERMITTED -> Outcome.OTHER;
            case WRONG_PATIENT, UNVERIFIED_AUTHOR, OTHER_WARD -> Outcome.OTHER;
            case AMBIGUOUS_TARGET, FORWARDED, UNGRADABLE, UNMAPPED -> Outcome.OTHER;
        };
    }
}
