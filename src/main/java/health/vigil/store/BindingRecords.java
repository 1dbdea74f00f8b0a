package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Stores the bindings of devices to patients.
public final class BindingRecords {
    private static final String EMPTY = "empty";

    /// A binding that has not ended. It may begin in the future, because pods of the previous version can write
    /// such bindings.
    private static final String LASTING = """
        select device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds
        from device_binding
        where device_id = ? and (upper_inf(valid) or upper(valid) > now()) order by lower(valid)
        """;

    private static final String EXISTING = """
        select device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds
        from device_binding
        where device_id = ? and patient_id = ? and lower(valid) = ? and upper(valid) is not distinct from ?
            and silent_after_seconds is not distinct from ?
        """;

    private static final String PAGE = """
        select device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds
        from device_binding as b
        where (upper_inf(valid) or upper(valid) > now()) and (?::text[] is null or patient_id = any(?::text[]))
            and (?::text[] is null or (
                select ward_fold(ward) = any(?::text[]) from episode e where e.patient_id = any(numbers_of(b.patient_id))
                order by status = 'active' desc, voided_at is null desc,
                    case when cardinality(numbers_of(b.patient_id)) > 1 then ended_at end desc, admitted_at desc
                limit 1))
            and (lower(valid), device_id) < (?, ?)
        order by lower(valid) desc, device_id desc limit ?
        """;

    /// The bindings that overlap a period, with the rest of each before and after it.
    private static final String OVERLAPPING = """
        select id, patient_id, valid * tstzrange(null, ?) as before, valid * tstzrange(?, null) as after
        from device_binding where device_id = ? and valid && tstzrange(?, ?) order by lower(valid)
        """;

    private static final String CUT = "update device_binding set valid = ?::tstzrange, unbound_by = ? where id = ?";

    private static final String KEEP_AFTER = """
        insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)
        select ?, device_id, patient_id, ?::tstzrange, bound_by, silent_after_seconds from device_binding where id = ?
        """;

    private static final String ADD = """
        insert into device_binding (id, device_id, patient_id, valid, bound_by, silent_after_seconds)
        values (?, ?, ?, tstzrange(?, ?), ?, ?)
        """;

    /// The patients to whom a device was bound in a period, each with its part of the period.
    private static final String BEARERS = """
        select patient_id, lower(part) as since, upper(part) as until
        from (select patient_id, valid * tstzrange(?, ?) as part from device_binding where device_id = ?) as bound
        where not isempty(part)
        """;

    private BindingRecords() {}

    /// The binding of a device to a patient.
    ///
    /// @param until absent while the binding is open
    /// @param silentAfter seconds; if absent, the configured time
    public record BindingRecord(
            String device,
            PatientId patient,
            Instant from,
            Optional<Instant> until,
            String boundBy,
            Optional<Long> silentAfter) {
        private static BindingRecord read(ResultRow row) {
            return new BindingRecord(
                    row.text("device_id"),
                    new PatientId(row.text("patient_id")),
                    row.instant("since"),
                    row.optionalInstant("until"),
                    row.text("bound_by"),
                    row.optionalNumber("silent_after_seconds"));
        }
    }

    /// A period; without `until` it has no end.
    public record Period(Instant from, Optional<Instant> until) {}

    /// A requested binding.
    public record WantedBinding(String device, PatientId patient, Period period, Optional<Integer> silentAfter) {}

    /// A patient to whom a device was bound, and when.
    public record FormerBearer(PatientId number, Instant since, Instant until) {
        private static FormerBearer read(ResultRow row) {
            return new FormerBearer(new PatientId(row.text("patient_id")), row.instant("since"), row.instant("until"));
        }
    }

    /// A binding that overlaps a new one and must be cut.
    private record Overlap(UUID id, PatientId patient, String before, String after) {
        private static Overlap read(ResultRow row) {
            return new Overlap(
                    row.uuid("id"), new PatientId(row.text("patient_id")), row.text("before"), row.text("after"));
        }
    }

    /// A filter for bindings. An absent part does not limit the list.
    ///
    /// @param numbers the numbers of one patient
    /// @param wards the keys of the wards that the reader may see
    public record BindingFilter(Optional<List<String>> numbers, Optional<Set<String>> wards) {}

    /// The open bindings of a device, and those that begin later.
    public static List<BindingRecord> lasting(Sql sql, String device) {
        return sql.list(LASTING, BindingRecord::read, device);
    }

    /// The stored binding that equals the requested one, if there is one.
    public static Optional<BindingRecord> existing(Sql sql, WantedBinding wanted) {
        return sql.first(
                EXISTING,
                BindingRecord::read,
                wanted.device(),
                wanted.patient().value(),
                wanted.period().from(),
                wanted.period().until(),
                wanted.silentAfter());
    }

    /// A page of bindings, newest first: those that began before an instant, or at it with an earlier device id.
    public static List<BindingRecord> page(Sql sql, BindingFilter filter, Instant before, String device, int rows) {
        var numbers = filter.numbers().map(list -> Column.texts(list, number -> number));
        var wards = filter.wards().map(keys -> Column.texts(List.copyOf(keys), key -> key));
        return sql.list(PAGE, BindingRecord::read, numbers, numbers, wards, wards, before, device, rows);
    }

    public static void add(Sql sql, WantedBinding wanted, String by) {
        sql.update(
                ADD,
                UUID.randomUUID(),
                wanted.device(),
                wanted.patient().value(),
                wanted.period().from(),
                wanted.period().until(),
                by,
                wanted.silentAfter());
    }

    /// Removes all bindings of the device in a period.
    ///
    /// @param by the user who did it
    /// @return the patients whose bindings were cut
    public static List<PatientId> free(Sql sql, String device, Period period, String by) {
        var cut = sql.list(
                OVERLAPPING, Overlap::read, period.from(), period.until(), device, period.from(), period.until());
        cut.forEach(overlap -> sql.update(CUT, overlap.before(), by, overlap.id()));
        if (period.until().isPresent()) {
            cut.stream()
                    .filter(overlap -> !overlap.after().equals(EMPTY))
                    .forEach(overlap -> sql.update(KEEP_AFTER, UUID.randomUUID(), overlap.after(), overlap.id()));
        }
        return cut.stream().map(Overlap::patient).toList();
    }

    /// The patients to whom a device was bound between two instants.
    public static List<FormerBearer> bearers(Sql sql, String device, Instant from, Instant until) {
        return sql.list(BEARERS, FormerBearer::read, from, until, device);
    }
}
