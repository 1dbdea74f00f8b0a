package health.vigil.store;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which patient a device was bound to.
public final class Bindings {
    /// A device at an instant.
    public record DeviceAtTime(DeviceId device, Instant at) {}

    /// The space of our advisory locks of devices.
    private static final int LOCKS = 0x6465_7669;

    private Bindings() {}

    /// Whoever binds a device to the past waits for those that put its readings aside, and they for it:
    /// what is put aside is seen by one that comes later.
    public static void lock(Sql sql, String device) {
        sql.first(
                "select true as held from (select pg_advisory_xact_lock(?, hashtext(?))) as l",
                _ -> true,
                LOCKS,
                device);
    }

    /// The same as {@link #of}, and nobody binds these devices until the transaction ends.
    public static Map<DeviceAtTime, PatientId> settled(Sql sql, List<DeviceAtTime> moments) {
        moments.stream()
                .map(moment -> moment.device().value())
                .distinct()
                .sorted()
                .forEach(device -> sql.first(
                        "select true as held from (select pg_advisory_xact_lock_shared(?, hashtext(?))) as l",
                        _ -> true,
                        LOCKS,
                        device));
        return of(sql, moments);
    }

    /// Those moments at which the device was bound to someone.
    public static Map<DeviceAtTime, PatientId> of(Sql sql, List<DeviceAtTime> moments) {
        var bound = new HashMap<DeviceAtTime, PatientId>();
        if (!moments.isEmpty()) {
            sql.each(
                    """
                    select want.ord, b.patient_id
                    from unnest(?::text[], ?::timestamptz[]) with ordinality as want (device, at, ord)
                        join device_binding b on b.device_id = want.device and b.valid @> want.at
                    """,
                    row -> bound.put(moments.get((int) row.number("ord") - 1), new PatientId(row.text("patient_id"))),
                    Column.texts(moments, moment -> moment.device().value()),
                    Column.of("timestamptz", moments, DeviceAtTime::at));
        }
        return bound;
    }
}
