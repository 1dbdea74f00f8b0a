package health.vigil.ingest.hl7;

import health.vigil.wire.Certificate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Who may connect with TLS, and as whom.
class MllpTlsTest {
    private static final String MESSAGE = "MSH|^~\\&|LAB|H|||20260302100400+0000||ORU^R01|17|P|2.5\r";

    @TempDir
    private static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final RecordedSink sink = new RecordedSink();
    private final List<String> refusals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private MllpListener listener;

    @SuppressWarnings("NullAway.Init")
    private Path trusted;

    private static Certificate certificate(String name, String names) throws IOException, InterruptedException {
        var made = folder.resolve(name + ".p12");
        return made.toFile().exists() ? new Certificate(made) : Certificate.make(folder, name, names);
    }

    @BeforeEach
    void start() throws Exception {
        var server = certificate("server", "dns:localhost,ip:127.0.0.1");
        var clients = Certificate.trusting(
                folder.resolve("clients.p12"),
                List.of(
                        certificate("lab", "dns:lab.example.org"),
                        certificate("other", "dns:other.example.org"),
                        certificate("ambiguous", "dns:lab.example.org,dns:other.example.org")));
        trusted = Certificate.trusting(folder.resolve("servers.p12"), List.of(server));
        var options = new NetServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setSsl(true)
                .setKeyCertOptions(pfx(server.file()))
                .setTrustOptions(pfx(clients))
                .setClientAuth(ClientAuth.REQUIRED);
        var senders = Hl7Configuration.senders(
                true,
                Map.of(
                        "senders.lab.certificate", "lab.example.org",
                        "senders.lab.application", "LAB",
                        "senders.lab.patient-authority", "HOSP"));
        var metrics = new Hl7Metrics(new SimpleMeterRegistry());
        RefusalNotes notes = (user, _, reason) ->
                refusals.add(user.map(known -> known.username()).orElse("-") + " " + reason);
        listener = new MllpListener(
                vertx, options, senders, new Hl7Intake(sink, notes, metrics), MllpLimits.DEFAULT, metrics, notes);
        listener.start();
    }

    private static PfxOptions pfx(Path file) {
        return new PfxOptions().setPath(file.toString()).setPassword(Certificate.PASSWORD);
    }

    @AfterEach
    void stop() {
        listener.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private MllpClient client(String name) throws IOException, InterruptedException, GeneralSecurityException {
        return MllpClient.secure(
                listener.port(),
                certificate(name, "dns:" + name + ".example.org").showing(trusted));
    }

    @Test
    void aSenderIsKnownByItsCertificate() throws Exception {
        try (var client = client("lab")) {
            assertThat(client.send(MESSAGE).answer())
                    .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AA|17"));
        }
    }

    @Test
    void anotherApplicationThanThatOfTheCertificateIsRefused() throws Exception {
        try (var client = client("lab")) {
            assertThat(client.send(MESSAGE.replace("|LAB|", "|MON|")).answer())
                    .hasValueSatisfying(answer -> assertThat(answer).contains("MSA|AR|17"));
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(refusals).containsExactly("lab This sender is not known on this connection");
    }

    @Test
    void aCertificateOfNoSenderIsRefused() throws Exception {
        try (var client = client("other")) {
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(refusals).containsExactly("- No sender has this certificate and address");
    }

    @Test
    void aCertificateWithTwoNamesIsRefused() throws Exception {
        try (var client = client("ambiguous")) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void withoutACertificateThereIsNoConnection() throws Exception {
        try (var client = MllpClient.secure(listener.port(), Certificate.anonymous(trusted))) {
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(sink.arrivals).isEmpty();
    }

    @Test
    void plainTextIsNoConnection() throws Exception {
        try (var client = MllpClient.plain(listener.port())) {
            assertThat(client.send(MESSAGE).answer().filter(answer -> answer.contains("MSA|")))
                    .isEmpty();
        }
        assertThat(sink.arrivals).isEmpty();
    }
}
