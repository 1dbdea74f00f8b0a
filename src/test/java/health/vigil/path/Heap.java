package health.vigil.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The heap of another Java process, measured with a JDK tool.
public final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Heap() {}

    /// The live heap in MB, after two collections.
    public static long liveMb(long pid) {
        command(pid, "GC.run");
        command(pid, "GC.run");
        var heap = command(pid, "GC.heap_info").replaceFirst("(?s)Metaspace.*", "");
        return USED.matcher(heap)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / 1024;
    }

    private static String command(long pid, String what) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var started = new ProcessBuilder(jcmd, String.valueOf(pid), what).start();
            return new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
