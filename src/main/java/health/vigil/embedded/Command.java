package health.vigil.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program that runs to its end. Its output goes to a file, because a pipe would stay open as long as any
/// process that it left behind.
record Command(List<String> words, Path log) {
    void run() throws IOException, InterruptedException {
        run(Path.of("/dev/null"));
    }

    void run(Path input) throws IOException, InterruptedException {
        var exit = exit(input);
        if (exit != 0) {
            throw new IOException(words.getFirst() + " ended with " + exit + ":\n" + Logs.end(log));
        }
    }

    boolean works() throws InterruptedException {
        try {
            return exit(Path.of("/dev/null")) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private int exit(Path input) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        var process = new ProcessBuilder(words)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }
}
