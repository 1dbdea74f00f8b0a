package health.vigil.hl7;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts the bytes of one connection into frames: `0x0B ... 0x1C 0x0D`. Feed it the bytes as they arrive.
///
/// The last `0x0D` may be missing. Then the frame is complete when a new one begins, or when the sender rests: ask
/// {@link #atRest()} after a short silence. So a `0x1C` inside a message never cuts it.
///
/// Of a frame that is too large only the beginning is kept, and what follows the frame is ignored. The frame is
/// read to its end nevertheless: a sender that is still writing would not read the answer.
public final class MllpDecoder {
    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final byte CARRIAGE_RETURN = 0x0D;
    private static final byte LINE_FEED = 0x0A;
    private static final int MOST_BETWEEN_FRAMES = 1024;
    /// What is kept of a frame that is too large: enough for its header.
    private static final int BEGINNING = 4096;

    private enum State {
        BETWEEN,
        INSIDE,
        AFTER_END,
        CLOSED
    }

    private final int largestFrame;
    private ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean tooLarge;
    private State state = State.BETWEEN;
    private int between;

    /// @param largestFrame the most bytes of a frame
    public MllpDecoder(int largestFrame) {
        this.largestFrame = largestFrame;
    }

    /// The events of some more bytes, in order. After {@link MllpEvent.Broken}, or a frame that was too large, all
    /// further bytes are ignored.
    public List<MllpEvent> decode(byte[] bytes) {
        var events = new ArrayList<MllpEvent>();
        for (var octet : bytes) {
            next(octet).ifPresent(events::add);
        }
        return events;
    }

    /// Whether a frame has begun that is not complete yet.
    public boolean insideFrame() {
        return state == State.INSIDE || state == State.AFTER_END;
    }

    /// How many bytes of a frame wait for its end.
    public int held() {
        return insideFrame() ? frame.size() : 0;
    }

    /// The frame that has its end but not the last carriage return, if the sender has sent nothing more.
    public Optional<MllpFrame> atRest() {
        return state == State.AFTER_END ? Optional.of(completed()) : Optional.empty();
    }

    /// The beginning of a frame that is too large and whose end has not arrived. All further bytes are ignored.
    public Optional<MllpFrame> unfinishedTooLarge() {
        return insideFrame() && tooLarge ? Optional.of(completed()) : Optional.empty();
    }

    private Optional<MllpEvent> next(byte octet) {
        return switch (state) {
            case BETWEEN -> between(octet);
            case INSIDE -> inside(octet);
            case AFTER_END -> afterEnd(octet);
            case CLOSED -> Optional.empty();
        };
    }

    private Optional<MllpEvent> between(byte octet) {
        if (octet == START) {
            begin();
        } else if (octet != CARRIAGE_RETURN && octet != LINE_FEED && ++between > MOST_BETWEEN_FRAMES) {
            return broken("more than " + MOST_BETWEEN_FRAMES + " bytes outside of a frame");
        }
        return Optional.empty();
    }

    private void begin() {
        frame.reset();
        between = 0;
        state = State.INSIDE;
    }

    private Optional<MllpEvent> inside(byte octet) {
        if (octet == START && !tooLarge) {
            begin();
            return Optional.of(new MllpEvent.Interrupted());
        }
        if (octet == END) {
            state = State.AFTER_END;
            return Optional.empty();
        }
        if (!tooLarge) {
            frame.write(octet);
            if (frame.size() > largestFrame) {
                keepBeginning();
            }
        }
        return Optional.empty();
    }

    private void keepBeginning() {
        tooLarge = true;
        var bytes = frame.toByteArray();
        frame = new ByteArrayOutputStream();
        frame.write(bytes, 0, Math.min(bytes.length, BEGINNING));
    }

    private Optional<MllpEvent> afterEnd(byte octet) {
        if (octet == CARRIAGE_RETURN || octet == LINE_FEED) {
            return Optional.of(new MllpEvent.Received(completed()));
        }
        if (octet == START) {
            var received = new MllpEvent.Received(completed());
            if (state != State.CLOSED) {
                begin();
            }
            return Optional.of(received);
        }
        return broken("the sign for the end of a frame inside a message");
    }

    private MllpFrame completed() {
        if (tooLarge) {
            state = State.CLOSED;
            return MllpFrame.tooLarge(frame.toByteArray());
        }
        state = State.BETWEEN;
        return new MllpFrame(frame.toByteArray());
    }

    private Optional<MllpEvent> broken(String reason) {
        state = State.CLOSED;
        frame.reset();
        return Optional.of(new MllpEvent.Broken(reason));
    }

    /// A message as a frame.
    public static byte[] framed(byte[] message) {
        var framed = new byte[message.length + 3];
        framed[0] = START;
        System.arraycopy(message, 0, framed, 1, message.length);
        framed[message.length + 1] = END;
        framed[message.length + 2] = CARRIAGE_RETURN;
        return framed;
    }
}
