package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The bindings of devices to patients, as they are kept.
public final class BindingRecords {
    private static final String EMPTY = "empty";

    /// It has begun or will, and has not ended: a pod of the version before may write one that is to come.
    private static final String LASTING = """
        select device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds
        from device_binding
        where device_id = ? and (upper_inf(valid) or upper(valid) > now()) order by lower(valid)
        """;

    private static final String STANDING = """
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

    /// The bindings that hold some of a period, and what is left of each before and after it.
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

    /// To whom it was bound in a stretch of time, and in which part of it.
    private static final String BEARERS = """
        select patient_id, lower(part) as since, upper(part) as until
        from (select patient_id, valid * tstzrange(?, ?) as part from device_binding where device_id = ?) as bound
        where not isempty(part)
        """;

    private BindingRecords() {}

    /// A device that speaks for a patient.
    ///
    /// @param until absent while it lasts
    /// @param silentAfter seconds; absent: as long as the setting says
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

    /// From an instant until another; for good where that is absent.
    public record Period(Instant from, Optional<Instant> until) {}

    /// A binding as it is asked for.
    public record WantedBinding(String device, PatientId patient, Period period, Optional<Integer> silentAfter) {}

    /// Who had a device, and when.
    public record FormerBearer(PatientId number, Instant since, Instant until) {
        private static FormerBearer read(ResultRow row) {
            return new FormerBearer(new PatientId(row.text("patient_id")), row.instant("since"), row.instant("until"));
        }
    }

    /// A binding that has to give way.
    private record Overlap(UUID id, PatientId patient, String before, String after) {
        private static Overlap read(ResultRow row) {
            return new Overlap(
                    row.uuid("id"), new PatientId(row.text("patient_id")), row.text("before"), row.text("after"));
        }
    }

    /// Which bindings are listed; what is absent narrows nothing.
    ///
    /// @param numbers those of one patient
    /// @param wards the keys of those that the reader may see
    public record BindingFilter(Optional<List<String>> numbers, Optional<Set<String>> wards) {}

    /// The bindings of a device that last, and those that are to come.
    public static List<BindingRecord> lasting(Sql sql, String device) {
        return sql.list(LASTING, BindingRecord::read, device);
    }

    /// The very binding that is asked for.
    public static Optional<BindingRecord> standing(Sql sql, WantedBinding wanted) {
        return sql.first(
                STANDING,
                BindingRecord::read,
                wanted.device(),
                wanted.patient().value(),
                wanted.period().from(),
                wanted.period().until(),
                wanted.silentAfter());
    }

    /// The newest first, those that began before an instant, or at it with an earlier device.
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

    /// Nobody has the device in a period any more.
    ///
    /// @param by who did
    /// @return whose bindings were cut
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

    /// Who had a device from an instant until another.
    public static List<FormerBearer> bearers(Sql sql, String device, Instant from, Instant until) {
        return sql.list(BEARERS, FormerBearer::read, from, until, device);
    }
}
