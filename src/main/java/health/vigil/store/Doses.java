package health.vigil.store;

import health.vigil.alert.Dose;
import health.vigil.history.Episode;
import health.vigil.observation.Drug;
import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.util.List;

/// Which doses of a drug were given.
public final class Doses {
    private Doses() {}

    /// Those of an episode that were not retracted.
    public static List<Dose> of(Sql sql, Episode episode, Drug drug) {
        return sql.list(
                "select id, effective_at, content->>'dose' as dose, coalesce(device_id, entered_by) as sender from observation where patient_id = ?"
                        + " and kind = 'medication' and content->>'drug' = ? and graded and retracted_at is null"
                        + " and effective_at >= ? and (?::timestamptz is null or effective_at < ?)"
                        + " order by effective_at, id",
                row -> new Dose(
                        new ObservationId(row.text("id")),
                        row.instant("effective_at"),
                        row.optionalText("dose").map(BigDecimal::new),
                        row.optionalText("sender")),
                episode.patient().value(),
                drug,
                episode.infusedAt(),
                episode.endsBefore(),
                episode.endsBefore());
    }
}
