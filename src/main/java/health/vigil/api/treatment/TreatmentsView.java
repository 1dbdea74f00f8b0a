package health.vigil.api.treatment;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.DoseSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The doses given in the episode that is current at a time.
///
/// @param askedAs the requested number, if another one stands for the patient
/// @param weight kg; absent if unknown
/// @param notChecked drugs that were given but have no limit here, in the words of the contract
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TreatmentsView(
        String patientId,
        Optional<String> askedAs,
        String episodeId,
        Instant at,
        Optional<BigDecimal> weight,
        TocilizumabView tocilizumab,
        List<String> notChecked) {
    /// The doses of tocilizumab, and what the limits still allow.
    ///
    /// @param earliestNext absent if none was given or none is left
    /// @param mostMilligrams the largest single dose in mg; absent if the weight is not known
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TocilizumabView(
            int given,
            int most,
            Optional<Instant> last,
            Optional<Instant> earliestNext,
            Optional<BigDecimal> mostMilligrams,
            List<String> notes) {
        static TocilizumabView of(DoseSummary doses) {
            return new TocilizumabView(
                    doses.given(),
                    doses.most(),
                    doses.last(),
                    doses.earliestNext(),
                    doses.mostMilligrams(),
                    doses.notes());
        }
    }
}
