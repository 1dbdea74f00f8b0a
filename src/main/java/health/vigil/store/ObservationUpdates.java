package health.vigil.store;

import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Notes that observations are given out in another way, while their rows say the same.
public final class ObservationUpdates {
    private static final String NOTE = """
            update observation o set last_updated = clock_timestamp()
            from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[]) as changed (patient_id, effective_at, id, sender)
            where o.patient_id = changed.patient_id and o.effective_at = changed.effective_at and o.id = changed.id
                and coalesce(o.entered_by, '(stream)') = changed.sender
            """;

    private ObservationUpdates() {}

    /// What identifies a row.
    public record UpdatedObservation(PatientId patient, Instant effectiveAt, ObservationId id) {}

    public static void note(Sql sql, Collection<UpdatedObservation> changed) {
        if (!changed.isEmpty()) {
            var rows = List.copyOf(changed);
            sql.update(
                    NOTE,
                    Column.texts(rows, row -> row.patient().value()),
                    Column.of("timestamptz", rows, UpdatedObservation::effectiveAt),
                    Column.texts(rows, row -> row.id().value()),
                    Column.texts(rows, row -> row.id().sender().name()));
        }
    }
}
