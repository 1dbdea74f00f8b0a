package health.vigil.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TarTest {
    @TempDir
    private Path into;

    @Test
    void aProgramIsUnpackedWithItsRightToRun() throws Exception {
        unpack("bin/initdb", '0', "0000755", "#!/bin/sh");

        assertThat(into.resolve("bin/initdb")).hasContent("#!/bin/sh").isExecutable();
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() {
        assertThatThrownBy(() -> unpack("../escaped", '0', "0000644", "x")).hasMessageContaining("reaches outside");

        assertThat(into.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    void anUnknownKindOfEntryIsRefused() {
        assertThatThrownBy(() -> unpack("device", '3', "0000644", "")).hasMessageContaining("unknown kind");
    }

    @Test
    void anArchiveCutShortIsRefused() {
        var half = Arrays.copyOf(archive("file", '0', "0000644", "content"), 600);

        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(half), into))
                .hasMessageContaining("ends in the middle");
    }

    private void unpack(String name, char kind, String mode, String content) throws IOException {
        Tar.unpack(new ByteArrayInputStream(archive(name, kind, mode, content)), into);
    }

    /// One entry and the empty block that ends an archive.
    private static byte[] archive(String name, char kind, String mode, String content) {
        var blocks = new byte[512 * 3];
        put(blocks, 0, name);
        put(blocks, 100, mode);
        put(blocks, 124, "%011o".formatted(content.length()));
        blocks[156] = (byte) kind;
        put(blocks, 512, content);
        return blocks;
    }

    private static void put(byte[] blocks, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, blocks, at, bytes.length);
    }
}
