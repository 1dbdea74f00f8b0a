package health.vigil.account;

import health.vigil.problem.ProblemException;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes and checks passwords. Each takes a tenth of a second of a core, so few run at once, and none inside
/// a transaction.
@Singleton
class Passwords {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /// A password and its hash.
    record NewPassword(String password, String hash) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    /// A random password.
    ///
    /// @throws ProblemException 503 if too many checks wait
    NewPassword fresh() {
        var password = Secrets.password();
        return new NewPassword(password, inPlace(() -> BcryptUtil.bcryptHash(password)));
    }

    /// @throws ProblemException 503 if too many checks wait
    boolean matches(String password, String hash) {
        return inPlace(() -> BcryptUtil.matches(password, hash));
    }

    private <T> T inPlace(Supplier<T> work) {
        if (places.getQueueLength() >= MOST_WAITING || !acquired()) {
            throw ProblemException.unavailable("Too many sign-ins at once: try again", PATIENCE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean acquired() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
