package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One version of the facts of an admission.
///
/// @param cause what made this version: `admission`, `correction` or `infusion`
/// @param by who entered it
/// @param birthDate as entered: a date, a month or a year
/// @param weight kg
/// @param infusions the later parts of a split dose
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VersionView(
        @Schema(format = "date-time") String knownFrom,
        String cause,
        Optional<String> by,
        Optional<String> reason,
        Optional<String> name,
        Optional<String> birthDate,
        Optional<String> sex,
        Optional<BigDecimal> weight,
        Optional<String> product,
        @Schema(format = "date-time") Optional<String> infusedAt,
        Optional<List<InfusionView>> infusions) {}
