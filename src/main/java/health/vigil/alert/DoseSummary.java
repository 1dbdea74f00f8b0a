package health.vigil.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was given of a drug in an episode, and what its limits leave.
///
/// @param given how many doses
/// @param most how many at most
/// @param last when the last dose was given
/// @param earliestNext when the limits allow the next; absent where none was given or none is left
/// @param mostMilligrams what one dose should be at most, mg; absent where the weight is not known
/// @param notes what a reader should know of single doses or of what was not checked, as sentences
public record DoseSummary(
        int given,
        int most,
        Optional<Instant> last,
        Optional<Instant> earliestNext,
        Optional<BigDecimal> mostMilligrams,
        List<String> notes) {}
