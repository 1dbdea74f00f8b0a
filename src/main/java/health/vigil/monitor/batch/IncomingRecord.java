package health.vigil.monitor.batch;

import health.vigil.observation.ObservationId;
import health.vigil.store.Quarantine;
import health.vigil.stream.RecordSignature;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import health.vigil.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record of the stream with its parsed content.
///
/// @param leaderEpoch the epoch of the partition leader that wrote the record
/// @param trace the trace that the record belongs to
/// @param verified whether the record carries the service's signature
public record IncomingRecord(
        Quarantine.RecordSource source,
        Optional<Integer> leaderEpoch,
        StreamReading reading,
        Trace trace,
        boolean verified) {
    /// Reads a record from the broker. An observation without the service's signature is marked as
    /// unverified, also in the bytes that are kept and sent on.
    public static IncomingRecord of(ConsumerRecord<byte[], byte[]> record, RecordSignature signature) {
        var appended = Instant.ofEpochMilli(record.timestamp());
        var reading = StreamReader.read(record.value(), appended);
        var verified = signature.verifies(record.value(), record.headers());
        var foreign = reading instanceof StreamReading.Legible && !verified;
        var value = foreign ? StreamReader.unverified(record.value()) : record.value();
        var source = new Quarantine.RecordSource(
                record.partition(),
                record.offset(),
                appended,
                Optional.ofNullable(record.key()),
                Optional.ofNullable(value));
        return new IncomingRecord(
                source,
                record.leaderEpoch(),
                foreign ? StreamReader.read(value, appended) : reading,
                trace(record),
                verified);
    }

    private static Trace trace(ConsumerRecord<byte[], byte[]> record) {
        return Trace.of(Optional.ofNullable(record.headers().lastHeader(Trace.HEADER))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .orElse(null));
    }

    /// The id of the observation; empty if the record is unreadable or something else.
    public Optional<ObservationId> observation() {
        return reading instanceof StreamReading.Legible(StreamRecord.Observed observed)
                ? Optional.of(observed.submission().id())
                : Optional.empty();
    }

    public long offset() {
        return source.offset();
    }

    /// The same record as unreadable, because it could not be applied.
    public IncomingRecord poisoned(String reason) {
        return new IncomingRecord(
                source, leaderEpoch, new StreamReading.Unreadable(reason, legibleIds()), trace, verified);
    }

    private StreamReading.LegibleIds legibleIds() {
        return switch (reading) {
            case StreamReading.Unreadable unreadable -> unreadable.ids();
            case StreamReading.Legible _ -> StreamReading.LegibleIds.NOTHING;
        };
    }
}
