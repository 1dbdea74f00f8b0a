package health.vigil.embedded;

import health.vigil.wire.Papers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import static health.vigil.wire.Certificate.PASSWORD;

/// Kafka and PostgreSQL that ask for certificates and passwords. They end with the JVM.
public final class SecuredStack implements AutoCloseable {
    private final Resident<SecuredKafka> kafka;
    private final Resident<SecuredPostgres> postgres;
    private final Papers papers;

    private SecuredStack(Resident<SecuredKafka> kafka, Resident<SecuredPostgres> postgres, Papers papers) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.papers = papers;
    }

    public static SecuredStack start(Papers papers) throws IOException, InterruptedException {
        var options = TestFolder.create().options();
        var kafka = Resident.of(new SecuredKafka(options, papers));
        return new SecuredStack(kafka, Resident.of(new SecuredPostgres(options, papers)), papers);
    }

    /// What an operator would set.
    public Map<String, String> configuration() {
        var settings = new HashMap<>(kafkaClient());
        settings.put("quarkus.datasource.jdbc.url", postgres.server().verified());
        settings.put("quarkus.datasource.username", postgres.server().user());
        settings.put("quarkus.datasource.password", postgres.server().password());
        settings.put("vigil.test.plain-database", postgres.server().jdbcUrl() + "?sslmode=disable");
        return settings;
    }

    private Map<String, String> kafkaClient() {
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", kafka.server().bootstrapServers()),
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
