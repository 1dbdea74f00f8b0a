package health.vigil.ingest.hl7;

import java.time.Duration;

/// The limits of the connections.
///
/// @param connections the most of all senders
/// @param ofOneSender the most of one sender
/// @param frame the most bytes of a frame
/// @param waiting the most frames of a connection that wait before reading pauses
/// @param held the most bytes of all connections that wait to be read as messages
/// @param unfinished how long a frame may take to arrive
/// @param rest the silence after which a frame without its last byte is complete
/// @param idle how long a connection may say nothing
/// @param stop how long a stop waits for the answers to what was begun
record MllpLimits(
        int connections,
        int ofOneSender,
        int frame,
        int waiting,
        long held,
        Duration unfinished,
        Duration rest,
        Duration idle,
        Duration stop) {
    private static final int MEBIBYTE = 1024 * 1024;

    static final MllpLimits DEFAULT = new MllpLimits(
            256,
            64,
            MEBIBYTE,
            64,
            32L * MEBIBYTE,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15));
}
