package health.vigil.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Both grades of a patient at an instant.
///
/// @param running the running agents for the circulation, by their start
/// @param oxygen the last record of oxygen, even from before the infusion
/// @param nextChange when a grade will change by itself if nothing is observed; absent if never
/// @param unconfirmed the records that people are asked about
public record GradeReport(
        Instant at,
        SyndromeReport crs,
        SyndromeReport icans,
        List<RunningAgent> running,
        Optional<ChartedOxygen> oxygen,
        Optional<Instant> nextChange,
        List<UnconfirmedRecord> unconfirmed) {
    public SyndromeReport of(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs;
            case ICANS -> icans;
        };
    }
}
