package health.vigil.store;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertState;
import health.vigil.alert.AlertTable;
import health.vigil.alert.AlertType;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Resolution;
import health.vigil.history.Episode;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Alerts in bulk. Every change here is to be followed by an event in the {@link AlertLog}.
public final class Alerts {
    private static final String RAISE =
            "insert into alert (id, episode_id, patient_id, ward, bed, type, rule, priority, title, detail, condition,"
                    + " raised_at, effective_at, state, next_escalation_at, grade, observation_id, resolution, resolved_at)"
                    + " select id, episode_id, patient_id, ward, bed, type, rule, priority, title, detail, condition,"
                    + " raised_at, effective_at, case when resolution is null then 'open' else 'resolved' end,"
                    + " case when resolution is null then next_escalation_at end, grade, observation_id, resolution,"
                    + " case when resolution is not null then raised_at end"
                    + " from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],"
                    + " ?::timestamptz[], ?::jsonb[], ?::text[], ?::text[]) with ordinality as new (id, episode_id, patient_id,"
                    + " ward, bed, type, rule, priority, title, detail, condition, raised_at, effective_at,"
                    + " next_escalation_at, grade, observation_id, resolution, ord) order by ord on conflict do nothing returning id";

    static final String STANDING =
            "select id, episode_id, rule, type, priority, title, condition, state, raised_at, effective_at, clears_at,"
                    + " escalation_level, next_escalation_at, acknowledged_by, acknowledged_at, acknowledged_until, note,"
                    + " resolved_at, grouped_under from alert where ";

    /// Whom an alert is about, as far as that is known.
    public record Subject(
            Optional<UUID> episode, Optional<PatientId> patient, Optional<String> ward, Optional<String> bed) {
        /// The service itself.
        public static final Subject NOBODY =
                new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static Subject of(Episode episode) {
            return new Subject(
                    Optional.of(episode.id()),
                    Optional.of(episode.patient()),
                    Optional.of(episode.ward()),
                    Optional.of(episode.bed()));
        }
    }

    /// An alert to be raised.
    ///
    /// @param resolution why it ends as it is recorded, so that nobody is told; absent when it stands
    public record NewAlert(
            UUID id,
            Subject subject,
            Occurrence occurrence,
            AlertTable.Row row,
            Instant at,
            Optional<Resolution> resolution) {
        public NewAlert(UUID id, Subject subject, Occurrence occurrence, AlertTable.Row row, Instant at) {
            this(id, subject, occurrence, row, at, Optional.empty());
        }

        public NewAlert endedBy(Resolution reason) {
            return new NewAlert(id, subject, occurrence, row, at, Optional.of(reason));
        }

        /// Its condition in its episode: at most one unresolved alert has it.
        public String slot() {
            return Alerts.slot(subject.episode(), occurrence.condition().key());
        }

        AlertState.Open state() {
            return AlertState.Open.raised(row.escalation(), at);
        }
    }

    /// An alert as it stands.
    ///
    /// @param clearsAt when it is resolved if its condition stays gone; absent while it stands
    public record StandingAlert(
            UUID id,
            Optional<UUID> episode,
            AlertRule rule,
            String priority,
            String condition,
            Instant raisedAt,
            Instant effectiveAt,
            Optional<Instant> clearsAt,
            AlertState state,
            Optional<UUID> groupedUnder) {
        /// Its condition in its episode.
        public String slot() {
            return Alerts.slot(episode, condition);
        }
    }

    /// An unresolved alert that went to another bed with its patient.
    public record MovedAlert(UUID id, boolean acknowledged) {}

    private Alerts() {}

    private static String slot(Optional<UUID> episode, String condition) {
        return episode.map(UUID::toString).orElse("") + condition;
    }

    /// Those of some episodes that are not resolved, locked in order of id.
    public static List<StandingAlert> unresolved(Sql sql, Set<UUID> episodes) {
        return sql.list(
                STANDING + "state <> 'resolved' and episode_id = any(?::uuid[]) order by id for no key update",
                Alerts::read,
                Column.of("uuid", List.copyOf(episodes), id -> id));
    }

    /// Those about the service itself.
    public static List<StandingAlert> unresolvedTechnical(Sql sql) {
        return sql.list(
                STANDING + "state <> 'resolved' and condition like 'technical:%' order by id for no key update",
                Alerts::read);
    }

    /// One, and those that are told with it and are not resolved, locked in order of id.
    public static List<StandingAlert> lockGroup(Sql sql, UUID alert) {
        return sql.list(
                STANDING + "id = ? or (grouped_under = ? and state <> 'resolved') order by id for no key update",
                Alerts::read,
                alert,
                alert);
    }

    /// The unresolved ones of an episode that end with the patient's stay, locked.
    public static List<UUID> ofTheStay(Sql sql, UUID episode) {
        return unresolved(sql, Set.of(episode)).stream()
                .filter(alert -> alert.rule().endsWithTheStay())
                .map(StandingAlert::id)
                .toList();
    }

    /// Those that ended with a discharge, the newest of each condition that no other alert tells: they stand again when
    /// it is undone.
    public static List<StandingAlert> endedByDischarge(Sql sql, UUID episode) {
        return sql.list(
                STANDING + "id in (select distinct on (condition) id from alert a where episode_id = ?"
                        + " and state = 'resolved' and resolution = ? and not exists (select from alert other"
                        + " where other.episode_id = a.episode_id and other.condition = a.condition"
                        + " and other.state <> 'resolved') order by condition, raised_at desc, id)"
                        + " order by id for no key update",
                Alerts::read,
                episode,
                Resolution.DISCHARGED);
    }

    /// An alert that had ended stands again, by itself.
    public static void reopen(Sql sql, UUID alert, AlertState.Open state) {
        put(sql, alert, state);
        sql.update("update alert set resolved_at = null, resolution = null, grouped_under = null where id = ?", alert);
    }

