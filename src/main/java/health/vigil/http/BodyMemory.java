package health.vigil.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.vigil.access.RequestIdentity;
import health.vigil.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Reserves memory for a body before it is read, in total and per account, and releases it after the
/// response. A body of undeclared length reserves more while it is read.
///
/// The reservation is made after authentication and before the body is read. One account may use half of the
/// memory, so that it cannot block the others. Unauthenticated requests, such as signing in, have a small
/// separate pool with a part for each address.
class BodyMemory {
    private static final int SHARE_OF_THE_HEAP = 8;
    private static final long STRANGERS = 8 * 1024 * 1024;
    private static final String KEY = BodyMemory.class.getName();

    private final Pool accounts = new Pool(ofTheHeap(), 2);
    private final Pool strangers = new Pool(STRANGERS, 8);
    private final RequestIdentity identities;

    /// A pool of memory with a limit for each sender.
    private static final class Pool {
        private static final int SENDERS = 10_000;

        private final MemoryBudget all;
        private final int parts;
        private final Cache<String, MemoryBudget> bySender =
                Caffeine.newBuilder().maximumSize(SENDERS).weakValues().build();

        Pool(long most, int parts) {
            this.all = new MemoryBudget(most);
            this.parts = parts;
        }

        Reservation of(String sender) {
            return new Reservation(all, bySender.get(sender, _ -> new MemoryBudget(all.most / parts)));
        }
    }

    /// An amount of memory in bytes, and how much of it is used.
    private record MemoryBudget(long most, AtomicLong taken) {
        MemoryBudget(long most) {
            this(most, new AtomicLong());
        }

        boolean take(long bytes) {
            return taken.getAndUpdate(now -> now + bytes <= most ? now + bytes : now) + bytes <= most;
        }

        void giveBack(long bytes) {
            taken.addAndGet(-bytes);
        }
    }

    /// The memory that one body uses.
    static final class Reservation {
        private final MemoryBudget all;
        private final MemoryBudget ofSender;
        private long size;
        private boolean ended;

        private Reservation(MemoryBudget all, MemoryBudget ofSender) {
            this.all = all;
            this.ofSender = ofSender;
        }

        /// Grows the reservation to a size in bytes; returns false if there is not enough memory.
        synchronized boolean grow(long to) {
            var more = to - size;
            if (ended || more <= 0) {
                return !ended;
            }
            if (!ofSender.take(more)) {
                return false;
            }
            if (!all.take(more)) {
                ofSender.giveBack(more);
                return false;
            }
            size = to;
            return true;
        }

        private synchronized void end() {
            all.giveBack(size);
            ofSender.giveBack(size);
            ended = true;
            size = 0;
        }
    }

    BodyMemory(RequestIdentity identities) {
        this.identities = identities;
    }

    /// An eighth of the heap, and at least one of the largest bodies for each of two accounts.
    private static long ofTheHeap() {
        return Math.max(2 * RequestLimits.LARGEST_BATCH, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP);
    }

    @ServerRequestFilter(priority = 2, nonBlocking = true)
    void reserve(RoutingContext request) {
        if (!BodyTimeout.brings(request.request())) {
            return;
        }
        var reservation = reservation(request);
        if (!reservation.grow(declared(request.request()))) {
            throw ProblemException.unavailable(Refusal.problem(503).detail(), Refusal.PAUSE);
        }
        request.put(KEY, reservation);
        request.addEndHandler(_ -> reservation.end());
    }

    private Reservation reservation(RoutingContext request) {
        return identities
                .known(request)
                .map(identity -> accounts.of(identity.getPrincipal().getName()))
                .orElseGet(() -> strangers.of(address(request.request())));
    }

    /// The reservation of a request; empty if it has no body.
    static Optional<Reservation> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /// The declared length, which [RequestLimits] has validated.
    private static long declared(HttpServerRequest http) {
        return Optional.ofNullable(http.getHeader(HttpHeaders.CONTENT_LENGTH))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String address(HttpServerRequest http) {
        return Optional.ofNullable(http.remoteAddress())
                .map(address -> address.hostAddress())
                .orElse("");
    }
}
