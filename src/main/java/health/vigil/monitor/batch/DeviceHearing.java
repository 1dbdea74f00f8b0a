package health.vigil.monitor.batch;

import health.vigil.alert.AlertRules;
import health.vigil.alert.DeviceAlerts;
import health.vigil.alert.DeviceUse;
import health.vigil.alert.DeviceUse.Outcome;
import health.vigil.alert.DeviceUse.Reading;
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

/// Notices devices that speak and are not used, and those that are used again.
final class DeviceHearing {
    private final Sql sql;
    private final AlertRules rules;
    private final Instant now;
    private final Map<String, Boolean> bound = new HashMap<>();

    DeviceHearing(Sql sql, AlertRules rules, Instant now) {
        this.sql = sql;
        this.rules = rules;
        this.now = now;
    }

    /// Notes what was heard of each device, has alerts raised of those that are not used, and ended of the others.
    void hear(List<Disposition> dispositions, AlertCollector alerts) {
        var said = new TreeMap<String, List<Reading>>();
        dispositions.forEach(disposition -> said(disposition, said));
        if (said.isEmpty()) {
            return;
        }
        var before = DeviceUses.lock(sql, said.keySet());
        var after = said.entrySet().stream()
                .map(entry -> after(entry, Optional.ofNullable(before.get(entry.getKey()))))
                .toList();
        DeviceUses.save(sql, after);
        after.forEach(use -> raise(use, Optional.ofNullable(before.get(use.device())), alerts));
        var used = after.stream()
                .filter(use -> use.toldUnused().isEmpty()
                        && Optional.ofNullable(before.get(use.device()))
                                .flatMap(DeviceUse::toldUnused)
                                .isPresent())
                .map(DeviceUse::device)
                .toList();
        alerts.ends(DeviceUses.alerts(sql, used));
    }

    private static DeviceUse after(Map.Entry<String, List<Reading>> said, Optional<DeviceUse> before) {
        var use = before.orElseGet(
                () -> DeviceUse.begin(said.getKey(), said.getValue().getFirst().receivedAt()));
        for (var reading : said.getValue()) {
            use = use.after(reading);
        }
        return use;
    }

    private void raise(DeviceUse use, Optional<DeviceUse> before, AlertCollector alerts) {
        use.toldUnused()
                .filter(_ -> before.flatMap(DeviceUse::toldUnused).isEmpty())
                .ifPresent(unused -> {
                    alerts.raise(
                            BoundDevices.bedOf(sql, use.device()),
                            new DeviceAlerts(now, rules.hospital()).unused(use, unused));
                    Timers.hurry(sql, Timers.DEVICE, List.of(use.device()));
                });
    }

    private void said(Disposition disposition, Map<String, List<Reading>> said) {
        if (disposition.record().reading() instanceof StreamReading.Legible(Observed observed)
                && observed.submission().subject() instanceof Subject.ByDevice(var device)
                && observed.release().isEmpty()
                && !(disposition instanceof Disposition.SendOn)) {
            var ahead = Duration.between(
                    observed.receivedAt(), observed.submission().effectiveAt());
            said.computeIfAbsent(device.value(), _ -> new ArrayList<>())
                    .add(new Reading(outcome(disposition, observed, device.value()), observed.receivedAt(), ahead));
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
                    Disposition.Repeat _,
                    Disposition.SendOn _ -> Outcome.OTHER;
        };
    }

    private boolean bound(String device) {
        return BoundDevices.of(sql, device).isPresent();
    }

    /// What was said before a device was bound says nothing of one that is bound now.
    private Outcome outcome(QuarantineReason reason, String device) {
        return switch (reason) {
            case UNBOUND_DEVICE -> bound.computeIfAbsent(device, this::bound) ? Outcome.OTHER : Outcome.UNBOUND;
            case ID_CONFLICT -> Outcome.ID_CONFLICT;
            case UNREADABLE, NO_EPISODE, FOREIGN_TARGET, NOT_PERMITTED -> Outcome.OTHER;
            case UNVERIFIED_AUTHOR, OTHER_WARD -> Outcome.OTHER;
            case AMBIGUOUS_TARGET, FORWARDED, UNGRADABLE -> Outcome.OTHER;
        };
    }
}
