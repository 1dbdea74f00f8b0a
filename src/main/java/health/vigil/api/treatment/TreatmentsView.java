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
        DoseSummary tocilizumab,
        List<String> notChecked) {}
