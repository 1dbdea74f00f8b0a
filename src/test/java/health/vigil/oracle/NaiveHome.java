package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The low readings of one sign that were taken at home.
///
/// "A low pressure or SpO2 at home counts until the hospital reads one later": each of them counts in the window
/// of its sign, and ends with the first later reading of the hospital, low or not. One of the same instant is not
/// later.
///
/// @param low the low readings at home
/// @param hospital all readings of the sign by the hospital
/// @param window the window of the sign
record NaiveHome(List<OracleObservation> low, List<OracleObservation> hospital, Duration window) {

    boolean counts(Instant now) {
        return !counting(now).isEmpty();
    }

    /// The newest one that counts, or those of its instant; empty if none counts.
    List<OracleObservation> newest(Instant now) {
        List<OracleObservation> counting = counting(now);
        Instant newest = counting.stream()
                .map(OracleObservation::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return counting.stream().filter(entry -> entry.at().equals(newest)).toList();
    }

    private List<OracleObservation> counting(Instant now) {
        return low.stream()
                .filter(entry -> Mark.within(window, entry.at(), now))
                .filter(entry -> hospital.stream().noneMatch(read -> isBetween(entry.at(), read.at(), now)))
                .toList();
    }

    private static boolean isBetween(Instant before, Instant at, Instant now) {
        return at.isAfter(before) && !at.isAfter(now);
    }
}
