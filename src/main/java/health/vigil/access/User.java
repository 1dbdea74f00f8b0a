package health.vigil.access;

import health.vigil.observation.PatientId;
import java.util.Optional;

/// An authenticated user.
///
/// @param deviceId the device of the credential; absent for people and for a gateway of many devices
/// @param patientId the only patient for whom a role at home enters; absent for every other role
public record User(String username, Role role, Optional<String> deviceId, Optional<PatientId> patientId, Wards wards) {
    public User(String username, Role role, Optional<String> deviceId, Wards wards) {
        this(username, role, deviceId, Optional.empty(), wards);
    }
}
