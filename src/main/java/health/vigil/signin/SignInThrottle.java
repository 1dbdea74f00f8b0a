package health.vigil.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.problem.ProblemException;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/// Slows down whoever guesses passwords. An address may try one name ten times at once and then six times a minute, and
/// all names together sixty times at once and sixty times a minute. Nobody locks a name for another address.
@Singleton
class SignInThrottle {
    private static final int REMEMBERED = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<NameFromAddress, Bucket> names =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Bucket> addresses =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record NameFromAddress(String username, String address) {}

    /// @throws ProblemException 429 with the time to wait
    void admit(String username, String address) {
        spend(names, new NameFromAddress(username, address), () -> bucket(10, 6));
        spend(addresses, address, () -> bucket(60, 60));
    }

    private static <K> void spend(Cache<K, Bucket> buckets, K key, Supplier<Bucket> fresh) {
        var probe = buckets.get(key, _ -> fresh.get()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(int atOnce, int aMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(aMinute, MINUTE))
                .build();
    }
}
