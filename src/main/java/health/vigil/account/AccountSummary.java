package health.vigil.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account as administrators see it.
///
/// @param wards absent for every ward
/// @param patientId the patient for whom a patient or a caregiver enters
public record AccountSummary(
        String username,
        String role,
        Optional<List<String>> wards,
        Optional<String> deviceId,
        Optional<String> patientId,
        Instant createdAt,
        Optional<Instant> revokedAt) {
    static AccountSummary of(AccountRow row) {
        return new AccountSummary(
                row.username,
                row.role,
                Optional.ofNullable(row.wards).map(List::of),
                Optional.ofNullable(row.deviceId),
                Optional.ofNullable(row.patientId),
                row.createdAt,
                Optional.ofNullable(row.revokedAt));
    }
}