    /// Raises those that are new: neither told before nor of a condition that already has an unresolved alert.
    ///
    /// @return the ones that are new, in the same order
    public static List<UUID> raise(Sql sql, List<NewAlert> alerts) {
        Set<UUID> raised = Set.copyOf(sql.list(
                RAISE,
                row -> row.uuid("id"),
                Column.of("uuid", alerts, NewAlert::id),
                Column.of("uuid", alerts, alert -> alert.subject().episode()),
                Column.of("text", alerts, alert -> alert.subject().patient()),
                Column.of("text", alerts, alert -> alert.subject().ward()),
                Column.of("text", alerts, alert -> alert.subject().bed()),
                Column.of("text", alerts, alert -> alert.occurrence().rule().type()),
                Column.of("text", alerts, alert -> alert.occurrence().rule()),
                Column.of("text", alerts, alert -> alert.row().priority()),
                Column.of("text", alerts, alert -> alert.occurrence().wording().title()),
                Column.of("text", alerts, alert -> alert.occurrence().wording().detail()),
                Column.of(
                        "text", alerts, alert -> alert.occurrence().condition().key()),
                Column.of("timestamptz", alerts, NewAlert::at),
                Column.of("timestamptz", alerts, alert -> alert.occurrence().effectiveAt()),
                Column.of("timestamptz", alerts, alert -> alert.state().nextEscalation()),
                Column.of("jsonb", alerts, alert -> alert.occurrence().grade().map(GradeJson::pinned)),
                Column.of(
                        "text",
                        alerts,
                        alert -> alert.occurrence().observation().map(ObservationId::value)),
                Column.of("text", alerts, NewAlert::resolution)));
        return alerts.stream()
                .map(NewAlert::id)
                .distinct()
                .filter(raised::contains)
                .collect(Collectors.toList());
    }

    /// The unresolved alerts of an episode go with the patient.
    ///
    /// @return those that moved
    public static List<MovedAlert> move(Sql sql, UUID episode, String ward, String bed) {
        return sql.list(
                "with mine as (select id from alert where episode_id = ? and state <> 'resolved' order by id"
                        + " for no key update) update alert a set ward = ?, bed = ? from mine where a.id = mine.id"
                        + " and (a.ward, a.bed) is distinct from (?, ?) returning a.id, a.state",
                row -> new MovedAlert(row.uuid("id"), row.text("state").equals("acknowledged")),
                episode,
                ward,
                bed,
                ward,
                bed);
    }

    /// Their conditions have cleared.
    public static void resolve(Sql sql, List<UUID> alerts, Instant at) {
        resolve(sql, alerts, at, Optional.empty());
    }

    /// They end.
    ///
    /// @param reason absent when their conditions have cleared
    public static void resolve(Sql sql, List<UUID> alerts, Instant at, Optional<Resolution> reason) {
        if (!alerts.isEmpty()) {
            sql.update(
                    "update alert set state = 'resolved', resolved_at = ?, resolution = ?, next_escalation_at = null,"
                            + " clears_at = null where id = any(?::uuid[])",
                    at,
                    reason,
                    Column.of("uuid", alerts, id -> id));
        }
    }

    /// When an alert is resolved if nothing happens; absent: its condition stands (again).
    public record ClearingTime(UUID id, Optional<Instant> at) {}

    public static void clearing(Sql sql, List<ClearingTime> alerts) {
        if (!alerts.isEmpty()) {
            sql.update(
                    "update alert a set clears_at = soon.at from unnest(?::uuid[], ?::timestamptz[]) as soon (id, at)"
                            + " where a.id = soon.id",
                    Column.of("uuid", alerts, ClearingTime::id),
                    Column.of("timestamptz", alerts, ClearingTime::at));
        }
    }

    /// Writes a step in an alert's life.
    public static void put(Sql sql, UUID alert, AlertState state) {
        switch (state) {
            case AlertState.Open(var level, var next) ->
                sql.update(
                        "update alert set state = 'open', escalation_level = ?, next_escalation_at = ?,"
                                + " acknowledged_by = null, acknowledged_at = null, acknowledged_until = null,"
                                + " note = null where id = ?",
                        level,
                        next,
                        alert);
            case AlertState.Acknowledged answered ->
                sql.update(
                        "update alert set state = 'acknowledged', next_escalation_at = null, acknowledged_by = ?,"
                                + " acknowledged_at = ?, acknowledged_until = ?, note = ? where id = ?",
                        answered.answer().by(),
                        answered.answer().at(),
                        answered.answer().until(),
                        answered.answer().note(),
                        alert);
            case AlertState.Resolved(var at) -> resolve(sql, List.of(alert), at);
        }
    }

    static StandingAlert read(ResultRow row) {
        return new StandingAlert(
                row.uuid("id"),
                row.optionalText("episode_id").map(UUID::fromString),
                rule(row),
                row.text("priority"),
                row.text("condition"),
                row.instant("raised_at"),
                row.instant("effective_at"),
                row.optionalInstant("clears_at"),
                state(row),
                row.optionalText("grouped_under").map(UUID::fromString));
    }

    /// A pod of an older version names the type only.
    private static AlertRule rule(ResultRow row) {
        return row.optionalText("rule")
                .flatMap(word -> Word.of(AlertRule.class, word))
                .or(() -> Word.of(AlertType.class, row.text("type"))
                        .flatMap(type -> Arrays.stream(AlertRule.values())
                                .filter(rule -> rule.type() == type)
                                .findFirst()))
                .orElseThrow(() -> new IllegalStateException("An alert is of no type"));
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
            default -> new AlertState.Resolved(row.instant("resolved_at"));
        };
    }
}
