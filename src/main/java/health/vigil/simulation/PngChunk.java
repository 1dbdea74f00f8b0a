package health.vigil.simulation;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// One part of a PNG file: its length, its type, its content and their checksum.
public final class PngChunk {
    /// The bytes of a chunk beside its content.
    public static final int FRAME = 12;

    private PngChunk() {}

    /// The bytes of one chunk.
    ///
    /// @param type four letters, for example `IHDR`
    public static byte[] bytes(String type, byte[] content) {
        var name = type.getBytes(US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        return ByteBuffer.allocate(content.length + FRAME)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) check.getValue())
                .array();
    }
}
