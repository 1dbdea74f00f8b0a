package health.vigil.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Reads the part of the tar format that PostgreSQL's archive uses: folders, files and symbolic links with
/// names of up to 100 characters. Rejects anything else.
final class Tar {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path into;

    private Tar(InputStream in, Path into) {
        this.in = in;
        this.into = into;
    }

    static void unpack(InputStream in, Path into) throws IOException {
        var tar = new Tar(in, into);
        var header = tar.block();
        while (header[0] != 0) {
            tar.entry(header);
            header = tar.block();
        }
    }

    private void entry(byte[] header) throws IOException {
        var path = inside(text(header, 0, 100));
        Files.createDirectories(path.getParent());
        switch (header[156]) {
            case '5' -> Files.createDirectories(path);
            case '2' -> Files.createSymbolicLink(path, Path.of(text(header, 157, 100)));
            case '0' -> file(path, number(header, 124, 12), (number(header, 100, 8) & 0100) != 0);
            default -> throw new IOException("unknown kind of entry in the archive: " + path);
        }
    }

    private Path inside(String name) throws IOException {
        var path = into.resolve(name).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("the archive reaches outside its folder: " + name);
        }
        return path;
    }

    private void file(Path path, long size, boolean executable) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; left -= BLOCK) {
                out.write(block(), 0, (int) Math.min(left, BLOCK));
            }
        }
        // Readable by all, because under root PostgreSQL may have to run as another user.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private byte[] block() throws IOException {
        var block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive ends in the middle");
        }
        return block;
    }

    private static long number(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }

    private static String text(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
