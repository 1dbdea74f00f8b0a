package health.vigil.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The doses of a drug in an episode, and what its limits still allow.
///
/// @param given the number of doses
/// @param most the most doses allowed
/// @param last the time of the last dose
/// @param earliestNext when the limits allow the next dose; absent if none was given or none is left
/// @param mostMilligrams the largest single dose in mg; absent if the weight is not known
/// @param notes sentences about single doses, or about what was not checked
public record DoseSummary(
        int given,
        int most,
        Optional<Instant> last,
        Optional<Instant> earliestNext,
        Optional<BigDecimal> mostMilligrams,
        List<String> notes) {}
