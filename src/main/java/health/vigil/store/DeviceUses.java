package health.vigil.store;

import health.vigil.alert.Condition;
import health.vigil.alert.DeviceUse;
import health.vigil.alert.DeviceUse.Drift;
import health.vigil.alert.DeviceUse.UnusedReadings;
import health.vigil.alert.UnusedReason;
import health.vigil.observation.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// When devices sent readings, and whether the readings are used.
public final class DeviceUses {
    private static final String SAVE = """
            insert into device_use (device_id, heard_at, used_at, unused_since, unused_reason, drift_since,
                drift_readings, drift_least, drift_most)
            select * from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                ?::timestamptz[], ?::int[], ?::bigint[], ?::bigint[])
            on conflict (device_id) do update set
                heard_at = greatest(device_use.heard_at, excluded.heard_at), used_at = excluded.used_at,
                unused_since = excluded.unused_since, unused_reason = excluded.unused_reason,
                drift_since = excluded.drift_since, drift_readings = excluded.drift_readings,
                drift_least = excluded.drift_least, drift_most = excluded.drift_most
            """;

    private DeviceUses() {}

    public static Optional<DeviceUse> of(Sql sql, String device) {
        return sql.first("select * from device_use where device_id = ?", DeviceUses::read, device);
    }

    /// Reads and locks the rows in order of device id.
    public static Map<String, DeviceUse> lock(Sql sql, Collection<String> devices) {
        var uses = new HashMap<String, DeviceUse>();
        sql.each(
                "select * from device_use where device_id = any(?) order by device_id for update",
                row -> uses.put(row.text("device_id"), read(row)),
                Column.texts(List.copyOf(devices), device -> device));
        return uses;
    }

    /// Writes the rows in the given order, which must be that of the ids.
    public static void save(Sql sql, List<DeviceUse> uses) {
        sql.update(
                SAVE,
                Column.texts(uses, DeviceUse::device),
                Column.of("timestamptz", uses, DeviceUse::heardAt),
                Column.of("timestamptz", uses, DeviceUse::usedAt),
                Column.of("timestamptz", uses, use -> use.unused().map(UnusedReadings::since)),
                Column.of("text", uses, use -> use.unused().map(UnusedReadings::reason)),
                Column.of("timestamptz", uses, use -> use.drift().map(Drift::since)),
                Column.of("int", uses, use -> use.drift().map(Drift::readings)),
                Column.of(
                        "bigint",
                        uses,
                        use -> use.drift().map(off -> off.least().toSeconds())),
                Column.of(
                        "bigint", uses, use -> use.drift().map(off -> off.most().toSeconds())));
    }

    private static DeviceUse read(ResultRow row) {
        return new DeviceUse(
                row.text("device_id"),
                row.instant("heard_at"),
                row.optionalInstant("used_at"),
                row.optionalInstant("unused_since").map(since -> new UnusedReadings(reason(row), since)),
                row.optionalInstant("drift_since").map(since -> drift(row, since)));
    }

    private static UnusedReason reason(ResultRow row) {
        return Word.of(UnusedReason.class, row.text("unused_reason")).orElseThrow();
    }

    private static Drift drift(ResultRow row, Instant since) {
        return new Drift(
                since,
                (int) row.number("drift_readings"),
                Duration.ofSeconds(row.number("drift_least")),
                Duration.ofSeconds(row.number("drift_most")));
    }

    /// The unresolved alerts about unused readings of some devices, locked in order of id.
    public static List<UUID> alerts(Sql sql, List<String> devices) {
        return devices.isEmpty()
                ? List.of()
                : sql.list(
                        """
                        select id from alert where state <> 'resolved' and condition = any(?) order by id for no key update
                        """,
                        row -> row.uuid("id"),
                        Column.texts(devices, device -> new Condition.DeviceUnused(device).key()));
    }
}
