package health.vigil.embedded;

import health.vigil.wire.HospitalCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static health.vigil.wire.Certificate.PASSWORD;

/// The embedded Kafka with a listener that requires a certificate and a password, and the embedded
/// PostgreSQL, which requires TLS. Both end with the JVM.
public final class SecuredStack implements AutoCloseable {
    private final Resident<EmbeddedKafka> kafka;
    private final Resident<EmbeddedPostgres> postgres;
    private final HospitalCertificates papers;

    private SecuredStack(
            Resident<EmbeddedKafka> kafka, Resident<EmbeddedPostgres> postgres, HospitalCertificates papers) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.papers = papers;
    }

    public static SecuredStack start(HospitalCertificates papers)
            throws IOException, InterruptedException, GeneralSecurityException {
        var options = TestFolder.create().options();
        var kafka = Resident.of(new EmbeddedKafka(options, 3, ports -> door(ports, papers)));
        return new SecuredStack(kafka, Resident.of(postgres(options, papers)), papers);
    }

    private static String door(Ports ports, HospitalCertificates papers) {
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

    private static EmbeddedPostgres postgres(EmbeddedOptions options, HospitalCertificates papers)
            throws IOException, InterruptedException, GeneralSecurityException {
        var home = Files.createDirectories(options.data().resolve("postgres"));
        var key = papers.server().keyPem(home.resolve("server.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        var settings = List.of(
                "hba_file=" + Files.writeString(home.resolve("hba"), "hostssl all all 127.0.0.1/32 scram-sha-256\n"),
                "ssl=on",
                "ssl_cert_file=" + papers.server().certificatePem(home.resolve("server.crt")),
                "ssl_key_file=" + key);
        var runAs = RunAs.detect(PostgresPrograms.unpacked(options));
        return new EmbeddedPostgres(options, runAs, settings, "?sslmode=verify-full&sslrootcert=" + papers.serverPem());
    }

    /// The settings that an operator would make.
    public Map<String, String> configuration() {
        var settings = new HashMap<>(kafkaClient());
        settings.put("quarkus.datasource.jdbc.url", postgres.server().jdbcUrl());
        settings.put("quarkus.datasource.username", postgres.server().user());
        settings.put("quarkus.datasource.password", postgres.server().password());
        settings.put(
                "vigil.test.plain-database", postgres.server().jdbcUrl().replaceFirst("[?].*", "?sslmode=disable"));
        return settings;
    }

    private Map<String, String> kafkaClient() {
        return Map.ofEntries(
                Map.entry(
                        "kafka.bootstrap.servers",
                        "localhost:" + kafka.server().ports().get(2)),
                Map.entry("kafka.security.protocol", "SASL_SSL"),
                Map.entry("kafka.sasl.mechanism", "PLAIN"),
                Map.entry(
                        "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"vigil\" password=\""
                                + PASSWORD + "\";"),
                Map.entry("kafka.ssl.truststore.type", "PKCS12"),
                Map.entry("kafka.ssl.truststore.location", papers.servers().toString()),
                Map.entry("kafka.ssl.truststore.password", PASSWORD),
                Map.entry("kafka.ssl.keystore.type", "PKCS12"),
                Map.entry(
                        "kafka.ssl.keystore.location",
                        papers.of("service").file().toString()),
                Map.entry("kafka.ssl.keystore.password", PASSWORD));
    }

    @Override
    public void close() throws IOException {
        try (postgres;
                kafka) {}
    }
}
