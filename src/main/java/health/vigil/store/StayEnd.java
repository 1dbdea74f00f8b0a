package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a patient's stay ended: by discharge or death.
public final class StayEnd {
    /// Empty if no stay ended. The episodes stay locked until the transaction ends.
    private static final String STAYS = """
            select status = 'active' as lasts, least(infused_at, admitted_at) as since,
                case when voided_at is null then ended_at else timestamptz '0001-01-01 00:00:00Z' end as ended_at
            from episode where patient_id = any((select numbers_of(?))::text[]) order by id for share
            """;

    private static final String DEATH = """
            select min(effective_at) as at from observation
            where patient_id = any((select numbers_of(?))::text[]) and effective_at >= ? and kind = 'death' and graded
                and retracted_at is null
            having count(*) > 0
            """;

    private record StayTimes(boolean lasts, Instant since, Optional<Instant> endedAt) {}

    private StayEnd() {}

    /// When the last stay of a patient ended, under any number; absent while one lasts.
    public static Optional<Instant> of(Sql sql, PatientId patient) {
        var stays = sql.list(
                STAYS,
                row -> new StayTimes(row.flag("lasts"), row.instant("since"), row.optionalInstant("ended_at")),
                patient.value());
        return stays.stream()
                .filter(StayTimes::lasts)
                .findFirst()
                .map(stay -> death(sql, patient, stay.since()))
                .orElseGet(() -> last(stays));
    }

    private static Optional<Instant> death(Sql sql, PatientId patient, Instant since) {
        return sql.first(DEATH, row -> row.instant("at"), patient.value(), since);
    }

    private static Optional<Instant> last(List<StayTimes> stays) {
        return stays.stream().flatMap(stay -> stay.endedAt().stream()).max(Comparator.naturalOrder());
    }
}
