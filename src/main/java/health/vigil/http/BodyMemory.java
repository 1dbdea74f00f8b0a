package health.vigil.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Reserves room for a body before it is read, in all and for each sender, and gives it back with the answer. A body
/// that
/// does not say how long it is takes more room while it is read.
///
/// A sender is told apart by the credential that it shows, known or not, else by its address. One may take half of all
/// room, so that none takes the place of all others.
final class BodyMemory {
    private static final int SENDERS = 10_000;
    private static final int SHARE_OF_THE_HEAP = 8;
    private static final String KEY = BodyMemory.class.getName();

    private final Room all;
    private final Cache<String, Room> bySender =
            Caffeine.newBuilder().maximumSize(SENDERS).weakValues().build();

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

    /// @param most bytes in all
    BodyMemory(long most) {
        this.all = new Room(most);
    }

    /// An eighth of the heap, and at least one of the largest bodies for each of two senders.
    static BodyMemory ofTheHeap() {
        return new BodyMemory(
                Math.max(2 * RequestLimits.LARGEST_BATCH, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP));
    }

    void hold(RoutingContext request) {
        var http = request.request();
        if (!BodyTimeout.brings(http)) {
            request.next();
            return;
        }
        var reservation = new Reservation(all, bySender.get(sender(http), _ -> new Room(all.most / 2)));
        if (reservation.grow(declared(http))) {
            request.put(KEY, reservation);
            request.addEndHandler(_ -> reservation.end());
            request.next();
        } else {
            request.fail(503);
        }
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

    private static String sender(HttpServerRequest http) {
        return Optional.ofNullable(http.getHeader(HttpHeaders.AUTHORIZATION))
                .or(() -> Optional.ofNullable(http.remoteAddress()).map(address -> address.hostAddress()))
                .orElse("");
    }
}
