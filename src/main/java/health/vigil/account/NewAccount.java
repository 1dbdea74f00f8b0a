package health.vigil.account;

import health.vigil.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An account to create.
///
/// @param wards absent for every ward
/// @param deviceId the device that it belongs to
record NewAccount(String username, Role role, Optional<Set<String>> wards, Optional<String> deviceId) {
    /// The description for the audit trail.
    String description() {
        return "account " + username + ", role " + role.word()
                + wards.map(names -> ", wards " + String.join(", ", new TreeSet<>(names)))
                        .orElse(", every ward")
                + deviceId.map(device -> ", device " + device).orElse("");
    }

    AccountRow row() {
        var row = new AccountRow();
        row.username = username;
        row.role = role.word();
        row.wards = wards.map(names -> names.toArray(String[]::new)).orElse(null);
        row.deviceId = deviceId.orElse(null);
        row.createdAt = Instant.now();
        return row;
    }
}
