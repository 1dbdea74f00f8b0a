package health.vigil.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account as administrators see it.
///
/// @param wards absent for every ward
public record AccountSummary(
        String username,
        String role,
        Optional<List<String>> wards,
        Optional<String> deviceId,
        Instant createdAt,
        Optional<Instant> revokedAt) {
    static AccountSummary of(AccountRow row) {
        return new AccountSummary(
                row.username,
                row.role,
                Optional.ofNullable(row.wards).map(List::of),
                Optional.ofNullable(row.deviceId),
                row.createdAt,
                Optional.ofNullable(row.revokedAt));
    }
}
