package health.vigil.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.json.JsonColumn;
import health.vigil.json.Microseconds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An alert as it stands. The database's `alert_json` writes it, for the stream and for other systems, too.
///
/// @param sequence of the last event about it
/// @param episodeId absent where it is about no stay
/// @param patientId the number that it was raised under; absent where it is about nobody
/// @param groupedUnder the alert that speaks for it
/// @param also what is told with it
/// @param grade the grade that raised it, as it was then
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
        Escalation escalation,
        Optional<Map<String, Object>> grade) {
    /// How far it was escalated.
    ///
    /// @param nextAt when more people are told; absent when nobody else is
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Escalation(int level, @Microseconds Optional<Instant> nextAt) {}

    public static AlertView of(String json) {
        return JsonColumn.read(json, AlertView.class);
    }

    /// Where it stands in a list, the newest first.
    public Cursor place() {
        return new Cursor(raisedAt, id.toString());
    }
}
