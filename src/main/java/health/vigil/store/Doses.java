package health.vigil.store;

import health.vigil.alert.GivenDose;
import health.vigil.history.Episode;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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

    private static final String IN_A_MINUTE = """
            select id from observation
            where patient_id = any(?) and kind <> 'vital-signs' and kind = 'medication' and retracted_at is null
                and effective_at >= ? and effective_at < ? and content->>'drug' = ?
                and coalesce(content->>'drugName', '') = ?
            order by id limit 1
            """;

    private Doses() {}

    /// The id of a dose of the same drug that is charted in the same minute, from whomever.
    ///
    /// @param numbers all numbers of the patient
    public static Optional<String> charted(Sql sql, List<String> numbers, Medication dose, Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        return sql.first(
                IN_A_MINUTE,
                row -> row.text("id"),
                Column.texts(numbers, number -> number),
                minute,
                minute.plus(1, ChronoUnit.MINUTES),
                dose.drug(),
                dose.drugName().orElse(""));
    }

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
