package health.vigil.store;

import health.vigil.alert.GivenDose;
import health.vigil.history.Episode;
import health.vigil.observation.Drug;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// The doses of a drug that were given.
public final class Doses {
    private static final String GIVEN = """
            select id, sender, effective_at, content->>'dose' as dose, coalesce(device_id, entered_by) as source
            from observation
            where patient_id = any(?) and kind = 'medication' and content->>'drug' = ? and graded
                and effective_at >= ? and (?::timestamptz is null or effective_at < ?) and effective_at <= ?
                and received_at <= ? and (retracted_at is null or retracted_at > ?)
            order by effective_at, id, sender
            """;

    private Doses() {}

    /// The doses of an episode that were not retracted.
    public static List<GivenDose> of(Sql sql, Episode episode, Drug drug) {
        return of(sql, episode, drug, new AsKnown(Observations.EVER, Observations.EVER));
    }

    public record AsKnown(Instant at, Instant knownAt) {}

    /// The doses up to a clinical time, as they were known at a time.
    public static List<GivenDose> of(Sql sql, Episode episode, Drug drug, AsKnown times) {
        return sql.list(
                GIVEN,
                row -> new GivenDose(
                        Observations.id(row),
                        row.instant("effective_at"),
                        row.optionalText("dose").map(BigDecimal::new),
                        row.optionalText("source")),
                PatientNumbers.column(episode.numbers()),
                drug,
                episode.infusedAt(),
                episode.own().until(),
                episode.own().until(),
                times.at(),
                times.knownAt(),
                times.knownAt());
    }
}
