package health.vigil.monitor;

import health.vigil.intake.stream.StreamReader;
import health.vigil.intake.stream.StreamReading;
import health.vigil.store.Quarantine;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record of the stream and what its bytes say.
record Incoming(Quarantine.Source source, StreamReading reading) {
    static Incoming of(ConsumerRecord<byte[], byte[]> record) {
        var appended = Instant.ofEpochMilli(record.timestamp());
        var source = new Quarantine.Source(
                record.partition(),
                record.offset(),
                appended,
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()));
        return new Incoming(source, StreamReader.read(record.value(), appended));
    }

    long offset() {
        return source.offset();
    }

    /// The same record, given up: whatever it says could not be applied.
    Incoming poisoned(String reason) {
        return new Incoming(source, new StreamReading.Unreadable(reason, glimpse()));
    }

    private StreamReading.Glimpse glimpse() {
        return switch (reading) {
            case StreamReading.Unreadable unreadable -> unreadable.glimpse();
            case StreamReading.Legible _ -> StreamReading.Glimpse.NOTHING;
        };
    }
}
