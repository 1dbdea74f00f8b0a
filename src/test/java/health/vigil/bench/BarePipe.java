package health.vigil.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The least that a durable service must do, in a JVM of its own: takes the body of a POST, writes it to a topic
/// of one partition, returns 202 when the broker has it on disk, and copies it into a table with the offset. It
/// reads, checks and grades nothing.
///
/// Arguments: its port and the data folder of the service whose broker and database it shares. It ends with its
/// input.
final class BarePipe {
    static final String TOPIC = "bench.pipe";

    private final KafkaProducer<byte[], byte[]> producer;

    private BarePipe(String broker) {
        // It lingers as long as the producer of the service.
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                1);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static void main(String... arguments) throws Exception {
        var data = new DataFolder(Path.of(arguments[1]));
        makeTopic(data.bootstrapServers());
        startWriter(data);
        var pipe = new BarePipe(data.bootstrapServers());
        pipe.producer.partitionsFor(TOPIC);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(pipe::take)
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    /// The broker flushes every message, as for the topics of the service.
    private static void makeTopic(String broker) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void startWriter(DataFolder data) throws IOException, SQLException {
        Thread.ofPlatform().name("writer").daemon().start(PipeWriter.of(data));
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var _ = producer.send(
                    new ProducerRecord<>(TOPIC, body.getBytes()),
                    (_, failure) -> answer(request, failure == null ? 202 : 503));
        });
    }

    private static void answer(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }
}
