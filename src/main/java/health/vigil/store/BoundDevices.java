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

    /// When the last of a patient's readings by a device was received, whatever its date: at the latest when the newest
    /// that is not dated ahead was, which is found at once, and else by looking at all.
    ///
    /// @param enough where the newest was received after it, nothing more is looked for
    public static Optional<Instant> heard(Sql sql, PatientId patient, String device, Instant since, Instant enough) {
        var newest = newest(sql, patient, device, since);
        return newest.filter(enough::isBefore).isPresent() ? newest : last(sql, patient, device, since);
    }

    private static Optional<Instant> last(Sql sql, PatientId patient, String device, Instant since) {
        return sql.first(
                        "select max(received_at) as received_at from observation where patient_id = ? and device_id = ?"
                                + " and effective_at >= ?",
                        row -> row.optionalInstant("received_at"),
                        patient.value(),
                        device,
                        since)
                .flatMap(heard -> heard);
    }

    private static Optional<Instant> newest(Sql sql, PatientId patient, String device, Instant since) {
        return sql.first(
                "select received_at from observation where patient_id = ? and effective_at >= ? and device_id = ?"
                        + " and graded order by effective_at desc limit 1",
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
