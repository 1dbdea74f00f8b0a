package health.vigil.api.treatment;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.DoseSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was given in the episode that is current at a time.
///
/// @param askedAs the number that was asked for, where another one stands for the patient
/// @param weight kg; absent where it is not known
/// @param notChecked drugs that were given and have no limit here, as the contract writes them
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Treatments(
        String patientId,
        Optional<String> askedAs,
        String episodeId,
        Instant at,
        Optional<BigDecimal> weight,
        DoseSummary tocilizumab,
        List<String> notChecked) {}
