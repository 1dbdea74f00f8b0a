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

    private Bindings() {}

    /// Those moments at which the device was bound to someone.
    public static Map<DeviceAtTime, PatientId> of(Sql sql, List<DeviceAtTime> moments) {
        var bound = new HashMap<DeviceAtTime, PatientId>();
        if (!moments.isEmpty()) {
            sql.each(
                    "select want.ord, b.patient_id from unnest(?::text[], ?::timestamptz[]) with ordinality"
                            + " as want (device, at, ord)"
                            + " join device_binding b on b.device_id = want.device and b.valid @> want.at",
                    row -> bound.put(moments.get((int) row.number("ord") - 1), new PatientId(row.text("patient_id"))),
                    Column.texts(moments, moment -> moment.device().value()),
                    Column.of("timestamptz", moments, DeviceAtTime::at));
        }
        return bound;
    }
}
