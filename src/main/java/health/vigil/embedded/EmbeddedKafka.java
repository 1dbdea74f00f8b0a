package health.vigil.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/// One Kafka broker with its own controller, in its own JVM, because a broker ends its whole process if the
/// disk is full or the port is in use.
final class EmbeddedKafka implements EmbeddedServer {
    private final EmbeddedOptions options;
    private final Path home;
    private final Ports ports;
    private final Function<Ports, String> more;

    EmbeddedKafka(EmbeddedOptions options) throws IOException {
        this(options, 2, _ -> "");
    }

    /// @param more settings of the broker that override ours; they get its ports, the first two of which are
    ///     in use
    EmbeddedKafka(EmbeddedOptions options, int ports, Function<Ports, String> more) throws IOException {
        this.options = options;
        this.home = options.data().resolve("kafka");
        Tree.makePrivate(home);
        this.ports = Ports.fromFile(home.resolve("ports"), ports);
        this.more = more;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.get(0);
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public Path log() {
        return home.resolve("log/broker.log");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.writeString(home.resolve("log4j2.properties"), BrokerSettings.LOGGING);
        Files.writeString(settingsFile(), settings());
        if (!Files.exists(clusterIdFile())) {
            format();
        }
    }

    /// The cluster id is written last, so a folder that has one is complete.
    private void format() throws IOException, InterruptedException {
        var id = Uuid.randomUuid().toString();
        Tree.delete(logFolder());
        var tool = List.of(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                id,
                "-c",
                settingsFile().toString());
        new Command(java(List.of(), tool), home.resolve("console.log")).run();
        Files.writeString(clusterIdFile(), id);
    }

    @Override
    public List<String> command() {
        // The hash is part of the command, so that a broker with other settings is not adopted.
        var flags = List.of(
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dvigil.settings=" + settings().hashCode());
        return java(flags, List.of("kafka.Kafka", settingsFile().toString()));
    }

    private List<String> java(List<String> flags, List<String> program) {
        var common = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // The optimising compiler costs more than it saves at the rate of one ward; see the decision.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dvigil.log=" + log(),
                "-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"));
        var classes = List.of("-cp", options.binaries().resolve("kafka") + "/*");
        return Stream.of(common, flags, classes, program).flatMap(List::stream).toList();
    }

    private String settings() {
        return BrokerSettings.of(logFolder(), ports, options.fsync()) + more.apply(ports);
    }

    @Override
    public boolean answers() throws InterruptedException {
        if (!listens()) {
            return false;
        }
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4000))) {
            var cluster = admin.describeCluster();
            return cluster.clusterId().get(5, TimeUnit.SECONDS).equals(Files.readString(clusterIdFile()))
                    && !cluster.nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | IOException notYet) {
            return false;
        }
    }

    /// Checks the port first, because an admin client without a broker fills the log.
    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(0))) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    Path logFolder() {
        return home.resolve("data");
    }

    private Path settingsFile() {
        return home.resolve("server.properties");
    }

    private Path clusterIdFile() {
        return home.resolve("cluster-id");
    }
}
