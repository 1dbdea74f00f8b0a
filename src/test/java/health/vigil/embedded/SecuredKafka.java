package health.vigil.embedded;

import health.vigil.wire.Papers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

import static health.vigil.wire.Certificate.PASSWORD;

/// The embedded broker with one more door, which asks for a certificate and a password.
final class SecuredKafka implements EmbeddedServer {
    private final EmbeddedOptions options;
    private final Path home;
    private final Ports ports;
    private final Papers papers;

    SecuredKafka(EmbeddedOptions options, Papers papers) throws IOException {
        this.options = options;
        this.home = options.data().resolve("kafka");
        Tree.makePrivate(home);
        this.ports = Ports.remembered(home.resolve("ports"), 3);
        this.papers = papers;
    }

    String bootstrapServers() {
        return "localhost:" + ports.get(2);
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
        Files.writeString(settings(), BrokerSettings.of(home.resolve("data"), ports, false) + door());
        if (!Files.exists(home.resolve("data"))) {
            var format = List.of(
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    settings().toString());
            new Command(java(format), home.resolve("console.log")).run();
        }
    }

    private String door() {
        return """
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d,SECURE://127.0.0.1:%3$d
                advertised.listeners=BROKER://127.0.0.1:%1$d,SECURE://localhost:%3$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL
                listener.name.secure.ssl.client.auth=required
                listener.name.secure.ssl.keystore.type=PKCS12
                listener.name.secure.ssl.keystore.location=%4$s
                listener.name.secure.ssl.keystore.password=%6$s
                listener.name.secure.ssl.key.password=%6$s
                listener.name.secure.ssl.truststore.type=PKCS12
                listener.name.secure.ssl.truststore.location=%5$s
                listener.name.secure.ssl.truststore.password=%6$s
                sasl.enabled.mechanisms=PLAIN
                listener.name.secure.sasl.enabled.mechanisms=PLAIN
                listener.name.secure.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
                required user_vigil="%6$s";
                """.formatted(
                ports.get(0), ports.get(1), ports.get(2), papers.server().file(), papers.clients(), PASSWORD);
    }

    @Override
    public List<String> command() {
        return java(List.of("kafka.Kafka", settings().toString()));
    }

    private List<String> java(List<String> program) {
        var machine = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dvigil.log=" + log(),
                "-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"),
                "-cp",
                options.binaries().resolve("kafka") + "/*");
        return Stream.concat(machine.stream(), program.stream()).toList();
    }

    /// Both doors are open: whoever comes through them waits until the broker is up.
    @Override
    public boolean answers() {
        return Stream.of(0, 2).allMatch(door -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(door))) {
                return socket.isConnected();
            } catch (IOException refused) {
                return false;
            }
        });
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    private Path settings() {
        return home.resolve("server.properties");
    }
}
