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

/// Reserves room for a body before it is read, in all and for each account, and gives it back with the answer. A body
/// that does not say how long it is takes more room while it is read.
///
/// It comes when the account is known, however its credential is spelled, and before anything of the body is read. One
/// account may take half of all room, so that none takes the place of all others. Who is nobody yet, such as whoever
/// signs in, has the room of strangers, which is small and apart, and a part of it for each address.
class BodyMemory {
    private static final int SHARE_OF_THE_HEAP = 8;
    private static final long STRANGERS = 8 * 1024 * 1024;
    private static final String KEY = BodyMemory.class.getName();

    private final Pool accounts = new Pool(ofTheHeap(), 2);
    private final Pool strangers = new Pool(STRANGERS, 8);
    private final RequestIdentity identities;

    /// Room for all of a kind, and a part of it for each of them.
    private static final class Pool {
        private static final int SENDERS = 10_000;

        private final Room all;
        private final int parts;
        private final Cache<String, Room> bySender =
                Caffeine.newBuilder().maximumSize(SENDERS).weakValues().build();

        Pool(long most, int parts) {
            this.all = new Room(most);
            this.parts = parts;
        }

        Reservation of(String sender) {
            return new Reservation(all, bySender.get(sender, _ -> new Room(all.most / parts)));
        }
    }

    /// Room of so many bytes, some of which are taken.
    private record Room(long most, AtomicLong taken) {
        Room(long most) {
            this(most, new AtomicLong());
        }

        boolean take(long bytes) {
            return taken.getAndUpdate(now -> now + bytes <= most ? now + bytes : now) + bytes <= most;
        }

        void giveBack(long bytes) {
            taken.addAndGet(-bytes);
        }
    }

    /// What one body has taken.
    static final class Reservation {
        private final Room all;
        private final Room ofSender;
        private long size;
        private boolean ended;

        private Reservation(Room all, Room ofSender) {
            this.all = all;
            this.ofSender = ofSender;
        }

        /// Takes room up to a size in bytes, unless there is none.
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
    void hold(RoutingContext request) {
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

    /// What the body of a request has taken; absent for one without a body.
    static Optional<Reservation> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /// [RequestLimits] has looked at it.
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
