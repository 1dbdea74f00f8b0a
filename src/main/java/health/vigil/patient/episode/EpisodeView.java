package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.api.CarePhase;
import health.vigil.json.JsonColumn;
import health.vigil.store.EpisodeRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An episode as the API shows it.
///
/// @param patientId the number that the patient was admitted under
/// @param mergedInto the number that stands for the patient, if that is another one
/// @param weight kg
/// @param baseline the latest version
/// @param journey the stations of the product
/// @param birthDate as entered: a date, a month or a year
/// @param phase `inpatient`, or `outpatient` for a patient who is watched at home; absent once the episode has
///     ended, and `outpatientSince` with it
/// @param infusions the later parts of a split dose
/// @param versions the facts of the admission as they were known, newest first; only when a single episode is read
/// @param warnings what the user who admits, moves or discharges the patient should check
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeView(
        UUID id,
        String patientId,
        @Nullable String mergedInto,
        @Nullable String name,
        String birthDate,
        @Nullable Boolean birthDateEstimated,
        @Nullable String sex,
        @Nullable BigDecimal weight,
        String ward,
        String bed,
        String product,
        @Nullable String indication,
        Instant infusedAt,
        List<InfusionView> infusions,
        BaselineView baseline,
        List<StationView> journey,
        String status,
        @Nullable String phase,
        @Nullable Instant outpatientSince,
        Instant admittedAt,
        String admittedBy,
        @Nullable Instant endedAt,
        @Nullable String dischargeNote,
        @Nullable Instant voidedAt,
        @Nullable String voidedBy,
        @Nullable String voidReason,
        @Nullable String gradingUnavailable,
        @Nullable List<VersionView> versions,
        @Nullable List<String> warnings) {
    /// Data that is read in addition to the episode itself.
    record EpisodeExtras(
            BaselineView baseline,
            @Nullable List<VersionView> versions,
            @Nullable List<String> warnings) {
        static EpisodeExtras of(BaselineView baseline) {
            return new EpisodeExtras(baseline, null, null);
        }
    }

    static EpisodeView of(EpisodeRow row, EpisodeExtras extras) {
        return new EpisodeView(
                row.id,
                row.patientId,
                row.patientId.equals(row.patient) ? null : row.patient,
                row.name,
                Optional.ofNullable(row.birthDateGiven).orElseGet(row.birthDate::toString),
                row.birthDateGiven == null ? null : true,
                row.sex,
                row.weightKg,
                row.ward,
                row.bed,
                row.product,
                row.indication,
                row.infusedAt,
                JsonColumn.list(row.infusions, InfusionView.class),
                extras.baseline(),
                JsonColumn.list(row.journey, StationView.class),
                row.voidedAt == null ? row.status : Status.VOIDED.word(),
                isActive(row)
                        ? CarePhase.of(Optional.ofNullable(row.outpatientSince)).word()
                        : null,
                isActive(row) ? row.outpatientSince : null,
                row.admittedAt,
                row.admittedBy,
                row.endedAt,
                row.dischargeNote,
                row.voidedAt,
                row.voidedBy,
                row.voidReason,
                row.gradingUnavailable,
                extras.versions(),
                extras.warnings());
    }

    private static boolean isActive(EpisodeRow row) {
        return row.status.equals(Status.ACTIVE.word());
    }
}
