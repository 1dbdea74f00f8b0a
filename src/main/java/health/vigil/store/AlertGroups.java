package health.vigil.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Alerts of one patient that tell one event: one speaks, the others are recorded under it.
public final class AlertGroups {
    private static final String WITHOUT_SPEAKER = """
            select %s from alert
            where state <> 'resolved' and grouped_under is not null
                and exists (
                    select from alert speaker where speaker.id = alert.grouped_under and speaker.state = 'resolved')
            order by id limit ? for no key update skip locked
            """.formatted(StandingAlerts.COLUMNS);

    private AlertGroups() {}

    /// One event, told by one alert.
    ///
    /// @param speaker escalates for all of them
    /// @param nextEscalation of the speaker; absent: as it was
    public record AlertGroup(UUID speaker, List<UUID> others, List<String> also, Optional<Instant> nextEscalation) {}

    /// Lets one speak, and the others be quiet while it does.
    public static void group(Sql sql, AlertGroup group) {
        sql.update("""
                update alert
                set grouped_under = null, also = nullif(?::text[], '{}'),
                    next_escalation_at = coalesce(?, next_escalation_at)
                where id = ?
                """, Column.texts(group.also(), title -> title), group.nextEscalation(), group.speaker());
        if (!group.others().isEmpty()) {
            sql.update(
                    "update alert set grouped_under = ?, next_escalation_at = null where id = any(?::uuid[])",
                    group.speaker(),
                    Column.of("uuid", group.others(), id -> id));
        }
    }

    /// Lets the new alert of a condition speak for those for whom the one before it spoke.
    public static void follow(Sql sql, UUID before, UUID now) {
        sql.update("""
                with mine as (
                    update alert set grouped_under = ? where grouped_under = ? and state <> 'resolved' returning title)
                update alert
                set also = coalesce(also, '{}') || (select coalesce(array_agg(title order by title), '{}') from mine)
                where id = ? and exists (select from mine)
                """, now, before, now);
    }

    /// Unresolved alerts of a group whose speaker is resolved, with their titles; those that another replica works on
    /// are left to it.
    public static Map<StandingAlert, String> withoutSpeaker(Sql sql, int limit) {
        var found = new LinkedHashMap<StandingAlert, String>();
        sql.each(WITHOUT_SPEAKER, row -> found.put(StandingAlerts.read(row), row.text("title")), limit);
        return found;
    }
}
