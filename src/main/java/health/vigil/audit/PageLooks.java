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

/// What sessions of the pages have looked at lately. An open page asks every few seconds, and so does nobody: that it
/// shows somebody is told once, and again when it shows somebody else. What is asked with a token of its own is asked
/// by somebody, and told each time.
@Singleton
class PageLooks {
    /// What is not remembered any more is told again.
    private static final int MOST = 100_000;

    private final AuditSettings settings;

    /// By the digest of a look: whom it shows may be a whole ward.
    private final Cache<ByteBuffer, Instant> told =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PageLooks(AuditSettings settings) {
        this.settings = settings;
    }

    /// Whether the trail has told it already.
    boolean isTold(AuditEntry entry, Optional<String> cookie) {
        return cookie.map(session -> told.getIfPresent(look(entry, session)))
                .filter(at -> at.plus(settings.sameLook()).isAfter(entry.at()))
                .isPresent();
    }

    /// To be called when an entry is on the disk.
    void told(AuditEntry entry, Optional<String> cookie) {
        cookie.ifPresent(session -> told.put(look(entry, session), entry.at()));
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

    /// Every field with its length, so that no two looks are written alike.
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
