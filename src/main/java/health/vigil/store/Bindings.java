package health.vigil.store;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The patients that devices were bound to.
public final class Bindings {
    /// A device at a time.
    public record DeviceAtTime(DeviceId device, Instant at) {}

    /// The namespace of our advisory locks on devices.
    private static final int LOCKS = 0x6465_7669;

    private Bindings() {}

    /// Locks a device before it is bound for a time in the past. {@link #settled} takes the same lock shared,
    /// so that every reading either finds the new binding or is already in quarantine when the binding looks
    /// there.
    public static void lock(Sql sql, String device) {
        sql.first(
                "select true as held from (select pg_advisory_xact_lock(?, hashtext(?))) as l",
                _ -> true,
                LOCKS,
                device);
    }

    /// Like {@link #of}, and no other transaction binds these devices until this one ends.
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

    /// The bound patient for each device and time; pairs without a binding are left out.
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
