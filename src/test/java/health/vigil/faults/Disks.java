package health.vigil.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Small disks of memory below the broker's and PostgreSQL's folders. They need the right to mount, which
/// `./vigil faults` takes in a name space of its own.
final class Disks {
    private static final int BLOCK = 64 * 1024;

    private final Path folder;
    private final boolean mounted;

    private Disks(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static Disks none(Path folder) {
        return new Disks(folder, false);
    }

    /// Mounts both, where that is allowed.
    static Disks under(Path folder) {
        return new Disks(folder, List.of("kafka", "postgres").stream().allMatch(name -> mount(folder.resolve(name))));
    }

    private static boolean mount(Path disk) {
        try {
            Files.createDirectories(disk);
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=900m", "vigil-faults", disk.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean mounted() {
        return mounted;
    }

    void fillBroker(Duration time) throws IOException, InterruptedException {
        fill(folder.resolve("kafka"), time);
    }

    void fillDatabase(Duration time) throws IOException, InterruptedException {
        fill(folder.resolve("postgres"), time);
    }

    /// Takes all that is left, again and again, and gives it back after a time.
    private static void fill(Path disk, Duration time) throws IOException, InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        var ballast = disk.resolve("ballast");
        try (var file = Files.newOutputStream(ballast)) {
            while (System.nanoTime() < until) {
                take(file);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            Files.delete(ballast);
        }
    }

    private static void take(java.io.OutputStream file) {
        for (int size = BLOCK; size > 0; size /= 2) {
            try {
                while (true) {
                    file.write(new byte[size]);
                }
            } catch (IOException full) {
                // Then a smaller piece may still fit.
            }
        }
    }
}
