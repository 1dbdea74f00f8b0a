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

/// One open stream: a place in the event log that moves on as its reader takes what is there.
///
/// All sending happens in one drain at a time; waking, demand and cancelling only ask for another one. The
/// greeting, which carries the headers, goes the way of the framework; what follows is written past it, for it
/// writes one event at a time and a write costs more than what is written: everything that is there goes in one.
final class Follower implements Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Buffer HEARTBEAT = Buffer.buffer(":heartbeat\n\n");
    /// Bytes after which no more is added to a write.
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

    /// There may be news, or it is time for a sign of life.
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

    /// What cannot be read now is read at the next wake.
    private void move() {
        try {
            if (!listener.validity().holds()) {
                end();
            }
            greet();
            follow();
            signOfLife();
        } catch (RuntimeException failure) {
            LOG.debug("A stream waits for the log of alert events", failure);
        }
    }

    private void greet() {
        if (!greeted && ready()) {
            greeted = true;
            sent();
            reader.onNext(listener.greeting());
        }
    }

    /// What was taken from the log is written, also when no more of it can be read.
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
            more = !events.isEmpty() && tell(events, telling);
        }
    }

    /// Moves on over events, and adds those that the reader hears; false when there is enough to write.
    private boolean tell(List<StreamEvent> events, Buffer telling) {
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

    /// A heartbeat when all is well and quiet; the end for a reader that no longer takes anything.
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

    /// Once it is on the wire there is room for more. A connection that is closed cancels by itself.
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
