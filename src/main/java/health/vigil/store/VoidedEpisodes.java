package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Removes the results of admissions that were made in error.
public final class VoidedEpisodes {
    private static final String WITHDRAW = """
            with withdrawn as (
                update grade_change set superseded_at = ? where episode_id = ? and superseded_at is null
                returning grade_change as change)
            insert into outbox (topic, key, value)
            select 'vigil.grades', (w.change).patient_id, grade_change_json(w.change)::text
            from withdrawn w order by (w.change).number
            """;

    private VoidedEpisodes() {}

    /// Marks the grades of a voided episode as superseded, and deletes its checkpoints and timers.
    ///
    /// @return when it was voided; empty if there is no such voided episode
    public static Optional<Instant> clear(Sql sql, UUID episode, PatientId patient) {
        var at = sql.first(
                "select voided_at from episode where id = ? and patient_id = ? and voided_at is not null",
                row -> row.instant("voided_at"),
                episode,
                patient.value());
        at.ifPresent(voidedAt -> {
            sql.announce();
            sql.update(WITHDRAW, voidedAt, episode);
            sql.update("delete from checkpoint where episode_id = ?", episode);
            sql.update(
                    "delete from timer where kind in (?, ?) and subject = ?",
                    Timers.GRADE,
                    Timers.CHECK,
                    episode.toString());
        });
        return at;
    }
}
