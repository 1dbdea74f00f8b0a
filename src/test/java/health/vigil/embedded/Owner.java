package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A service in its own JVM that owns the servers of a folder until it is killed.
record Owner(Process process, List<Long> serverPids) {
    static final String WRITTEN = "written by the owner";

    static Owner start(TestFolder folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Owner.class.getName(),
                        folder.path().toString())
                .redirectError(folder.path().resolve("owner.log").toFile())
                .start();
        var said = process.inputReader().readLine();
        if (said == null) {
            throw new IOException(Logs.end(folder.path().resolve("owner.log")));
        }
        return new Owner(process, Stream.of(said.split(" ")).map(Long::valueOf).toList());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String... args) throws Exception {
        var stack = EmbeddedStack.start(new TestFolder(Path.of(args[0])).options());
        new Notebook(stack).write(WRITTEN);
        var pids = stack.processes().stream()
                .map(server -> String.valueOf(server.pid()))
                .toList();
        System.out.println(String.join(" ", pids));
        Thread.currentThread().join();
    }
}
