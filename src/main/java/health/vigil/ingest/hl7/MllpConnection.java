package health.vigil.ingest.hl7;

import health.vigil.hl7.MllpDecoder;
import health.vigil.hl7.MllpEvent;
import health.vigil.hl7.MllpFrame;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// One connection. Its state belongs to its event loop. Frames are answered one after the other, each on a
/// virtual thread.
final class MllpConnection {
    private static final Logger LOG = Logger.getLogger(MllpConnection.class);

    private final Vertx vertx;
    private final Context loop;
    private final NetSocket socket;
    private final MllpPeer peer;
    private final FrameHandler handler;
    private final MllpLimits limits;
    private final Hl7Metrics metrics;
    /// The bytes that all connections hold.
    private final AtomicLong heldByAll;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final MllpDecoder decoder;
    private final Deque<MllpFrame> waiting = new ArrayDeque<>();
    private Optional<Long> unfinished = Optional.empty();
    private Optional<Long> rest = Optional.empty();
    private long waitingBytes;
    private long held;
    private boolean busy;
    private boolean paused;
    private boolean stopping;
    private boolean closed;

    /// Call this on the event loop of the socket.
    MllpConnection(
            Vertx vertx,
            NetSocket socket,
            MllpPeer peer,
            FrameHandler handler,
            MllpLimits limits,
            Hl7Metrics metrics,
            AtomicLong heldByAll) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.socket = socket;
        this.peer = peer;
        this.handler = handler;
        this.limits = limits;
        this.metrics = metrics;
        this.heldByAll = heldByAll;
        this.decoder = new MllpDecoder(limits.frame());
    }

    void open() {
        socket.exceptionHandler(_ -> close());
        socket.closeHandler(_ -> closed());
        socket.handler(this::received);
    }

    /// Completes when the connection is closed.
    CompletableFuture<Void> ended() {
        return ended;
    }

    /// Takes no new frames, answers the one that was begun, and closes.
    void stop() {
        loop.runOnContext(_ -> {
            stopping = true;
            pause();
            waiting.clear();
            if (!busy) {
                close();
            }
        });
    }

    private void received(Buffer bytes) {
        if (closed || stopping) {
            return;
        }
        var events = decoder.decode(bytes.getBytes());
        for (var event : events) {
            switch (event) {
                case MllpEvent.Received(var frame) -> wait(frame);
                case MllpEvent.Interrupted _ -> LOG.debugf("A frame of %s has no end", name());
                case MllpEvent.Broken(var reason) -> {
                    LOG.infof("A connection of %s is closed: %s", name(), reason);
                    close();
                    return;
                }
            }
        }
        if (!events.isEmpty()) {
            unfinished = cancelled(unfinished);
        }
        if (heldByAll() > limits.held()) {
            LOG.warnf("A connection of %s is closed: there is no room for its frames", name());
            metrics.unanswered(name());
            close();
            return;
        }
        if (waiting.size() >= limits.waiting() || waitingBytes >= limits.frame()) {
            pause();
        }
        watch();
        next();
    }

    private void wait(MllpFrame frame) {
        waiting.add(frame);
        waitingBytes += frame.bytes().length;
    }

    /// The bytes that all connections hold now.
    private long heldByAll() {
        long now = waitingBytes + decoder.held();
        long all = heldByAll.addAndGet(now - held);
        held = now;
        return all;
    }

    /// Watches a frame that has begun: it must be complete soon, and without its last byte it is when the sender
    /// rests.
    private void watch() {
        rest = cancelled(rest);
        if (!decoder.insideFrame()) {
            unfinished = cancelled(unfinished);
        } else if (!paused) {
            if (unfinished.isEmpty()) {
                unfinished = Optional.of(vertx.setTimer(limits.unfinished().toMillis(), _ -> unfinished()));
            }
            rest = Optional.of(vertx.setTimer(limits.rest().toMillis(), _ -> rested()));
        }
    }

    private Optional<Long> cancelled(Optional<Long> timer) {
        timer.ifPresent(vertx::cancelTimer);
        return Optional.empty();
    }

    private void unfinished() {
        unfinished = Optional.empty();
        var tooLarge = decoder.unfinishedTooLarge();
        if (tooLarge.isPresent()) {
            wait(tooLarge.get());
            next();
        } else {
            LOG.infof("A connection of %s is closed: a frame was not complete in time", name());
            close();
        }
    }

    private void rested() {
        rest = Optional.empty();
        decoder.atRest().ifPresent(frame -> {
            wait(frame);
            unfinished = cancelled(unfinished);
            next();
        });
    }

    private void pause() {
        if (!paused) {
            paused = true;
            socket.pause();
            unfinished = cancelled(unfinished);
            rest = cancelled(rest);
        }
    }

    private void resume() {
        if (paused && !stopping && waiting.size() < limits.waiting() && waitingBytes < limits.frame()) {
            paused = false;
            socket.resume();
            watch();
        }
    }

    private void next() {
        if (busy || closed || waiting.isEmpty()) {
            return;
        }
        busy = true;
        var frame = waiting.removeFirst();
        waitingBytes -= frame.bytes().length;
        // From here on the room that its message takes counts the bytes of this frame.
        var _ = heldByAll();
        Thread.ofVirtual().name("vigil-mllp").start(() -> {
            var reply = reply(frame);
            loop.runOnContext(_ -> replied(reply));
        });
        resume();
    }

    private MllpReply reply(MllpFrame frame) {
        try {
            return frame.whole() ? handler.reply(peer, frame.bytes()) : handler.tooLarge(peer, frame.bytes());
        } catch (RuntimeException fault) {
            LOG.errorf(
                    "A frame of %s is not answered: %s",
                    name(), fault.getClass().getSimpleName());
            metrics.unanswered(name());
            return new MllpReply.Unanswered();
        }
    }

    private void replied(MllpReply reply) {
        switch (reply) {
            case MllpReply.AckFrame(var text, var close) -> answer(text, close);
            case MllpReply.NoAnswerWanted _ -> settled();
            case MllpReply.Unanswered _ -> close();
        }
    }

    /// The next frame begins when the answer is written: a sender that does not read its answers is not read,
    /// either.
    private void answer(Buffer text, boolean close) {
        if (closed) {
            return;
        }
        socket.write(text).onComplete(written -> {
            if (close || written.failed()) {
                close();
            } else {
                settled();
            }
        });
    }

    private void settled() {
        busy = false;
        if (stopping) {
            close();
        } else {
            resume();
            next();
        }
    }

    private void close() {
        if (!closed) {
            closed();
            socket.close();
        }
    }

    private void closed() {
        if (!closed) {
            closed = true;
            unfinished = cancelled(unfinished);
            rest = cancelled(rest);
            waiting.clear();
            heldByAll.addAndGet(-held);
            held = 0;
            ended.complete(null);
        }
    }

    private String name() {
        return peer.senders().name();
    }
}
