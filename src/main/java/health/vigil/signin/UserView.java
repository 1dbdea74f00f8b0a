package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.User;
import health.vigil.observation.PatientId;
import java.util.List;
import java.util.Optional;

/// The user as the pages show them.
///
/// @param wards absent for every ward
/// @param patientId the patient for whom a patient or a caregiver enters
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UserView(
        String username,
        String role,
        Optional<List<String>> wards,
        Optional<String> deviceId,
        Optional<String> patientId) {
    static UserView of(User user) {
        var wards = user.wards().only().map(names -> names.stream().sorted().toList());
        return new UserView(
                user.username(),
                user.role().word(),
                wards,
                user.deviceId(),
                user.patientId().map(PatientId::value));
    }
}
