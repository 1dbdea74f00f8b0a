package health.vigil.patient.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.BindingRecords.BindingRecord;
import java.time.Instant;
import java.util.Optional;

/// A device that speaks for a patient.
///
/// @param patientId absent where the user does not see the patient
/// @param until absent while it lasts
/// @param silentAfterSeconds how long it may say nothing; absent: as long as the setting says
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

    /// As it is told to whoever does not see the patient.
    BindingView ofAForeignPatient() {
        return new BindingView(deviceId, Optional.empty(), from, until, Optional.empty(), silentAfterSeconds);
    }
}
