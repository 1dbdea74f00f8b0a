package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// Both grades of a patient at an instant.
///
/// @param nextChange when a grade will change by itself if nothing is observed; absent if never
public record GradeReport(Instant at, SyndromeReport crs, SyndromeReport icans, Optional<Instant> nextChange) {
    public SyndromeReport of(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs;
            case ICANS -> icans;
        };
    }
}
