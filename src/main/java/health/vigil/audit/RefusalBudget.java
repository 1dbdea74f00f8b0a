package health.vigil.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How many refusals are recorded: enough to see that someone tries doors, not enough to fill the disk. Each address or
/// account has a budget, and all that nobody is known to have sent have one together.
@Singleton
class RefusalBudget {
    private static final int REMEMBERED = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> budgets =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Bucket ofNobody = bucket(1000, 10);

    /// One more refusal of an account.
    boolean allows(String account) {
        return budgets.get(account, _ -> bucket(100, 60)).tryConsume(1);
    }

    /// One more refusal of a request without a credential that is known.
    boolean allowsNobody(String address) {
        return allows(address) && ofNobody.tryConsume(1);
    }

    private static Bucket bucket(int atOnce, int aMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(aMinute, MINUTE))
                .build();
    }
}
