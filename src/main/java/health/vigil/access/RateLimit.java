package health.vigil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.api.ProblemException;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How often one account may ask, so that no device's flood is felt by its neighbour.
class RateLimit {
    private static final int ACCOUNTS = 10_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Options options;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    RateLimit(Options options) {
        this.options = options;
    }

    /// Requests of one account. A gateway of a whole hospital is one account too.
    @ConfigMapping(prefix = "vigil.rate")
    interface Options {
        @WithDefault("10000")
        long perSecond();

        @WithDefault("20000")
        long atOnce();
    }

    @ServerRequestFilter(priority = 1, nonBlocking = true)
    void hold(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return;
        }
        var name = user.getSecurityIdentity().getPrincipal().getName();
        var probe = buckets.get(name, account -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(options.atOnce()).refillGreedy(options.perSecond(), SECOND))
                .build();
    }
}
