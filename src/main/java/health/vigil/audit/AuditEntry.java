package health.vigil.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Who did or saw what, of which patient, when, from where, why, and how it ended.
///
/// @param role    absent where nobody was recognised
/// @param action  method and path
/// @param shown   the patients whom it is about, or whom the answer showed, beside that one
/// @param outcome the status of the answer
record AuditEntry(
        Instant at,
        String actor,
        Optional<String> role,
        String action,
        Optional<String> patientId,
        List<String> shown,
        String source,
        int outcome,
        Optional<String> reason) {
    AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        actor = storable(actor);
        action = storable(action);
        patientId = patientId.map(AuditEntry::storable);
        shown = shown.stream().map(AuditEntry::storable).toList();
        reason = reason.map(AuditEntry::storable);
    }

    private static final int LONGEST = 500;

    /// PostgreSQL keeps neither zero characters nor halves of a pair, and one entry that it refuses must not take
    /// others with it.
    private static String storable(String text) {
        var cut = text.substring(0, Math.min(text.length(), LONGEST)).replace("\0", "");
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
