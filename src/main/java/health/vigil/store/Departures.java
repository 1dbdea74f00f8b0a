package health.vigil.store;

import health.vigil.alert.Resolution;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Episodes that are over: nobody watches the patient there, and their alerts need no answer.
public final class Departures {
    private static final String GONE = """
            select *
            from (
                select e.id, exists (
                    select from observation o
                    where o.patient_id = any(numbers_of(e.patient_id)) and o.kind = 'death' and o.graded
                        and o.retracted_at is null and o.effective_at >= least(e.admitted_at, e.infused_at)) as died,
                    e.status = 'ended' as discharged
                from episode e where e.id = any(?::uuid[])) as stay
            where died or discharged
            """;

    private Departures() {}

    /// The episodes that are over, with the resolution for their alerts.
    public static Map<UUID, Resolution> of(Sql sql, Collection<UUID> episodes) {
        return episodes.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                GONE,
                                row -> Map.entry(
                                        row.uuid("id"), row.flag("died") ? Resolution.DIED : Resolution.DISCHARGED),
                                Column.of("uuid", List.copyOf(episodes), id -> id))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
