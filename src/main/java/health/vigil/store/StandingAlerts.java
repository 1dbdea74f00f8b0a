package health.vigil.store;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertState;
import health.vigil.alert.AlertType;
import health.vigil.alert.Resolution;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the current state of alerts, mostly to change them.
public final class StandingAlerts {
    /// The columns that {@link #read} reads.
    static final String COLUMNS = """
            id, episode_id, rule, type, priority, title, condition, state, raised_at, effective_at, clears_at,
                escalation_level, next_escalation_at, acknowledged_by, acknowledged_at, acknowledged_until, note,
                resolved_at, grouped_under""";

    private static final String OF_EPISODES = """
            select %s from alert
            where state <> 'resolved' and episode_id = any(?::uuid[])
            order by id for no key update
            """.formatted(COLUMNS);

    private static final String TECHNICAL = """
            select %s from alert
            where state <> 'resolved' and condition like 'technical:%%'
            order by id for no key update
            """.formatted(COLUMNS);

    private static final String OF_GROUP = """
            select %s from alert
            where id = ? or (grouped_under = ? and state <> 'resolved')
            order by id for no key update
            """.formatted(COLUMNS);

    private static final String ENDED_BY_DISCHARGE = """
            select %s from alert
            where id in (
                select distinct on (condition) id from alert a
                where episode_id = ? and state = 'resolved' and resolution = ?
                    and not exists (
                        select from alert other
                        where other.episode_id = a.episode_id and other.condition = a.condition
                            and other.state <> 'resolved')
                order by condition, raised_at desc, id)
            order by id for no key update
            """.formatted(COLUMNS);

    private StandingAlerts() {}

    /// The unresolved alerts of some episodes, locked in order of id.
    public static List<StandingAlert> unresolved(Sql sql, Set<UUID> episodes) {
        return sql.list(OF_EPISODES, StandingAlerts::read, Column.of("uuid", List.copyOf(episodes), id -> id));
    }

    /// The unresolved alerts about the service itself. Those of a newer release, whose types this one does not
    /// know, are passed over: the newer release resolves them.
    public static List<StandingAlert> unresolvedTechnical(Sql sql) {
        return sql.list(TECHNICAL, row -> knownRule(row).map(rule -> read(row, rule))).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// An alert and the unresolved alerts of its group, locked in order of id.
    public static List<StandingAlert> lockGroup(Sql sql, UUID alert) {
        return sql.list(OF_GROUP, StandingAlerts::read, alert, alert);
    }

    /// The unresolved alerts of an episode that end with the stay, locked.
    public static List<UUID> ofTheStay(Sql sql, UUID episode) {
        return unresolved(sql, Set.of(episode)).stream()
                .filter(alert -> alert.rule().endsWithTheStay())
                .map(StandingAlert::id)
                .toList();
    }

    /// The alerts that a discharge resolved: the newest of each condition that no other alert covers. They
    /// open again if the discharge is undone.
    public static List<StandingAlert> endedByDischarge(Sql sql, UUID episode) {
        return sql.list(ENDED_BY_DISCHARGE, StandingAlerts::read, episode, Resolution.DISCHARGED);
    }

    static StandingAlert read(ResultRow row) {
        return read(row, knownRule(row).orElseThrow(() -> new IllegalStateException("An alert has an unknown type")));
    }

    private static StandingAlert read(ResultRow row, AlertRule rule) {
        return new StandingAlert(
                row.uuid("id"),
                row.optionalText("episode_id").map(UUID::fromString),
                rule,
                row.text("priority"),
                row.text("condition"),
                row.instant("raised_at"),
                row.instant("effective_at"),
                row.optionalInstant("clears_at"),
                state(row),
                row.optionalText("grouped_under").map(UUID::fromString));
    }

    /// Pods of an older version stored the type only.
    private static Optional<AlertRule> knownRule(ResultRow row) {
        return row.optionalText("rule")
                .flatMap(word -> Word.of(AlertRule.class, word))
                .or(() -> Word.of(AlertType.class, row.text("type"))
                        .flatMap(type -> Arrays.stream(AlertRule.values())
                                .filter(rule -> rule.type() == type)
                                .findFirst()));
    }

    private static AlertState state(ResultRow row) {
        var level = (int) row.number("escalation_level");
        return switch (row.text("state")) {
            case "open" -> new AlertState.Open(level, row.optionalInstant("next_escalation_at"));
            case "acknowledged" ->
                new AlertState.Acknowledged(
                        new AlertState.Answer(
                                row.text("acknowledged_by"),
                                row.instant("acknowledged_at"),
                                row.instant("acknowledged_until"),
                                row.optionalText("note")),
                        level);
            case "resolved" -> new AlertState.Resolved(row.instant("resolved_at"));
            default -> throw new IllegalStateException("An alert has no such state: " + row.text("state"));
        };
    }
}
