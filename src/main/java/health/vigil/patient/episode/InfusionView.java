package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A later part of a split dose, as stored.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InfusionView(
        @Schema(format = "date-time") String at,
        Optional<String> product,
        Optional<String> note,
        Optional<String> enteredBy) {}
