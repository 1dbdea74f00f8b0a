package health.vigil.store;

import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/// Reads single vital signs of one patient number.
public final class VitalReadings {
    private static final String COUNT = """
        select count(*) as number from (
            select from observation where patient_id = ? and effective_at >= ? and effective_at <= ? limit ?) as capped
        """;

    /// `offset 0` makes the planner use the index for each period. Otherwise its generic plan, used from the sixth
    /// execution on a connection, would read all of the patient's observations.
    private static final String WITHIN = """
        select effective_at, content
        from unnest(?::timestamptz[], ?::timestamptz[]) as span (begin, finish)
            cross join lateral (
                select effective_at, content from observation
                where patient_id = ? and effective_at >= begin and effective_at <= finish and kind = 'vital-signs'
                    and graded and retracted_at is null offset 0) as reading
        """;

    private VitalReadings() {}

    /// A period, both ends included.
    public record TimeRange(Instant begin, Instant finish) {
        public static TimeRange hour(Instant begin) {
            return before(begin, begin.plus(Duration.ofHours(1)));
        }

        /// The period from `begin` to just before `end`.
        ///
        /// @param end excluded
        public static TimeRange before(Instant begin, Instant end) {
            return new TimeRange(begin, end.minusNanos(1000));
        }
    }

    /// Whether a number has at most `most` observations in a period.
    public static boolean few(Sql sql, PatientId number, TimeRange stretch, int most) {
        return sql.first(
                                COUNT,
                                row -> row.number("number"),
                                number.value(),
                                stretch.begin(),
                                stretch.finish(),
                                most + 1)
                        .orElse(0L)
                <= most;
    }

    /// The readings of some periods, in no particular order.
    public static void within(
            Sql sql, PatientId number, List<TimeRange> stretches, BiConsumer<Instant, VitalSigns> consumer) {
        sql.each(
                WITHIN,
                row -> consumer.accept(row.instant("effective_at"), signs(row)),
                Column.of("timestamptz", stretches, TimeRange::begin),
                Column.of("timestamptz", stretches, TimeRange::finish),
                number.value());
    }

    private static VitalSigns signs(ResultRow row) {
        return (VitalSigns) ContentJson.read(Kind.VITAL_SIGNS, row.text("content"));
    }
}
