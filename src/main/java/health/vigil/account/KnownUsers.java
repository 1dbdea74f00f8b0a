package health.vigil.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.access.User;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the user of a token. While PostgreSQL is down or slow, recently known users stay known, so that
/// bedside monitors are not locked out.
@Singleton
public class KnownUsers {
    private static final Duration TRUSTED_WITHOUT_ASKING = Duration.ofMinutes(15);
    private static final String CONNECTION_FAILURE = "08006";
    private static final int REMEMBERED = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Cache<UUID, User> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(TRUSTED_WITHOUT_ASKING)
            .build();

    private volatile Instant askAgain = Instant.EPOCH;

    KnownUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    public User holder(UUID credential) {
        return ask(credential).orElseThrow(AuthenticationFailedException::new);
    }

    private Optional<User> ask(UUID credential) {
        var now = Instant.now();
        var known = Optional.ofNullable(seen.getIfPresent(credential));
        if (known.isPresent() && now.isBefore(askAgain)) {
            return known;
        }
        try {
            var user = inTime(() -> accounts.holder(credential, now));
            user.ifPresentOrElse(found -> seen.put(credential, found), () -> seen.invalidate(credential));
            return user;
        } catch (PersistenceException away) {
            askAgain = Instant.now().plus(PAUSE);
            return Optional.of(known.orElseThrow(() -> away));
        }
    }

    /// The same as a lost connection: the request may be repeated.
    private static SQLTimeoutException silentDatabase(TimeoutException cause) {
        return new SQLTimeoutException("The accounts cannot be read now", CONNECTION_FAILURE, cause);
    }

    /// Waits for a limited time. A query in a hanging database cannot be cancelled, so it waits on its own
    /// thread.
    private static Optional<User> inTime(Callable<Optional<User>> question) {
        var answer = new FutureTask<>(question);
        Thread.ofVirtual().name("known-users").start(answer);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new PersistenceException(failed);
        } catch (TimeoutException silent) {
            throw new PersistenceException(silentDatabase(silent));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PersistenceException(stopped);
        }
    }
}
