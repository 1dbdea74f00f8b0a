package health.vigil.grading;

import java.time.Instant;
import java.util.Set;

/// Everything that the rules can still see of a patient after all observations up to an instant. It is immutable,
/// and its size does not grow with the number of observations.
///
/// @param asOf the instant up to which the chart has been folded
public record Chart(Instant asOf, SyndromeChart<CrsState> crs, SyndromeChart<IcansState> icans) {
    public Grade grade(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs.track().grade();
            case ICANS -> icans.track().grade();
        };
    }

    /// The flags that are up.
    public Set<Flag> flags(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs.track().flags();
            case ICANS -> icans.track().flags();
        };
    }

    /// Whether the grade was known at any time so far.
    public boolean graded(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> crs.track().peak().isPresent();
            case ICANS -> icans.track().peak().isPresent();
        };
    }
}
