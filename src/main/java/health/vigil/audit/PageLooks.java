package health.vigil.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/// Remembers what page sessions have looked at. An open page refreshes every few seconds without anyone
/// asking, so a look is recorded once, and again when it shows other patients. Requests with a token are
/// recorded each time.
@Singleton
class PageLooks {
    /// The most looks that are remembered; a forgotten look is recorded again.
    private static final int MOST_REMEMBERED = 100_000;

    private final AuditSettings settings;

    /// Keyed by a digest, because a look may show a whole ward.
    private final Cache<ByteBuffer, Instant> recorded =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    PageLooks(AuditSettings settings) {
        this.settings = settings;
    }

    /// Whether the look was recorded already.
    boolean isRecorded(AuditEntry entry, Optional<String> cookie) {
        return cookie.map(session -> recorded.getIfPresent(look(entry, session)))
                .filter(at -> at.plus(settings.sameLook()).isAfter(entry.at()))
                .isPresent();
    }

    /// Remembers a look; call this when its entry is on disk.
    void remember(AuditEntry entry, Optional<String> cookie) {
        cookie.ifPresent(session -> recorded.put(look(entry, session), entry.at()));
    }

    private static ByteBuffer look(AuditEntry entry, String session) {
        try {
            var bytes = new ByteArrayOutputStream();
            write(new DataOutputStream(bytes), entry, session);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Writes every field with its length, so that different looks never serialise alike.
    private static void write(DataOutputStream out, AuditEntry entry, String session) throws IOException {
        out.writeUTF(session);
        out.writeUTF(entry.action());
        out.writeUTF(entry.patientId().orElse(""));
        out.writeUTF(entry.source());
        out.writeInt(entry.outcome());
        for (var patient : entry.shown()) {
            out.writeUTF(patient);
        }
    }
}
