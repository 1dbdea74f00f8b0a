package health.vigil.store;

import health.vigil.alert.AlertState;
import health.vigil.alert.Occurrence;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Alerts in bulk. Every change here is to be followed by an event in the {@link AlertLog}.
public final class Alerts {
    private static final String RAISE =
            "insert into alert (id, episode_id, patient_id, ward, bed, type, priority, title, detail, condition,"
                    + " raised_at, effective_at, state, next_escalation_at, grade, observation_id)"
                    + " select id, episode_id, patient_id, ward, bed, type, priority, title, detail, condition,"
                    + " raised_at, effective_at, 'open', next_escalation_at, grade, observation_id"
                    + " from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],"
                    + " ?::jsonb[], ?::text[]) with ordinality as new (id, episode_id, patient_id, ward, bed, type,"
                    + " priority, title, detail, condition, raised_at, effective_at, next_escalation_at, grade,"
                    + " observation_id, ord) order by ord on conflict do nothing returning id";

    /// Whom an alert is about, as far as that is known.
    public record Subject(
            Optional<UUID> episode, Optional<PatientId> patient, Optional<String> ward, Optional<String> bed) {
        public static Subject of(Episode episode) {
            return new Subject(
                    Optional.of(episode.id()),
                    Optional.of(episode.patient()),
                    Optional.of(episode.ward()),
                    Optional.of(episode.bed()));
        }
    }

    /// An alert to be raised.
    public record Raised(UUID id, Subject subject, Occurrence occurrence, Instant at, AlertState.Open state) {}

    /// An alert that nobody has resolved yet.
    public record Unresolved(UUID id, UUID episode, String condition, boolean acknowledged) {}

    private Alerts() {}

    /// Those of some episodes, locked in order of id.
    public static List<Unresolved> unresolved(Sql sql, List<Episode> episodes) {
        return sql.list(
                "select id, episode_id, condition, state from alert where state <> 'resolved'"
                        + " and episode_id = any(?::uuid[]) order by id for no key update",
                row -> new Unresolved(
                        row.uuid("id"),
                        row.uuid("episode_id"),
                        row.text("condition"),
                        row.text("state").equals("acknowledged")),
                Column.of("uuid", episodes, Episode::id));
    }

    /// Raises those that are new: neither told before nor of a condition that already has an unresolved alert.
    ///
    /// @return the ones that are new, in the same order
    public static List<UUID> raise(Sql sql, List<Raised> alerts) {
        Set<UUID> raised = Set.copyOf(sql.list(
                RAISE,
                row -> row.uuid("id"),
                Column.of("uuid", alerts, Raised::id),
                Column.of("uuid", alerts, alert -> alert.subject().episode()),
                Column.of("text", alerts, alert -> alert.subject().patient()),
                Column.of("text", alerts, alert -> alert.subject().ward()),
                Column.of("text", alerts, alert -> alert.subject().bed()),
                Column.of("text", alerts, alert -> alert.occurrence().type()),
                Column.of("text", alerts, alert -> alert.occurrence().priority()),
                Column.of("text", alerts, alert -> alert.occurrence().wording().title()),
                Column.of("text", alerts, alert -> alert.occurrence().wording().detail()),
                Column.of(
                        "text", alerts, alert -> alert.occurrence().condition().key()),
                Column.of("timestamptz", alerts, Raised::at),
                Column.of("timestamptz", alerts, alert -> alert.occurrence().effectiveAt()),
                Column.of("timestamptz", alerts, alert -> alert.state().nextEscalation()),
                Column.of("jsonb", alerts, alert -> alert.occurrence().grade().map(GradeJson::pinned)),
                Column.of(
                        "text",
                        alerts,
                        alert -> alert.occurrence().observation().map(ObservationId::value))));
        return alerts.stream()
                .map(Raised::id)
                .distinct()
                .filter(raised::contains)
                .collect(Collectors.toList());
    }

    public static void resolve(Sql sql, List<UUID> alerts, Instant at) {
        sql.update(
                "update alert set state = 'resolved', resolved_at = ?, next_escalation_at = null"
                        + " where id = any(?::uuid[])",
                at,
                Column.of("uuid", alerts, id -> id));
    }

    /// Open alerts that nobody answered in time, locked; those that another replica works on are left to it.
    public static List<Waiting> waiting(Sql sql, int limit) {
        return sql.list(
                "select id, priority, escalation_level from alert where state = 'open'"
                        + " and next_escalation_at <= clock_timestamp() order by next_escalation_at limit ?"
                        + " for no key update skip locked",
                row -> new Waiting(row.uuid("id"), row.text("priority"), (int) row.number("escalation_level")),
                limit);
    }

    /// An open alert whose time is up.
    public record Waiting(UUID id, String priority, int level) {}

    public static void escalate(Sql sql, UUID alert, AlertState.Open state) {
        sql.update(
                "update alert set escalation_level = ?, next_escalation_at = ? where id = ?",
                state.level(),
                state.nextEscalation(),
                alert);
    }
}
