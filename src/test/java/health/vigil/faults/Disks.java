package health.vigil.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Small in-memory disks for the folders of the broker and PostgreSQL. Mounting them needs rights that
/// `./vigil faults` gets from a namespace.
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

    /// Mounts both, if allowed.
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

    /// Fills the disk again and again, and frees it after a time.
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
                // A smaller piece may still fit.
            }
        }
    }
}
