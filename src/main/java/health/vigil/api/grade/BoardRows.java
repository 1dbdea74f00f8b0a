package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.SyndromeReport;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a board while they are put together, by patient.
final class BoardRows {
    /// Not known is worse than no grade, and better than any: someone has to look.
    private static final double UNKNOWN = 0.5;

    /// What waits for a physician stands above every known grade.
    private static final double UNDECIDED = 6;

    private record RankedRow(double worst, double both, Episode episode, ObjectNode json) {}

    /// The stay that a row is about.
    ///
    /// @param patientId by which the row is known: the number it was admitted under
    record Stay(String patientId, Episode episode) {}

    private final Map<String, RankedRow> rows = new HashMap<>();

    void add(String patientId, EpisodeReport report, ObjectNode json) {
        var crs = rank(report.report().crs());
        var icans = rank(report.report().icans());
        rows.put(patientId, new RankedRow(Math.max(crs, icans), crs + icans, report.episode(), json));
    }

    private static double rank(SyndromeReport report) {
        if (report.undecided()) {
            return UNDECIDED;
        }
        var number = report.grade().number();
        return number.isPresent() ? number.getAsInt() : UNKNOWN;
    }

    List<String> patients() {
        return List.copyOf(rows.keySet());
    }

    List<Stay> stays() {
        return rows.entrySet().stream()
                .map(row -> new Stay(row.getKey(), row.getValue().episode()))
                .toList();
    }

    ObjectNode of(String patientId) {
        return Optional.ofNullable(rows.get(patientId)).orElseThrow().json();
    }

    /// Worst first: by the higher grade, then by both, then by how many alerts wait.
    List<ObjectNode> worstFirst() {
        var sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingDouble(RankedRow::worst)
                .thenComparingDouble(RankedRow::both)
                .thenComparingInt(row -> row.json().path("openAlerts").size())
                .reversed()
                .thenComparing(row -> row.json().path("bed").asText()));
        return sorted.stream().map(RankedRow::json).toList();
    }
}
