package health.vigil.store;

import health.vigil.alert.GivenDose;
import health.vigil.history.Episode;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private static final String CHARTED = """
            select id, effective_at, content->>'indication' as indication
            from observation
            where patient_id = any(?) and kind <> 'vital-signs' and kind = 'medication' and retracted_at is null
                and graded and effective_at >= ? and effective_at <= ? and content->>'drug' = ?
                and lower(coalesce(content->>'drugName', '')) = lower(?)
            order by effective_at, id, sender
            """;

    /// `ord` is the position in the requested list, from 1.
    private static final String OF_RECORDS = """
            select distinct asked.ord
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                with ordinality as asked (patient_id, drug, name, since, until, ord)
            join observation o on o.patient_id = any(numbers_of(asked.patient_id)) and o.kind <> 'vital-signs'
                and o.kind = 'medication' and o.retracted_at is null and o.graded and o.id like ? || '%'
                and o.effective_at >= asked.since and o.effective_at <= asked.until
                and o.content->>'drug' = asked.drug
                and lower(coalesce(o.content->>'drugName', '')) = lower(asked.name)
            """;

    private Doses() {}

    /// The charted doses of the same drug that may be this one, from whomever. A dose that is dated in the future
    /// is none.
    ///
    /// @param numbers all numbers of the patient
    public static List<ChartedDose> charted(Sql sql, List<String> numbers, Medication dose, Instant at) {
        return sql.list(
                CHARTED,
                row -> new ChartedDose(
                        row.text("id"),
                        row.instant("effective_at"),
                        row.optionalText("indication").flatMap(word -> Word.of(Indication.class, word))),
                Column.texts(numbers, number -> number),
                at.minus(ChartedDose.SAME_DOSE_WITHIN),
                at.plus(ChartedDose.SAME_DOSE_WITHIN),
                dose.drug(),
                dose.drugName().orElse(""));
    }

    /// A dose of a patient.
    public record PatientDose(PatientId patient, Medication dose, Instant at) {}

    /// Those doses that an infusion record may have charted already.
    public static Set<PatientDose> ofRecords(Sql sql, List<PatientDose> doses) {
        var found = new HashSet<PatientDose>();
        if (!doses.isEmpty()) {
            sql.each(
                    OF_RECORDS,
                    row -> found.add(doses.get((int) row.number("ord") - 1)),
                    Column.of("text", doses, each -> each.patient().value()),
                    Column.of("text", doses, each -> each.dose().drug()),
                    Column.of("text", doses, each -> each.dose().drugName().orElse("")),
                    Column.of("timestamptz", doses, each -> each.at().minus(ChartedDose.SAME_DOSE_WITHIN)),
                    Column.of("timestamptz", doses, each -> each.at().plus(ChartedDose.SAME_DOSE_WITHIN)),
                    ChartedDose.OF_A_RECORD);
        }
        return found;
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
