package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The first infusions of episodes. No two episodes of a patient may have the same one.
public final class FirstInfusions {
    private static final String EARLIEST = """
            select asked.patient_id, min(e.infused_at) as infused_at
            from unnest(?::text[]) as asked (patient_id)
                left join episode e on e.patient_id = any(numbers_of(asked.patient_id)) and e.voided_at is null
            group by asked.patient_id
            """;

    private FirstInfusions() {}

    /// The time of each patient's earliest infusion; empty for a patient without an episode.
    public static Map<PatientId, Optional<Instant>> earliest(Sql sql, Collection<PatientId> patients) {
        var infusions = new HashMap<PatientId, Optional<Instant>>();
        if (!patients.isEmpty()) {
            sql.each(
                    EARLIEST,
                    row -> infusions.put(new PatientId(row.text("patient_id")), row.optionalInstant("infused_at")),
                    Column.texts(List.copyOf(patients), PatientId::value));
        }
        return infusions;
    }

    /// Whether no episode of the patient has this first infusion.
    public static boolean isFree(Sql sql, PatientId patient, Instant infusedAt) {
        return sql.first("""
                        select not exists (
                            select from first_infusion
                            where patient_id = any((select numbers_of(?))::text[]) and infused_at = ?) as free
                        """, row -> row.flag("free"), patient.value(), infusedAt)
                .orElse(false);
    }

    /// Reserves a time of infusion for an episode and releases its former one. After a merge, episodes may
    /// already have the same time; no further episode can then get it.
    ///
    /// @return false if another episode of the patient has it
    public static boolean claim(Sql sql, PatientId patient, UUID episode, Instant infusedAt) {
        release(sql, episode);
        return sql.update("""
                        insert into first_infusion (patient_id, infused_at, episode_id)
                        select ?, ?, ?
                        where not exists (
                            select from first_infusion where patient_id = any((select numbers_of(?))::text[]) and infused_at = ?)
                        on conflict do nothing
                        """, patient.value(), infusedAt, episode, patient.value(), infusedAt) == 1;
    }

    /// Removes the first infusion of an episode, so that another episode can have it.
    public static void release(Sql sql, UUID episode) {
        sql.update("delete from first_infusion where episode_id = ?", episode);
    }
}
