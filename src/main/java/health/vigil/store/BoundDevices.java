package health.vigil.store;

import health.vigil.alert.DeviceUse;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Devices that are bound to a patient, and when they last sent a reading.
public final class BoundDevices {
    /// A device that is bound now.
    ///
    /// @param silentAfter seconds; absent: the configured default
    public record BoundDevice(PatientId patient, Instant since, Optional<Long> silentAfter) {}

    /// A device at a time.
    ///
    /// @param at absent: now
    public record DeviceMoment(DeviceId device, Optional<Instant> at) {}

    private BoundDevices() {}

    public static Optional<BoundDevice> of(Sql sql, String device) {
        return sql.first(
                """
                select patient_id, lower(valid) as since, silent_after_seconds from device_binding
                where device_id = ? and upper_inf(valid)
                """,
                row -> new BoundDevice(
                        new PatientId(row.text("patient_id")),
                        row.instant("since"),
                        row.optionalNumber("silent_after_seconds")),
                device);
    }

    /// Those of some devices that were bound to a patient at the time, or are bound since then or now.
    public static Set<DeviceMoment> boundAt(Sql sql, Set<DeviceMoment> asked) {
        var moments = List.copyOf(asked);
        return Set.copyOf(sql.list(
                """
                select asked.place from unnest(?::text[], ?::timestamptz[]) with ordinality
                    as asked (device_id, at, place)
                where exists (
                    select from device_binding b
                    where b.device_id = asked.device_id and (upper_inf(b.valid) or b.valid @> asked.at))
                """,
                row -> moments.get((int) row.number("place") - 1),
                Column.texts(moments, moment -> moment.device().value()),
                Column.of("timestamptz", moments, DeviceMoment::at)));
    }

    /// When the device last sent anything, by the time of receipt.
    ///
    /// @param enough a time that is recent enough; if the device was heard later, nothing else is read
    public static Optional<Instant> lastHeard(Sql sql, String device, BoundDevice bound, Instant enough) {
        var noted = DeviceUses.of(sql, device).flatMap(DeviceUse::signOfLife);
        return noted.filter(enough::isBefore).isPresent() ? noted : later(noted, newest(sql, device, bound));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
    }

    /// The newest stored reading, because monitors of the previous version did not record device use.
    private static Optional<Instant> newest(Sql sql, String device, BoundDevice bound) {
        return sql.first("""
                select received_at from observation
                where patient_id = ? and effective_at >= ? and device_id = ? and graded
                order by effective_at desc limit 1
                """, row -> row.instant("received_at"), bound.patient().value(), bound.since(), device);
    }

    /// Where a device is: at its patient's bed, or in the ward of its last patient. Empty if it was never
    /// bound.
    public static Alerts.AlertSubject bedOf(Sql sql, String device) {
        var bound = of(sql, device).map(BoundDevice::patient);
        return bound.or(() -> last(sql, device))
                .flatMap(patient -> Episodes.of(sql, List.of(patient)).values().stream()
                        .flatMap(List::stream)
                        .filter(episode -> episode.owns(Observations.EVER))
                        .findFirst())
                .map(Alerts.AlertSubject::of)
                .map(bed -> bound.isPresent()
                        ? bed
                        : new Alerts.AlertSubject(Optional.empty(), Optional.empty(), bed.ward(), bed.bed()))
                .orElse(Alerts.AlertSubject.NOBODY);
    }

    private static Optional<PatientId> last(Sql sql, String device) {
        return sql.first("""
                select patient_id from device_binding where device_id = ? and not isempty(valid)
                order by lower(valid) desc limit 1
                """, row -> new PatientId(row.text("patient_id")), device);
    }

    /// The episodes with an unresolved alert of this condition of a device.
    public static List<UUID> awaitedIn(Sql sql, String condition) {
        return sql.list(
                "select episode_id from alert where state <> 'resolved' and condition = ? and episode_id is not null",
                row -> row.uuid("episode_id"),
                condition);
    }

    /// Ends the bindings of one number of a patient.
    ///
    /// @param by the user who ended them
    /// @return the devices that were bound then or later
    public static List<String> end(Sql sql, PatientId patient, Instant at, String by) {
        return sql.list("""
                update device_binding
                set valid = tstzrange(lower(valid), greatest(lower(valid), ?)), unbound_by = ?
                where patient_id = ? and (upper_inf(valid) or upper(valid) > ?)
                returning device_id
                """, row -> row.text("device_id"), at, by, patient.value(), at);
    }

    /// The devices whose bindings to a patient ended at an instant and that have not been bound since.
    public static List<String> endedAt(Sql sql, PatientId patient, Instant at) {
        return sql.list("""
                select device_id from device_binding ended
                where patient_id = any((select numbers_of(?))::text[]) and upper(valid) = ? and not exists (
                    select from device_binding b where b.device_id = ended.device_id and upper_inf(b.valid))
                order by device_id
                """, row -> row.text("device_id"), patient.value(), at);
    }

    /// The devices that are bound to a patient under any of the patient's numbers.
    public static List<String> of(Sql sql, PatientId patient) {
        return sql.list("""
                select device_id from device_binding
                where patient_id = any((select numbers_of(?))::text[]) and upper_inf(valid)
                order by device_id
                """, row -> row.text("device_id"), patient.value());
    }
}
