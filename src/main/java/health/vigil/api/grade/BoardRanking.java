package health.vigil.api.grade;

import health.vigil.grading.SyndromeReport;
import health.vigil.history.EpisodeReport;
import java.util.Comparator;

/// The place of a row on the board, worst first: by the higher grade, then by both, then by the number of open
/// alerts.
record BoardRanking(double worst, double both, BoardRow row) {
    /// An unknown grade ranks above 0 and below 1, because someone has to look.
    private static final double UNKNOWN = 0.5;

    /// A grade that only a physician can decide ranks above every known grade.
    private static final double UNDECIDED = 6;

    static final Comparator<BoardRanking> WORST_FIRST = Comparator.comparingDouble(BoardRanking::worst)
            .thenComparingDouble(BoardRanking::both)
            .thenComparingInt(ranking -> ranking.row().openAlerts().size())
            .reversed()
            .thenComparing(ranking -> ranking.row().bed())
            .thenComparing(ranking -> ranking.row().patient().patientId());

    static BoardRanking of(EpisodeReport report, BoardRow row) {
        var crs = rank(report.report().crs());
        var icans = rank(report.report().icans());
        return new BoardRanking(Math.max(crs, icans), crs + icans, row);
    }

    private static double rank(SyndromeReport report) {
        if (report.undecided()) {
            return UNDECIDED;
        }
        var number = report.grade().number();
        return number.isPresent() ? number.getAsInt() : UNKNOWN;
    }
}
