package health.vigil.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.Ports;
import health.vigil.embedded.TestStack;
import health.vigil.path.RoleProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/// The service as in a hospital, with one process per role: one ingest, one serve, several monitors, one
/// broker and one database. All connect to the database through a proxy.
final class Fleet implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(250);

    private final EmbeddedStack stack;
    private final Path folder;
    private final Proxy front;
    private final int mllpPort = Ports.free();
    private final List<FleetMonitor> monitors = new ArrayList<>();
    private RoleProcess ingest;
    private RoleProcess serve;
    private JsonNode credentials;
    private Path artifact;
    private int started;

    private Fleet(EmbeddedStack stack, Path folder, Path artifact) throws IOException {
        this.stack = stack;
        this.artifact = artifact;
        this.folder = folder;
        this.front = new Proxy(databasePort());
        this.serve = start("serve", front, "serve").ready();
        this.ingest = start("ingest", front, "ingest");
        this.credentials = new ObjectMapper().readTree(Files.readString(folder.resolve("credentials.json")));
    }

    static Fleet start(EmbeddedStack stack, Path folder, int monitors) throws IOException {
        return start(stack, folder, monitors, RoleProcess.ARTIFACT);
    }

    /// The same with another release.
    static Fleet start(EmbeddedStack stack, Path folder, int monitors, Path artifact) throws IOException {
        var fleet = new Fleet(stack, folder, artifact);
        for (int i = 0; i < monitors; i++) {
            fleet.join();
        }
        fleet.settle(monitors);
        return fleet;
    }

    private int databasePort() {
        return URI.create(stack.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private RoleProcess start(String role, Proxy line, String name) throws IOException {
        return start(role, line, name, Ports.free());
    }

    private RoleProcess start(String role, Proxy line, String name, int port) throws IOException {
        return RoleProcess.startOn(artifact, port, environment(role, line), folder.resolve(name + ".log"), hl7(role));
    }

    /// The senders of HL7: a chart, and monitors that name patient and device. Another release may not know them.
    private String[] hl7(String role) {
        var senders = role.equals("ingest") && artifact.equals(RoleProcess.ARTIFACT)
                ? List.of(
                        "-Dvigil.hl7.port=" + mllpPort,
                        "-Dvigil.hl7.host=127.0.0.1",
                        "-Dvigil.hl7.plain=true",
                        "-Dvigil.hl7.senders.chart.application=CHART",
                        "-Dvigil.hl7.senders.chart.addresses=127.0.0.0/8",
                        "-Dvigil.hl7.senders.chart.patient-authority=HOSP",
                        "-Dvigil.hl7.senders.monitors.application=MON",
                        "-Dvigil.hl7.senders.monitors.addresses=127.0.0.0/8",
                        "-Dvigil.hl7.senders.monitors.role=device",
                        "-Dvigil.hl7.senders.monitors.identify-by=both",
                        "-Dvigil.hl7.senders.monitors.patient-authority=HOSP")
                : List.<String>of();
        return senders.toArray(String[]::new);
    }

    private Map<String, String> environment(String role, Proxy line) {
        var environment = new HashMap<>(RoleProcess.environment(role, stack, folder));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                stack.jdbcUrl().replace(":" + databasePort() + "/", ":" + line.port() + "/"));
        environment.put("VIGIL_OUTPATIENT_ENABLED", "true");
        return environment;
    }

    EmbeddedStack stack() {
        return stack;
    }

    String token(String role) {
        return credentials.at("/" + role + "/token").asText();
    }

    int ingestPort() {
        return ingest.port();
    }

    int mllpPort() {
        return mllpPort;
    }

    int servePort() {
        return serve.port();
    }

    /// Sends a request to serve as a nurse.
    HttpResponse<String> get(String path) throws IOException {
        return serve.get(path, token("nurse"));
    }

    List<FleetMonitor> monitors() {
        return List.copyOf(monitors);
    }

    /// One of the running monitors.
    FleetMonitor any(Random random) {
        var up = monitors.stream().filter(member -> member.process().isReady()).toList();
        return up.get(random.nextInt(up.size()));
    }

    /// The resident memory of each process in MB, by name.
    Map<String, Long> residentMb() throws IOException {
        var resident = new TreeMap<>(Map.of("ingest", ingest.residentMb(), "serve", serve.residentMb()));
        for (var member : monitors) {
            resident.put(member.name(), member.process().residentMb());
        }
        return resident;
    }

    /// The processes, by name.
    Map<String, Long> pids() {
        var pids = new TreeMap<>(Map.of("ingest", ingest.pid(), "serve", serve.pid()));
        for (var member : monitors) {
            pids.put(member.name(), member.process().pid());
        }
        return pids;
    }

    /// Starts one more monitor; it is not ready yet.
    FleetMonitor join() throws IOException {
        var line = new Proxy(databasePort());
        var name = "monitor-" + ++started;
        var member = new FleetMonitor(name, start("monitor", line, name), line);
        monitors.add(member);
        return member;
    }

    /// Removes a monitor that was killed or has left.
    void forget(FleetMonitor gone) {
        monitors.remove(gone);
    }

    void killIngest() throws IOException {
        ingest.kill();
        ingest = start("ingest", front, "ingest", ingest.port());
    }

    void killServe() throws IOException {
        serve.kill();
        serve = start("serve", front, "serve", serve.port());
    }

    /// Processes that start from now on use another release.
    void release(Path next) {
        artifact = next;
    }

    /// Stops ingest and serve in order, one after the other, and restarts them.
    void replaceIngestAndServe() throws IOException {
        ingest.close();
        ingest = start("ingest", front, "ingest", ingest.port()).ready();
        serve.close();
        serve = start("serve", front, "serve", serve.port()).ready();
    }

    /// Kills all processes of the database at once. It restarts after a moment.
    void killDatabase() {
        var first = TestStack.database(stack);
        var all = Stream.concat(Stream.of(first), first.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /// Kills the broker, which restarts after a moment.
    void killBroker() {
        TestStack.broker(stack).destroyForcibly();
    }

    /// Whether the broker accepts connections without answering.
    void brokerSilent(boolean silent) throws IOException {
        var signal = silent ? "-STOP" : "-CONT";
        new ProcessBuilder(
                        "kill", signal, String.valueOf(TestStack.broker(stack).pid()))
                .start()
                .onExit()
                .join();
    }

    /// Whether the database is unreachable.
    void databaseAway(boolean away) {
        front.setAway(away);
        monitors.forEach(member -> member.line().setAway(away));
    }

    /// Starts monitors up to the wanted number, and waits until two of them, ingest and serve are ready.
    void settle(int wanted) throws IOException {
        while (monitors.size() < wanted) {
            join();
        }
        await().atMost(START_LIMIT)
                .pollInterval(POLL)
                .until(() -> ingest.isReady() && serve.isReady() && up() >= Math.min(2, wanted));
    }

    private long up() {
        return monitors.stream().filter(member -> member.process().isReady()).count();
    }

    @Override
    public void close() throws IOException {
        for (var member : monitors()) {
            member.kill();
        }
        ingest.kill();
        serve.kill();
        front.close();
        stack.close();
    }
}
