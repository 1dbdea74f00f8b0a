package health.vigil.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.json.JsonColumn;
import health.vigil.json.Microseconds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An alert in its current state. The database function `alert_json` writes the same form for the stream and for
/// other systems.
///
/// @param sequence the sequence of its latest event
/// @param episodeId absent if the alert is about no stay
/// @param patientId the number under which it was raised; absent if it is about no patient
/// @param groupedUnder the alert under which it is listed
/// @param also the alerts that are listed under it
/// @param grade the grade that raised it, as it was at that time
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AlertView(
        long sequence,
        UUID id,
        Optional<UUID> episodeId,
        Optional<String> patientId,
        Optional<String> ward,
        Optional<String> bed,
        String type,
        Optional<String> rule,
        String priority,
        String title,
        String detail,
        @Microseconds Instant raisedAt,
        @Microseconds Instant effectiveAt,
        String state,
        Optional<String> acknowledgedBy,
        @Microseconds Optional<Instant> acknowledgedAt,
        @Microseconds Optional<Instant> acknowledgedUntil,
        Optional<String> note,
        @Microseconds Optional<Instant> resolvedAt,
        Optional<String> resolution,
        Optional<UUID> groupedUnder,
        Optional<List<String>> also,
        Optional<String> observationId,
        EscalationView escalation,
        Optional<Map<String, Object>> grade) {
    /// The escalation of an alert.
    ///
    /// @param nextAt the time of the next step; absent if there is none
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record EscalationView(int level, @Microseconds Optional<Instant> nextAt) {}

    public static AlertView of(String json) {
        return JsonColumn.read(json, AlertView.class);
    }

    /// Its place in a list, newest first.
    public Cursor place() {
        return new Cursor(raisedAt, id.toString());
    }
}
