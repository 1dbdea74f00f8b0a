package health.vigil.store;

import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Numbers;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.function.BiConsumer;

/// Reads values for charts that are charted by hand or come from the laboratory.
public final class ChartedValues {
    private static final String READ = """
        select kind, effective_at, content from observation
        where patient_id = any(?) and effective_at >= ? and effective_at <= ? and kind <> 'vital-signs'
            and kind in ('lab-result', 'neuro-check', 'oxygen-therapy') and graded and retracted_at is null
        order by effective_at, id
        """;

    private ChartedValues() {}

    /// Passes each value to a consumer, in order of time. Both ends of the span are included.
    public static void each(Sql sql, Numbers patient, Instant from, Instant to, BiConsumer<Instant, Content> consumer) {
        sql.each(
                READ,
                row -> consumer.accept(row.instant("effective_at"), content(row)),
                PatientNumbers.column(patient),
                from,
                to);
    }

    private static Content content(ResultRow row) {
        return ContentJson.read(Word.of(Kind.class, row.text("kind")).orElseThrow(), row.text("content"));
    }
}
