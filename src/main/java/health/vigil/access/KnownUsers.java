package health.vigil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Whose credential a token is. While PostgreSQL is away, whoever was known a short time ago stays known: a monitor
/// at the bedside must not fall silent because a table cannot be asked.
@Singleton
class KnownUsers {
    private static final Duration TRUSTED_WITHOUT_ASKING = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Accounts accounts;
    private final Cache<UUID, User> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(TRUSTED_WITHOUT_ASKING)
            .build();

    KnownUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    User holder(UUID credential) {
        return ask(credential).orElseThrow(AuthenticationFailedException::new);
    }

    private Optional<User> ask(UUID credential) {
        try {
            var user = accounts.holder(credential, Instant.now());
            user.ifPresentOrElse(found -> seen.put(credential, found), () -> seen.invalidate(credential));
            return user;
        } catch (PersistenceException away) {
            return Optional.of(
                    Optional.ofNullable(seen.getIfPresent(credential)).orElseThrow(() -> away));
        }
    }
}
