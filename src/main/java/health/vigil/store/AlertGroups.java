package health.vigil.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Groups alerts of one patient that belong to one event. One alert speaks for the group; the others are
/// listed under it.
public final class AlertGroups {
    private static final String WITHOUT_SPEAKER = """
            select %s from alert
            where state <> 'resolved' and grouped_under is not null
                and exists (
                    select from alert speaker where speaker.id = alert.grouped_under and speaker.state = 'resolved')
            order by id limit ? for no key update skip locked
            """.formatted(StandingAlerts.COLUMNS);

    private AlertGroups() {}

    /// The alerts of one event.
    ///
    /// @param speaker the alert that escalates for the group
    /// @param also the titles of the others
    /// @param nextEscalation of the speaker; absent: unchanged
    public record AlertGroup(UUID speaker, List<UUID> others, List<String> also, Optional<Instant> nextEscalation) {}

    /// Makes one alert the speaker. The others do not escalate while it is unresolved.
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

    /// Makes the new alert of a condition the speaker of the group whose speaker it replaces.
    public static void follow(Sql sql, UUID before, UUID now) {
        sql.update("""
                with mine as (
                    update alert set grouped_under = ? where grouped_under = ? and state <> 'resolved' returning title)
                update alert
                set also = coalesce(also, '{}') || (select coalesce(array_agg(title order by title), '{}') from mine)
                where id = ? and exists (select from mine)
                """, now, before, now);
    }

    /// Unresolved alerts of groups whose speaker is resolved, with their titles. The rows are locked; rows
    /// that another replica has locked are skipped.
    public static Map<StandingAlert, String> withoutSpeaker(Sql sql, int limit) {
        var found = new LinkedHashMap<StandingAlert, String>();
        sql.each(WITHOUT_SPEAKER, row -> found.put(StandingAlerts.read(row), row.text("title")), limit);
        return found;
    }
}
