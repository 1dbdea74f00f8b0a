package health.vigil.api.alerts;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// One open stream: a place in the event log that moves on as its reader takes what is there.
///
/// All sending happens in one drain at a time; waking, demand and cancelling only ask for another one.
final class Follower implements Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final AlertFeed feed;
    private final Listener listener;
    private final Flow.Subscriber<? super OutboundSseEvent> reader;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean ended;
    private volatile long sentAt = System.nanoTime();
    private volatile long place;
    private boolean greeted;

    Follower(AlertFeed feed, Listener listener, Flow.Subscriber<? super OutboundSseEvent> reader) {
        this.feed = feed;
        this.listener = listener;
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

    Listeners.Progress progress() {
        return new Listeners.Progress(listener.id(), place, ended);
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
            if (!listener.standing().holds()) {
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
            send(listener.greeting());
        }
    }

    private void follow() {
        for (var events = feed.after(place); ready() && !events.isEmpty(); events = feed.after(place)) {
            for (var event : events) {
                if (!ready()) {
                    return;
                }
                place = event.sequence;
                listener.hear(event).ifPresent(this::send);
            }
        }
    }

    /// A heartbeat when all is well and quiet; the end for a reader that no longer takes anything.
    private void signOfLife() {
        if (ready() && feed.heartbeatDue(silence()) && feed.fresh()) {
            send(listener.heartbeat());
        } else if (demand.get() == 0 && feed.stalled(silence())) {
            end();
        }
    }

    private boolean ready() {
        return !ended && demand.get() > 0;
    }

    private void send(OutboundSseEvent event) {
        demand.decrementAndGet();
        sentAt = System.nanoTime();
        reader.onNext(event);
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }
}
