package health.vigil.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A broker that can lose the end of a partition's log, like after a power failure before the disk had it.
public final class ForgetfulBroker implements AutoCloseable {
    private final TestFolder folder = TestFolder.create();
    private Resident<EmbeddedKafka> kafka;

    public ForgetfulBroker() throws IOException, InterruptedException {
        kafka = Resident.of(new EmbeddedKafka(folder.durable()));
    }

    /// The address, which a loss does not change.
    public String bootstrapServers() {
        return kafka.server().bootstrapServers();
    }

    /// The size of a partition's log on disk.
    public long length(String topic, int partition) throws IOException {
        return Files.size(log(topic, partition));
    }

    /// Stops, truncates a partition's log, and starts again.
    ///
    /// @param length the former size of the log
    public void forget(String topic, int partition, long length) throws IOException, InterruptedException {
        kafka.close();
        try (var log = FileChannel.open(log(topic, partition), StandardOpenOption.WRITE)) {
            log.truncate(length);
        }
        // Without the clean-shutdown marker the broker checks its log again.
        Files.delete(logs().resolve(".kafka_cleanshutdown"));
        Files.delete(logs().resolve("recovery-point-offset-checkpoint"));
        kafka = Resident.of(new EmbeddedKafka(folder.durable()));
    }

    private Path log(String topic, int partition) {
        return logs().resolve(topic + "-" + partition).resolve("0".repeat(20) + ".log");
    }

    private Path logs() {
        return kafka.server().logFolder();
    }

    @Override
    public void close() throws IOException {
        kafka.close();
    }
}
