package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One station of the product's journey, as stored.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StationView(
        String phase,
        @Schema(format = "date-time") Optional<String> startedAt,
        @Schema(format = "date-time") Optional<String> endedAt,
        Optional<String> note) {}
