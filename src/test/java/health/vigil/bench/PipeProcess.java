package health.vigil.bench;

import health.vigil.embedded.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/// The bare pipe in its own JVM, beside a service whose broker and database it shares. Its JVM has the options of
/// `./vigil start`.
final class PipeProcess implements Target, AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Process process;
    private final int port;
    private final DataFolder data;
    private final Progress progress;

    private PipeProcess(Process process, int port, DataFolder data) throws IOException, SQLException {
        this.process = process;
        this.port = port;
        this.data = data;
        this.progress = new Progress(data, BarePipe.TOPIC, PipeWriter.APPLIED);
    }

    static PipeProcess start(DataFolder data) throws IOException, SQLException, InterruptedException {
        int port = Ports.free();
        var log = data.path().resolve("pipe.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BarePipe.class.getName(),
                        String.valueOf(port),
                        data.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IOException("the pipe did not start:\n" + Files.readString(log));
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return new PipeProcess(process, port, data);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String token() {
        return "none";
    }

    @Override
    public CpuUsage cpu() throws IOException {
        return CpuUsage.now(process.pid(), data);
    }

    @Override
    public long unread() throws SQLException {
        return progress.unread();
    }

    @Override
    public void close() throws SQLException {
        progress.close();
        process.destroyForcibly().onExit().join();
    }
}
