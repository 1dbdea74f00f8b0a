package health.vigil.outbox;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import health.vigil.store.BoundDevices;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import java.time.Instant;
import java.util.UUID;

/// Ends the device bindings of a patient with the stay. A stream record starts the move of readings that the
/// devices sent since then.
public final class StayBindings {
    private StayBindings() {}

    /// Ends the bindings at a time.
    ///
    /// @param by the user who ended them
    public static void end(Sql sql, PatientId patient, Instant at, String by) {
        PatientNumbers.of(sql, patient).all().forEach(number -> endOf(sql, number, at, by));
    }

    private static void endOf(Sql sql, PatientId patient, Instant at, String by) {
        var change = UUID.randomUUID();
        var devices = BoundDevices.end(sql, patient, at, by);
        devices.forEach(device ->
                Outbox.add(sql, patient, new StreamRecord.DeviceRebound(change, new DeviceId(device), patient, at)));
        Timers.makeDue(sql, Timers.DEVICE, devices);
    }
}
