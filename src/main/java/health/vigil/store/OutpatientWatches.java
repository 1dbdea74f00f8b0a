package health.vigil.store;

import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Stores from when to when patients are watched at home.
public final class OutpatientWatches {
    private static final String BEGIN = """
        insert into outpatient_watch (id, episode_id, began_at, begun_by, recorded_at, note)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    private static final String END = """
        update outpatient_watch set ended_at = greatest(began_at, ?), ended_by = ?, end_reason = ?
        where episode_id = ? and ended_at is null
        """;

    private static final String OPEN = """
        select e.id, w.began_at, (b.content->>'systolic')::numeric as systolic
        from episode e join outpatient_watch w on w.episode_id = e.id and w.ended_at is null
            left join lateral (
                select content from baseline where episode_id = e.id order by received_at desc limit 1) b on true
        where e.patient_id = any(?::text[]) and e.status = 'active'
        """;

    private OutpatientWatches() {}

    /// A watch that begins.
    ///
    /// @param at from when on the patient is watched at home
    public record BegunWatch(UUID episode, Instant at, String by, Instant recordedAt, Optional<String> note) {}

    /// A watch that goes on.
    ///
    /// @param since from when on the patient is watched at home
    /// @param usualSystolic mm Hg, of the newest baseline
    public record OpenWatch(UUID episode, Instant since, Optional<BigDecimal> usualSystolic) {}

    /// The watch of a patient that goes on now; empty if nobody watches the patient at home.
    public static Optional<OpenWatch> open(Sql sql, Numbers patient) {
        return sql.first(
                OPEN,
                row -> new OpenWatch(row.uuid("id"), row.instant("began_at"), row.optionalDecimal("systolic")),
                Column.texts(patient.all(), PatientId::value));
    }

    /// Begins a watch.
    ///
    /// @return false if the patient is watched at home already
    public static boolean begin(Sql sql, BegunWatch watch) {
        return sql.update(
                        BEGIN,
                        UUID.randomUUID(),
                        watch.episode(),
                        watch.at(),
                        watch.by(),
                        watch.recordedAt(),
                        watch.note())
                > 0;
    }

    /// Ends the watch that goes on.
    ///
    /// @return false if the patient is not watched at home
    public static boolean end(Sql sql, UUID episode, Instant at, String by, String reason) {
        return sql.update(END, at, by, reason, episode) > 0;
    }
}
