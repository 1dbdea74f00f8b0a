package health.vigil.store;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/// Alerts that count repetitions while they are unresolved, and show the count in their detail.
public final class CountingAlerts {
    private static final String COUNT = """
            update alert set counted = coalesce(counted, 1) + ?, effective_at = least(effective_at, ?)
            where state <> 'resolved' and condition = ? and episode_id is not distinct from ?::uuid
                and (episode_id is not null or patient_id is not distinct from ?)
            returning id, counted, effective_at
            """;

    private static final String BEGIN = """
            update alert set counted = ?
            where state <> 'resolved' and condition = ? and episode_id is not distinct from ?::uuid
                and (episode_id is not null or patient_id is not distinct from ?)
            """;

    /// A repetition of a condition of an episode, or of a patient without one.
    ///
    /// @param times how often it happened
    /// @param since the clinical time of the earliest
    public record Repetition(Alerts.AlertSubject subject, String condition, int times, Instant since) {}

    private record CountingAlert(UUID id, int times, Instant since) {}

    private CountingAlerts() {}

    /// Adds to the count of an unresolved alert.
    ///
    /// @param wording makes the text from the count and the earliest time
    /// @return false if no alert of the condition is unresolved
    public static boolean count(Sql sql, Repetition repetition, BiFunction<Integer, Instant, Wording> wording) {
        var counted = sql.first(
                COUNT,
                row -> new CountingAlert(row.uuid("id"), (int) row.number("counted"), row.instant("effective_at")),
                repetition.times(),
                repetition.since(),
                repetition.condition(),
                repetition.subject().episode(),
                repetition.subject().patient().map(PatientId::value));
        counted.ifPresent(alert -> sql.update(
                "update alert set detail = ? where id = ?",
                wording.apply(alert.times(), alert.since()).detail(),
                alert.id()));
        return counted.isPresent();
    }

    /// Stores the first count of an alert when it is raised.
    public static void begin(Sql sql, Repetition first) {
        sql.update(
                BEGIN,
                first.times(),
                first.condition(),
                first.subject().episode(),
                first.subject().patient().map(PatientId::value));
    }
}
