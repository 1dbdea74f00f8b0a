package health.vigil.store;

import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The numbers of each patient. The SQL functions `patient_of` and `numbers_of` return the current state.
public final class PatientNumbers {
    /// For each `asked` number, all `numbers` of the patient as known at a time, and when they last changed.
    static final String AS_KNOWN = """
            with standing as (
                select m.old_id, m.into_id, times.known
                from (select ?::timestamptz as known) times left join patient_merge m
                    on m.known_at <= times.known and (m.ended_at is null or m.ended_at > times.known)),
            asked as (
                select a.number as asked, coalesce(s.into_id, a.number) as patient
                from unnest(?::text[]) as a (number) left join standing s on s.old_id = a.number),
            numbered as (
                select asked, patient, array[patient] || coalesce((
                        select array_agg(old_id order by old_id) from standing where into_id = patient), '{}') as numbers,
                    (select max(case when c.ended_at <= t.known then c.ended_at else c.known_at end)
                        from patient_merge c, (select known from standing limit 1) t
                        where c.known_at <= t.known and (c.into_id in (asked, patient) or c.old_id in (asked, patient)))
                        as changed_at
                from asked)
            """;

    private static final String MERGED = """
            select old_id, into_id from patient_merge
            where old_id = any(?) and known_at is not null and ended_at is null
            """;

    private PatientNumbers() {}

    /// The arguments of a statement that begins with {@link #AS_KNOWN}.
    static Object[] arguments(Collection<PatientId> asked, Instant knownAt, Object... more) {
        return Stream.concat(
                        Stream.of(knownAt, Column.texts(List.copyOf(asked), PatientId::value)), Arrays.stream(more))
                .toArray();
    }

    /// Those of some numbers that are merged into another one now, with that one.
    public static Map<PatientId, PatientId> merged(Sql sql, Collection<PatientId> numbers) {
        var merged = new HashMap<PatientId, PatientId>();
        sql.each(
                MERGED,
                row -> merged.put(new PatientId(row.text("old_id")), new PatientId(row.text("into_id"))),
                Column.texts(List.copyOf(numbers), PatientId::value));
        return merged;
    }

    /// All numbers of the patient to whom a number belongs.
    public static Numbers of(Sql sql, PatientId number) {
        return sql.first("select array_to_string(numbers_of(?), ' ') as numbers", PatientNumbers::read, number.value())
                .orElseThrow();
    }

    static Numbers read(ResultRow row) {
        return new Numbers(Arrays.stream(row.text("numbers").split(" "))
                .map(PatientId::new)
                .toList());
    }

    static Column column(Numbers numbers) {
        return Column.texts(numbers.all(), PatientId::value);
    }
}
