package health.vigil.api.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import health.vigil.store.EpisodeRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An episode as the API shows it.
///
/// @param weight kg
/// @param baseline the JSON of the latest version
/// @param journey the JSON of its stations
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeView(
        UUID id,
        String patientId,
        @Nullable String name,
        LocalDate birthDate,
        @Nullable String sex,
        @Nullable BigDecimal weight,
        String ward,
        String bed,
        String product,
        @Nullable String indication,
        Instant infusedAt,
        @JsonRawValue String baseline,
        @JsonRawValue String journey,
        String status,
        Instant admittedAt,
        String admittedBy,
        @Nullable Instant endedAt,
        @Nullable String dischargeNote,
        @Nullable String gradingUnavailable) {
    static EpisodeView of(EpisodeRow row, String baseline) {
        return new EpisodeView(
                row.id,
                row.patientId,
                row.name,
                row.birthDate,
                row.sex,
                row.weightKg,
                row.ward,
                row.bed,
                row.product,
                row.indication,
                row.infusedAt,
                baseline,
                row.journey,
                row.status,
                row.admittedAt,
                row.admittedBy,
                row.endedAt,
                row.dischargeNote,
                row.gradingUnavailable);
    }
}
