package health.vigil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/// A budget for each key, such as an account or an address. The 10,000 most recent keys are remembered.
///
/// @param <K> the owner of a budget
public final class Budgets<K> {
    private static final int REMEMBERED = 10_000;

    private final Budget budget;
    private final Cache<K, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /// The size of a budget, and how much is refilled per period.
    public record Budget(long atOnce, long back, Duration period) {
        public static Budget perSecond(long atOnce, long back) {
            return new Budget(atOnce, back, Duration.ofSeconds(1));
        }

        public static Budget perMinute(long atOnce, long back) {
            return new Budget(atOnce, back, Duration.ofMinutes(1));
        }
    }

    public Budgets(Budget budget) {
        this.budget = budget;
    }

    /// Spends from a budget; returns false if too little is left.
    public boolean allows(K key, long number) {
        return probe(key, number).isConsumed();
    }

    /// Returns what was spent.
    public void giveBack(K key, long number) {
        buckets.get(key, _ -> bucket()).addTokens(number);
    }

    /// Spends from a budget.
    ///
    /// @throws ProblemException 429 with the time to wait
    public void spend(K key, long number) {
        refusal(key, number).map(ProblemException::tooMany).ifPresent(refused -> {
            throw refused;
        });
    }

    /// Spends from a budget, or returns how long to wait until there is enough.
    public Optional<Duration> refusal(K key, long number) {
        var probe = probe(key, number);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private ConsumptionProbe probe(K key, long number) {
        return buckets.get(key, _ -> bucket()).tryConsumeAndReturnRemaining(number);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(budget.atOnce()).refillGreedy(budget.back(), budget.period()))
                .build();
    }
}
