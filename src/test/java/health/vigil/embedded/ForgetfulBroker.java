package health.vigil.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A broker that can lose the end of a partition's log, as one does whose disk had not got it when the power failed.
public final class ForgetfulBroker implements AutoCloseable {
    private final TestFolder folder = TestFolder.create();
    private Resident<EmbeddedKafka> kafka;

    public ForgetfulBroker() throws IOException, InterruptedException {
        kafka = Resident.of(new EmbeddedKafka(folder.durable()));
    }

    /// The same before and after a loss.
    public String bootstrapServers() {
        return kafka.server().bootstrapServers();
    }

    /// How much of a partition's log is on the disk.
    public long length(String topic, int partition) throws IOException {
        return Files.size(log(topic, partition));
    }

    /// Ends, and starts again with no more of a partition's log than it once had.
    ///
    /// @param length of the log then
    public void forget(String topic, int partition, long length) throws IOException, InterruptedException {
        kafka.close();
        try (var log = FileChannel.open(log(topic, partition), StandardOpenOption.WRITE)) {
            log.truncate(length);
        }
        // What says that all was well: the broker looks through its log again.
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
