package health.vigil.ingest.hl7;

/// Answers frames. It may wait, so it runs on a virtual thread.
@FunctionalInterface
interface FrameHandler {
    MllpReply reply(MllpPeer peer, byte[] frame);

    /// Answers a frame that is too large to be kept. The connection must be closed after it.
    ///
    /// @param beginning its first bytes
    default MllpReply tooLarge(MllpPeer peer, byte[] beginning) {
        return new MllpReply.Unanswered();
    }
}
