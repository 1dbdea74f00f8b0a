package health.vigil.account;

import health.vigil.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An account to be made.
///
/// @param wards    absent for every ward
/// @param deviceId the one device that it stands for
record NewAccount(String username, Role role, Optional<Set<String>> wards, Optional<String> deviceId) {
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
