package health.vigil.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// An audit entry: who did or saw what, of which patient, when, from where, why, and with which result.
///
/// @param role absent if nobody was authenticated
/// @param action method and path
/// @param shown further patients whom the request concerned, or whom the response showed
/// @param outcome the HTTP status
public record AuditEntry(
        Instant at,
        String actor,
        Optional<String> role,
        String action,
        Optional<String> patientId,
        List<String> shown,
        String source,
        int outcome,
        Optional<String> reason) {
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        actor = storable(actor);
        action = storable(action);
        patientId = patientId.map(AuditEntry::storable);
        shown = shown.stream().map(AuditEntry::storable).toList();
        reason = reason.map(AuditEntry::storable);
    }

    private static final int LONGEST = 500;

    /// Replaces zero characters and unpaired surrogates, which PostgreSQL rejects. A rejected entry would
    /// fail its whole batch.
    private static String storable(String text) {
        var cut = text.substring(0, Math.min(text.length(), LONGEST)).replace("\0", "");
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
