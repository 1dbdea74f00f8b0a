package health.vigil.account;

import health.vigil.access.Role;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An account to create.
///
/// @param wards absent for every ward
/// @param deviceId the device that it belongs to
/// @param patientId the patient for whom a patient or a caregiver enters
record NewAccount(
        String username,
        Role role,
        Optional<Set<String>> wards,
        Optional<String> deviceId,
        Optional<PatientId> patientId) {
    /// The description for the audit trail.
    String description() {
        return "account " + username + ", role " + role.word()
                + wards.map(names -> ", wards " + String.join(", ", new TreeSet<>(names)))
                        .orElse(role.entersFromHome() ? "" : ", every ward")
                + deviceId.map(device -> ", device " + device).orElse("")
                + patientId.map(patient -> ", patient " + patient.value()).orElse("");
    }

    AccountRow row() {
        var row = new AccountRow();
        row.username = username;
        row.role = role.word();
        row.wards = wards.map(names -> names.toArray(String[]::new)).orElse(null);
        row.deviceId = deviceId.orElse(null);
        row.patientId = patientId.map(PatientId::value).orElse(null);
        row.createdAt = Instant.now();
        return row;
    }
}
