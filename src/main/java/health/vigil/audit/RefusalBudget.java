package health.vigil.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How many requests of nobody are recorded from one address: enough to see that someone tries doors, not enough to
/// fill the disk.
@Singleton
class RefusalBudget {
    private static final int AT_ONCE = 100;
    private static final int A_MINUTE = 60;
    private static final int ADDRESSES = 10_000;

    private final Cache<String, Bucket> budgets =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();

    boolean allows(String address) {
        return budgets.get(address, one -> bucket()).tryConsume(1);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
