package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Devices that are bound to a patient, and when they were heard.
public final class BoundDevices {
    /// A device that is bound now.
    ///
    /// @param silentAfter seconds; absent: as long as the setting says
    public record BoundDevice(PatientId patient, Instant since, Optional<Long> silentAfter) {}

    private BoundDevices() {}

    public static Optional<BoundDevice> of(Sql sql, String device) {
        return sql.first(
                "select patient_id, lower(valid) as since, silent_after_seconds from device_binding"
                        + " where device_id = ? and upper_inf(valid)",
                row -> new BoundDevice(
                        new PatientId(row.text("patient_id")),
                        row.instant("since"),
                        row.optionalNumber("silent_after_seconds")),
                device);
    }

    /// When the newest of a patient's readings by a device was received.
    public static Optional<Instant> heard(Sql sql, PatientId patient, String device, Instant since) {
        return sql.first(
                "select received_at from observation where patient_id = ? and effective_at >= ? and device_id = ?"
                        + " order by effective_at desc limit 1",
                row -> row.instant("received_at"),
                patient.value(),
                since,
                device);
    }

    /// The episodes that wait for a device to speak.
    public static List<UUID> awaitedIn(Sql sql, String condition) {
        return sql.list(
                "select episode_id from alert where state <> 'resolved' and condition = ? and episode_id is not null",
                row -> row.uuid("episode_id"),
                condition);
    }

    /// Listens for the devices of a patient.
    public static List<String> of(Sql sql, PatientId patient) {
        return sql.list(
                "select device_id from device_binding where patient_id = ? and upper_inf(valid)",
                row -> row.text("device_id"),
                patient.value());
    }
}
