package health.vigil.ingest.hl7;

import io.vertx.core.buffer.Buffer;

/// What follows a frame.
sealed interface MllpReply {
    /// An answer.
    ///
    /// @param close whether the connection is closed after it
    record AckFrame(Buffer text, boolean close) implements MllpReply {}

    /// The sender wants no answer, and the next frame follows.
    record NoAnswerWanted() implements MllpReply {}

    /// The frame was not processed, and the connection is closed without an answer: its sender sends it again.
    record Unanswered() implements MllpReply {}
}
