package health.vigil.patient.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.BindingRecords.BindingRecord;
import java.time.Instant;
import java.util.Optional;

/// The binding of a device to a patient.
///
/// @param patientId absent where the user does not see the patient
/// @param until absent while it lasts
/// @param silentAfterSeconds how long the device may send nothing; if absent, the configured time
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record BindingView(
        String deviceId,
        Optional<String> patientId,
        Instant from,
        Optional<Instant> until,
        Optional<String> boundBy,
        Optional<Long> silentAfterSeconds) {
    static BindingView of(BindingRecord binding) {
        return new BindingView(
                binding.device(),
                Optional.of(binding.patient().value()),
                binding.from(),
                binding.until(),
                Optional.of(binding.boundBy()),
                binding.silentAfter());
    }

    /// The binding without the patient, for a user who may not see that patient.
    BindingView ofAForeignPatient() {
        return new BindingView(deviceId, Optional.empty(), from, until, Optional.empty(), silentAfterSeconds);
    }
}
