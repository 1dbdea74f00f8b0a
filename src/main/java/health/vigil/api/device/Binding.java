package health.vigil.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ResultRow;
import java.time.Instant;
import java.util.Optional;

/// A device that speaks for a patient.
///
/// @param until absent while it lasts
/// @param silentAfterSeconds how long it may say nothing; absent: as long as the setting says
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Binding(
        String deviceId,
        String patientId,
        Instant from,
        Optional<Instant> until,
        String boundBy,
        Optional<Long> silentAfterSeconds) {
    /// What a row must hold for {@link #of}.
    static final String COLUMNS =
            "device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds"
                    + " from device_binding";

    static Binding of(ResultRow row) {
        return new Binding(
                row.text("device_id"),
                row.text("patient_id"),
                row.instant("since"),
                row.optionalInstant("until"),
                row.text("bound_by"),
                row.optionalNumber("silent_after_seconds"));
    }
}
