package health.vigil.ingest.hl7;

/// Answers frames. It may wait, so it runs on a virtual thread.
@FunctionalInterface
interface FrameHandler {
    MllpReply reply(MllpPeer peer, byte[] frame);
}
