package health.vigil.patient.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ResultRow;
import java.time.Instant;
import java.util.Optional;

/// A device that speaks for a patient.
///
/// @param patientId absent where the user does not see the patient
/// @param until absent while it lasts
/// @param silentAfterSeconds how long it may say nothing; absent: as long as the setting says
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Binding(
        String deviceId,
        Optional<String> patientId,
        Instant from,
        Optional<Instant> until,
        Optional<String> boundBy,
        Optional<Long> silentAfterSeconds) {
    /// What a row must hold for {@link #of}.
    static final String COLUMNS =
            "device_id, patient_id, lower(valid) as since, upper(valid) as until, bound_by, silent_after_seconds"
                    + " from device_binding";

    /// It has begun or will, and has not ended: a pod of the version before may write one that is to come.
    static final String LASTS = "(upper_inf(valid) or upper(valid) > now())";

    static Binding of(ResultRow row) {
        return new Binding(
                row.text("device_id"),
                row.optionalText("patient_id"),
                row.instant("since"),
                row.optionalInstant("until"),
                row.optionalText("bound_by"),
                row.optionalNumber("silent_after_seconds"));
    }

    /// As it is told to whoever does not see the patient.
    Binding ofAForeignPatient() {
        return new Binding(deviceId, Optional.empty(), from, until, Optional.empty(), silentAfterSeconds);
    }
}
