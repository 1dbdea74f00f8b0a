package health.vigil.hl7;

/// The bytes between the start and the end of a frame.
public final class MllpFrame {
    private final byte[] bytes;
    private final boolean whole;

    MllpFrame(byte[] bytes) {
        this(bytes, true);
    }

    private MllpFrame(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /// A frame that is too large to be kept.
    static MllpFrame tooLarge(byte[] beginning) {
        return new MllpFrame(beginning, false);
    }

    /// The bytes; only the first ones if the frame was too large. They are not copied.
    public byte[] bytes() {
        return bytes;
    }

    /// Whether these are all bytes of the frame.
    public boolean whole() {
        return whole;
    }
}
