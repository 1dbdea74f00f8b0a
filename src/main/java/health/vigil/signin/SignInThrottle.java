package health.vigil.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.problem.ProblemException;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Slows down whoever guesses passwords: each name may be tried ten times at once, then six times a minute.
@Singleton
class SignInThrottle {
    private static final int AT_ONCE = 10;
    private static final int A_MINUTE = 6;
    private static final int NAMES = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> tries =
            Caffeine.newBuilder().maximumSize(NAMES).build();

    void admit(String username) {
        var probe = tries.get(username, name -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, MINUTE))
                .build();
    }
}
