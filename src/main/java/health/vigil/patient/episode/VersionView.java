package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was told at admission, as it was known since.
///
/// @param cause why it was told so: `admission`, `correction` or `infusion`
/// @param by who entered it
/// @param birthDate as it was written: a date, a month or a year
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
