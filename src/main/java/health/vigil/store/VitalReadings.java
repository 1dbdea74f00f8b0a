package health.vigil.store;

import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/// Vital signs one by one, of one number of a patient.
public final class VitalReadings {
    private static final String COUNT = """
        select count(*) as number from (
            select from observation where patient_id = ? and effective_at >= ? and effective_at <= ? limit ?) as capped
        """;

    /// `offset 0` keeps the planner to the index, stretch by stretch: its generic plan, which a connection takes from
    /// the sixth time on, would read all that the patient has.
    private static final String WITHIN = """
        select effective_at, content
        from unnest(?::timestamptz[], ?::timestamptz[]) as span (begin, finish)
            cross join lateral (
                select effective_at, content from observation
                where patient_id = ? and effective_at >= begin and effective_at <= finish and kind = 'vital-signs'
                    and graded and retracted_at is null offset 0) as reading
        """;

    private VitalReadings() {}

    /// A stretch of time, both ends included.
    public record TimeRange(Instant begin, Instant finish) {
        public static TimeRange hour(Instant begin) {
            return before(begin, begin.plus(Duration.ofHours(1)));
        }

        /// All instants before another.
        ///
        /// @param end excluded
        public static TimeRange before(Instant begin, Instant end) {
            return new TimeRange(begin, end.minusNanos(1000));
        }
    }

    /// Whether a number has no more observations in a stretch of time than so many.
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

    /// Those of some stretches of time, in no order.
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
