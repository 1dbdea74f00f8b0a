package health.vigil.access;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Whether the credential that opened a stream is still valid. It ends when it expires, is rotated or
/// revoked, or its user signs out.
public final class CredentialValidity {
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final Instant expiresAt;
    private final BooleanSupplier asked;
    private volatile long askedAt = System.nanoTime();
    private volatile boolean ended;

    public CredentialValidity(Instant expiresAt, BooleanSupplier asked) {
        this.expiresAt = expiresAt;
        this.asked = asked;
    }

    public boolean valid() {
        if (!ended && System.nanoTime() - askedAt > ASKED_EVERY.toNanos()) {
            askedAt = System.nanoTime();
            ended = Instant.now().isAfter(expiresAt) || !asked.getAsBoolean();
        }
        return !ended;
    }
}
