package health.vigil.api.alert;

import health.vigil.store.AlertListeners.StreamProgress;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// One open stream: a place in the event log that moves on as its reader takes events.
///
/// Only one drain at a time sends; waking, demand and cancelling only request another one. The framework sends
/// the greeting, which carries the headers. All later events are written directly to the response: the framework
/// writes one event at a time, and a write is expensive, so all waiting events go in one write.
final class Follower implements Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Buffer HEARTBEAT = Buffer.buffer(":heartbeat\n\n");
    /// Once a write has this many bytes, no more events are added.
    private static final int ENOUGH = 64 * 1024;

    private final AlertFeed feed;
    private final Listener listener;
    private final HttpServerResponse response;
    private final Flow.Subscriber<? super OutboundSseEvent> reader;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean ended;
    private volatile long sentAt = System.nanoTime();
    private volatile long place;
    private boolean greeted;

    Follower(
            AlertFeed feed,
            Listener listener,
            HttpServerResponse response,
            Flow.Subscriber<? super OutboundSseEvent> reader) {
        this.feed = feed;
        this.listener = listener;
        this.response = response;
        this.reader = reader;
        this.place = listener.start().place();
    }

    @Override
    public void request(long count) {
        demand.addAndGet(count);
        ask();
    }

    @Override
    public void cancel() {
        ended = true;
        feed.leave(this);
    }

    /// Sends new events, or a heartbeat if one is due.
    void wake() {
        if (feed.reaches(place + 1) || feed.heartbeatDue(silence())) {
            ask();
        }
    }

    StreamProgress progress() {
        return new StreamProgress(listener.id(), place, ended);
    }

    void end() {
        if (!ended) {
            cancel();
            reader.onComplete();
        }
    }

    private void ask() {
        if (asked.getAndIncrement() == 0) {
            feed.execute(this::drain);
        }
    }

    private void drain() {
        int answered;
        do {
            answered = asked.get();
            move();
        } while (asked.addAndGet(-answered) != 0);
    }

    /// Sends what is due. After a failure it tries again at the next wake.
    private void move() {
        try {
            if (!listener.validity().valid()) {
                end();
            }
            greet();
            follow();
            signOfLife();
        } catch (RuntimeException failure) {
            LOG.debug("An alert stream cannot read the log of alert events now", failure);
        }
    }

    private void greet() {
        if (!greeted && ready()) {
            greeted = true;
            sent();
            reader.onNext(listener.greeting());
        }
    }

    /// Writes the events that were read, even if reading more fails.
    private void follow() {
        if (ready()) {
            var telling = Buffer.buffer();
            try {
                gather(telling);
            } finally {
                write(telling);
            }
        }
    }

    private void gather(Buffer telling) {
        var more = true;
        while (more) {
            var events = feed.after(place);
            more = !events.isEmpty() && append(events, telling);
        }
    }

    /// Moves on over events, and adds those that the reader may hear. Returns false once there is enough to write.
    private boolean append(List<StreamEvent> events, Buffer telling) {
        for (var event : events) {
            if (telling.length() >= ENOUGH) {
                return false;
            }
            place = event.sequence();
            if (listener.hears(event)) {
                telling.appendBuffer(event.text());
            }
        }
        return true;
    }

    /// Sends a heartbeat if all is well and quiet. Ends the stream of a reader that no longer takes anything.
    private void signOfLife() {
        if (ready() && feed.heartbeatDue(silence()) && feed.fresh()) {
            write(HEARTBEAT);
        } else if (demand.get() == 0 && feed.stalled(silence())) {
            end();
        }
    }

    private boolean ready() {
        return !ended && demand.get() > 0;
    }

    /// Writes, and requests more once that is sent. A closed connection cancels by itself.
    private void write(Buffer telling) {
        if (telling.length() > 0) {
            sent();
            response.write(telling).onSuccess(_ -> request(1));
        }
    }

    private void sent() {
        demand.decrementAndGet();
        sentAt = System.nanoTime();
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }
}
