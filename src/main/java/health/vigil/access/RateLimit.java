package health.vigil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How often one account may ask, so that no device's flood is felt by its neighbour. What a device measured counts
/// too, however it is bundled.
@ApplicationScoped
public class RateLimit {
    private static final int ACCOUNTS = 10_000;
    private static final long REQUESTS_AT_ONCE = 1000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RateSettings options;
    private final Cache<String, Bucket> requests =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();
    private final Cache<String, Bucket> measured =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    RateLimit(RateSettings options) {
        this.options = options;
    }

    @ServerRequestFilter(priority = 1, nonBlocking = true)
    void hold(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return;
        }
        var identity = user.getSecurityIdentity();
        var oneDevice = identity.getAttribute(CurrentUser.DEVICE) != null;
        spend(requests, identity.getPrincipal().getName(), 1, oneDevice ? this::deviceRequests : this::requests);
    }

    /// Observations that the credential of one device sends. A body of more than it may ever send at once is let in
    /// when nothing was sent for as long.
    ///
    /// @throws ProblemException 429
    public void measure(User user, int observations) {
        if (user.deviceId().isPresent() && observations > 0) {
            spend(measured, user.username(), Math.min(observations, options.deviceAtOnce()), this::deviceObservations);
        }
    }

    private static void spend(Cache<String, Bucket> buckets, String account, long number, Supplier<Bucket> fresh) {
        var probe = buckets.get(account, _ -> fresh.get()).tryConsumeAndReturnRemaining(number);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket requests() {
        return bucket(options.atOnce(), options.perSecond());
    }

    private Bucket deviceRequests() {
        return bucket(Math.min(REQUESTS_AT_ONCE, options.deviceAtOnce()), options.devicePerSecond());
    }

    private Bucket deviceObservations() {
        return bucket(options.deviceAtOnce(), options.devicePerSecond());
    }

    private static Bucket bucket(long atOnce, long perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, SECOND))
                .build();
    }
}
