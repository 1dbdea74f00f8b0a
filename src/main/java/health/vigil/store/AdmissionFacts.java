package health.vigil.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One version of the admission facts that matter for grading, as it is stored.
///
/// @param birthDate a date, a month or a year
/// @param weight kg
/// @param infusions the later parts of a split dose
@JsonIgnoreProperties(ignoreUnknown = true)
record AdmissionFacts(String birthDate, Instant infusedAt, Optional<BigDecimal> weight, List<LaterInfusion> infusions) {
    AdmissionFacts {
        infusions = List.copyOf(infusions);
    }

    /// A later part of a split dose.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LaterInfusion(Instant at) {}

    static List<LaterInfusion> infusions(String json) {
        return Arrays.asList(StoredJson.read(json, LaterInfusion[].class));
    }

    List<Instant> further() {
        return infusions.stream().map(LaterInfusion::at).sorted().toList();
    }
}
