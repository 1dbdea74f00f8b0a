package health.vigil.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Both grades of a patient at an instant.
///
/// @param running the agents for the circulation that run, by start
/// @param oxygen what was charted last of oxygen, from before the infusion too
/// @param nextChange when a grade will change by itself if nothing is observed; absent if never
/// @param unconfirmed which records people are asked about
public record GradeReport(
        Instant at,
        SyndromeReport crs,
        SyndromeReport icans,
        List<RunningAgent> running,
        Optional<ChartedOxygen> oxygen,
        Optional<Instant> nextChange,
        List<Unconfirmed> unconfirmed) {
    public SyndromeReport of(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs;
            case ICANS -> icans;
        };
    }
}
