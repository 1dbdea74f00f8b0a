package health.vigil.store;

import health.vigil.alert.AlertState;
import health.vigil.alert.AlertTable;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Resolution;
import health.vigil.history.Episode;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes alerts in bulk. After every change the caller must append an event to the {@link AlertLog}.
public final class Alerts {
    private static final String RAISE = """
            insert into alert (id, episode_id, patient_id, ward, bed, type, rule, priority, title, detail,
                condition, raised_at, effective_at, state, next_escalation_at, grade, observation_id, resolution,
                resolved_at)
            select id, episode_id, patient_id, ward, bed, type, rule, priority, title, detail, condition, raised_at,
                effective_at, case when resolution is null then 'open' else 'resolved' end,
                case when resolution is null then next_escalation_at end, grade, observation_id, resolution,
                case when resolution is not null then raised_at end
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[],
                ?::text[], ?::text[]) with ordinality
                as new (id, episode_id, patient_id, ward, bed, type, rule, priority, title, detail, condition,
                    raised_at, effective_at, next_escalation_at, grade, observation_id, resolution, ord)
            order by ord on conflict do nothing returning id
            """;

    /// The subject of an alert, as far as it is known.
    public record AlertSubject(
            Optional<UUID> episode, Optional<PatientId> patient, Optional<String> ward, Optional<String> bed) {
        /// The subject of an alert about the service itself.
        public static final AlertSubject NOBODY =
                new AlertSubject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static AlertSubject of(EpisodeRow episode) {
            return new AlertSubject(
                    Optional.of(episode.id),
                    Optional.of(new PatientId(episode.patientId)),
                    Optional.of(episode.ward),
                    Optional.of(episode.bed));
        }

        public static AlertSubject of(Episode episode) {
            return new AlertSubject(
                    Optional.of(episode.id()),
                    Optional.of(episode.patient()),
                    Optional.of(episode.ward()),
                    Optional.of(episode.bed()));
        }
    }

    /// An alert to raise.
    ///
    /// @param resolution why it is stored as resolved; absent if it is open
    public record NewAlert(
            UUID id,
            AlertSubject subject,
            Occurrence occurrence,
            AlertTable.Row row,
            Instant at,
            Optional<Resolution> resolution) {
        public NewAlert(UUID id, AlertSubject subject, Occurrence occurrence, AlertTable.Row row, Instant at) {
            this(id, subject, occurrence, row, at, Optional.empty());
        }

        public NewAlert endedBy(Resolution reason) {
            return new NewAlert(id, subject, occurrence, row, at, Optional.of(reason));
        }

        /// The condition within the episode. At most one unresolved alert has the same slot.
        public String slot() {
            return Alerts.slot(subject.episode(), occurrence.condition().key());
        }

        AlertState.Open state() {
            return AlertState.Open.raised(row.escalation(), at);
        }
    }

    /// An unresolved alert that moved to another bed with its patient.
    public record MovedAlert(UUID id, boolean acknowledged) {}

    private Alerts() {}

    static String slot(Optional<UUID> episode, String condition) {
        return episode.map(UUID::toString).orElse("") + condition;
    }

    /// Opens a resolved alert again, outside its former group.
    public static void reopen(Sql sql, UUID alert, AlertState.Open state) {
        put(sql, alert, state);
        sql.update("update alert set resolved_at = null, resolution = null, grouped_under = null where id = ?", alert);
    }

    /// Raises alerts, except those that were raised before and those whose condition has an unresolved alert.
    ///
    /// @return the ids of the new alerts, in the same order
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

    /// Moves the unresolved alerts of an episode to another bed.
    ///
    /// @return the alerts that moved
    public static List<MovedAlert> move(Sql sql, UUID episode, String ward, String bed) {
        return sql.list(
                """
                with mine as (
                    select id from alert where episode_id = ? and state <> 'resolved' order by id for no key update)
                update alert a set ward = ?, bed = ?
                from mine where a.id = mine.id and (a.ward, a.bed) is distinct from (?, ?)
                returning a.id, a.state
                """,
                row -> new MovedAlert(row.uuid("id"), row.text("state").equals("acknowledged")),
                episode,
                ward,
                bed,
                ward,
                bed);
    }

    /// Resolves alerts whose conditions have cleared.
    public static void resolve(Sql sql, List<UUID> alerts, Instant at) {
        resolve(sql, alerts, at, Optional.empty());
    }

    /// Resolves alerts.
    ///
    /// @param reason absent if their conditions have cleared
    public static void resolve(Sql sql, List<UUID> alerts, Instant at, Optional<Resolution> reason) {
        if (!alerts.isEmpty()) {
            sql.update("""
                    update alert
                    set state = 'resolved', resolved_at = ?, resolution = ?, next_escalation_at = null, clears_at = null
                    where id = any(?::uuid[])
                    """, at, reason, Column.of("uuid", alerts, id -> id));
        }
    }

    /// When an alert is resolved if its condition stays cleared; absent: the condition exists (again).
    public record ClearingTime(UUID id, Optional<Instant> at) {}

    public static void clearing(Sql sql, List<ClearingTime> alerts) {
        if (!alerts.isEmpty()) {
            sql.update(
                    """
                    update alert a set clears_at = soon.at
                    from unnest(?::uuid[], ?::timestamptz[]) as soon (id, at) where a.id = soon.id
                    """,
                    Column.of("uuid", alerts, ClearingTime::id),
                    Column.of("timestamptz", alerts, ClearingTime::at));
        }
    }

    /// Writes the new state of an alert.
    public static void put(Sql sql, UUID alert, AlertState state) {
        switch (state) {
            case AlertState.Open(var level, var next) -> sql.update("""
                        update alert
                        set state = 'open', escalation_level = ?, next_escalation_at = ?, acknowledged_by = null,
                            acknowledged_at = null, acknowledged_until = null, note = null
                        where id = ?
                        """, level, next, alert);
            case AlertState.Acknowledged answered ->
                sql.update(
                        """
                        update alert
                        set state = 'acknowledged', next_escalation_at = null, acknowledged_by = ?, acknowledged_at = ?,
                            acknowledged_until = ?, note = ?
                        where id = ?
                        """,
                        answered.answer().by(),
                        answered.answer().at(),
                        answered.answer().until(),
                        answered.answer().note(),
                        alert);
            case AlertState.Resolved(var at) -> resolve(sql, List.of(alert), at);
        }
    }

    /// The time to escalate an open alert has come.
    ///
    /// @return whether it is open
    public static boolean escalateNow(Sql sql, UUID alert) {
        return sql.update(
                        "update alert set next_escalation_at = clock_timestamp() where id = ? and state = 'open'",
                        alert)
                == 1;
    }
}
