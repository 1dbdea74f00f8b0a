package health.vigil.pages;

import health.vigil.simulation.PngChunk;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Screenshots of one size as an animated PNG, which every browser plays. Each picture is shown for the same time,
/// and the film begins again at its end.
final class Film {
    private static final int SIGNATURE = 8;
    private static final int FRAME_CONTROL = 26;

    private final short seconds;
    private final List<byte[]> pictures = new ArrayList<>();

    /// @param seconds how long each picture is shown
    Film(int seconds) {
        this.seconds = (short) seconds;
    }

    /// @param picture a PNG of the same size and colours as the others
    void add(byte[] picture) {
        pictures.add(picture.clone());
    }

    private record Chunk(String type, ByteBuffer content) {}

    byte[] png() {
        var film = new ByteArrayOutputStream();
        var first = chunks(pictures.getFirst());
        film.write(pictures.getFirst(), 0, SIGNATURE);
        film.writeBytes(chunk("IHDR", first.getFirst().content()));
        film.writeBytes(chunk(
                "acTL", ByteBuffer.allocate(8).putInt(pictures.size()).putInt(0).flip()));
        int number = 0;
        for (var picture : pictures) {
            var chunks = chunks(picture);
            film.writeBytes(chunk("fcTL", shown(number++, chunks.getFirst().content())));
            for (var chunk : chunks) {
                if (chunk.type().equals("IDAT")) {
                    film.writeBytes(
                            number == 1 ? chunk("IDAT", chunk.content()) : chunk("fdAT", numbered(number++, chunk)));
                }
            }
        }
        film.writeBytes(chunk("IEND", ByteBuffer.allocate(0)));
        return film.toByteArray();
    }

    /// When and where a picture is shown: all of it, for the time of a picture.
    private ByteBuffer shown(int number, ByteBuffer header) {
        return ByteBuffer.allocate(FRAME_CONTROL)
                .putInt(number)
                .putInt(header.getInt(0))
                .putInt(header.getInt(4))
                .putInt(0)
                .putInt(0)
                .putShort(seconds)
                .putShort((short) 1)
                .put(new byte[2])
                .flip();
    }

    private static ByteBuffer numbered(int number, Chunk chunk) {
        return ByteBuffer.allocate(chunk.content().remaining() + Integer.BYTES)
                .putInt(number)
                .put(chunk.content().duplicate())
                .flip();
    }

    private static List<Chunk> chunks(byte[] picture) {
        var chunks = new ArrayList<Chunk>();
        var at = SIGNATURE;
        while (at < picture.length) {
            var length = ByteBuffer.wrap(picture).getInt(at);
            var type = new String(picture, at + 4, 4, US_ASCII);
            chunks.add(new Chunk(type, ByteBuffer.wrap(Arrays.copyOfRange(picture, at + 8, at + 8 + length))));
            at += length + PngChunk.FRAME;
        }
        return chunks;
    }

    private static byte[] chunk(String type, ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return PngChunk.bytes(type, bytes);
    }
}
