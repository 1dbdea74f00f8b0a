package health.vigil.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Who did or saw what, of which patient, when, from where, why, and how it ended.
///
/// @param role    absent where nobody was recognised
/// @param action  method and path
/// @param outcome the status of the answer
record AuditEntry(
        Instant at,
        String actor,
        Optional<String> role,
        String action,
        Optional<String> patientId,
        String source,
        int outcome,
        Optional<String> reason) {
    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        action = cut(action);
        reason = reason.map(AuditEntry::cut);
    }

    private static final int LONGEST = 500;

    /// PostgreSQL keeps no zero characters.
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replace("\0", "");
    }
}
