package health.vigil.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.embedded.Ports;
import health.vigil.embedded.TestStack;
import health.vigil.path.Caller;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The service as `./vigil start` runs it, with its own broker and its own database in a new data folder.
final class RunningService implements Target, AutoCloseable {
    private static final String TOPIC = "vigil.observations";
    private static final String APPLIED = "select coalesce(sum(next_offset), 0) from stream_partition";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final DataFolder data = new DataFolder(TestStack.folder());
    private final int port = Ports.free();
    private final int mllpPort = Ports.free();
    private final LoadGenerator generator = new LoadGenerator();
    private final Caller caller = new Caller(HttpClient.newHttpClient(), port);
    private final JsonNode credentials;
    private ServiceProcess process;
    private Progress progress;

    private RunningService(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        var all = new TreeMap<>(settings);
        all.put("vigil.hl7.port", String.valueOf(mllpPort));
        ServiceProcess.install(data.path(), all);
        this.process = ServiceProcess.start(data.path(), port);
        this.progress = new Progress(data, TOPIC, APPLIED);
        this.credentials = new ObjectMapper().readTree(data.credentials().toFile());
    }

    /// @param settings beside those of production
    static RunningService start(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        return new RunningService(settings);
    }

    /// Stops it in order and starts it again on the same data.
    ///
    /// @return from the start of the script until it was ready
    Duration restart() throws IOException, InterruptedException, SQLException {
        progress.close();
        process.close();
        process = ServiceProcess.start(data.path(), port);
        progress = new Progress(data, TOPIC, APPLIED);
        return process.readyAfter();
    }

    DataFolder data() {
        return data;
    }

    LoadGenerator generator() {
        return generator;
    }

    Caller caller() {
        return caller;
    }

    Progress progress() {
        return progress;
    }

    String token(String role) {
        return credentials.at("/" + role + "/token").asText();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String token() {
        return token("device");
    }

    @Override
    public CpuUsage cpu() throws IOException {
        return CpuUsage.now(pid(), data);
    }

    @Override
    public long unread() throws SQLException {
        return progress.unread();
    }

    /// Waits until everything that was taken or entered is applied, and what followed from it is sent.
    void settle() throws SQLException, InterruptedException {
        while (progress.number("select count(*) from outbox") > 0 || unread() > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /// How many observations it has applied.
    long applied() throws SQLException {
        return progress.number("select coalesce(sum(applied), 0) from stream_partition");
    }

    /// Observations in quarantine are taken and not graded, so what was measured would be worth nothing.
    void requireNothingHeld() throws SQLException {
        var held = progress.number("select count(*) from quarantine where state = 'open'");
        if (held > 0) {
            throw new IllegalStateException(held + " records are in quarantine");
        }
    }

    /// Puts a load on it, and waits until everything is applied that was taken.
    Window measure(String token, Load load) throws Exception {
        return Window.measure(generator, this, token, load);
    }

    /// Sends messages to it over MLLP, and waits until everything is applied that was taken.
    Window measureMessages(Load load) throws Exception {
        return Window.measure(this, () -> generator.runMessages(mllpPort, load));
    }

    @Override
    public void close() throws SQLException {
        progress.close();
        process.close();
        generator.close();
    }
}
