package health.vigil.hl7;

/// The bytes between the start and the end of a frame.
public final class MllpFrame {
    private final byte[] bytes;

    MllpFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The bytes. They are not copied.
    public byte[] bytes() {
        return bytes;
    }
}
