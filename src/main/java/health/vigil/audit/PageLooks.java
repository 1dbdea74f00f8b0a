package health.vigil.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What sessions of the pages have looked at lately. An open page asks every few seconds, and so does nobody: that it
/// shows somebody is told once, and again when it shows somebody else. What is asked with a token of its own is asked
/// by
/// somebody, and told each time.
@Singleton
class PageLooks {
    /// What is not remembered any more is told again.
    private static final int MOST = 100_000;

    private final AuditSettings settings;
    private final Map<Look, Instant> told = new ConcurrentHashMap<>();

    PageLooks(AuditSettings settings) {
        this.settings = settings;
    }

    /// One look.
    ///
    /// @param session what the session's cookie is known by
    /// @param shown whom the answer showed beside the patient
    private record Look(
            String session, String action, Optional<String> patient, List<String> shown, String source, int outcome) {}

    /// Whether the trail has told it already.
    boolean isTold(AuditEntry entry, Optional<String> cookie) {
        return cookie.map(session -> told.get(look(entry, session)))
                .filter(at -> at.plus(settings.sameLook()).isAfter(entry.at()))
                .isPresent();
    }

    /// To be called when an entry is on the disk.
    void told(AuditEntry entry, Optional<String> cookie) {
        if (cookie.isEmpty()) {
            return;
        }
        if (told.size() >= MOST) {
            told.values().removeIf(at -> !at.plus(settings.sameLook()).isAfter(entry.at()));
        }
        if (told.size() < MOST) {
            told.put(look(entry, cookie.get()), entry.at());
        }
    }

    private static Look look(AuditEntry entry, String cookie) {
        return new Look(
                digest(cookie), entry.action(), entry.patientId(), entry.shown(), entry.source(), entry.outcome());
    }

    private static String digest(String cookie) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
