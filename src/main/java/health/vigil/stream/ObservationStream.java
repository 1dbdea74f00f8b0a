package health.vigil.stream;

import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.trace.Trace;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/// Sends records to `vigil.observations`.
@ApplicationScoped
public class ObservationStream implements Worker {
    private final MutinyEmitter<byte[]> emitter;
    private final SendWatchdog watch = new SendWatchdog();
    private final RecordSignature signature = RecordSignature.configured();
    private final InstantSource clock = InstantSource.system();

    /// The buffer is unbounded, because callers limit how much they send. A full buffer in the middle of a
    /// batch would lose records that the caller counts as sent.
    ObservationStream(
            @Channel("observations") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /// Sends one record. Never call this on an event loop: it may block for `max.block.ms`.
    ///
    /// @param key the patient's id, or the device's if no patient is known
    /// @param trace the trace that continues with the record
    /// @return completes when all in-sync replicas have the record; fails if that is not known in time
    public CompletableFuture<Void> send(String key, StreamRecord record, Trace trace) {
        var value = StreamWriter.write(record).getBytes(StandardCharsets.UTF_8);
        var headers = new RecordHeaders();
        trace.header().ifPresent(place -> headers.add(Trace.HEADER, place.getBytes(StandardCharsets.US_ASCII)));
        signature.sign(value, headers);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(headers)
                .build();
        watch.sent(clock.instant());
        var sent = emitter.sendMessage(Message.of(value).addMetadata(metadata)).subscribeAsCompletionStage();
        var _ = sent.whenComplete((_, failure) -> watch(failure));
        return sent;
    }

    private void watch(@Nullable Throwable failure) {
        if (failure == null) {
            watch.acknowledged(clock.instant());
        } else {
            watch.failed(failure, clock.instant());
        }
    }

    @Override
    public Job job() {
        return Job.STREAM;
    }

    /// Whether the Kafka client works: records arrive, or a broker refuses them. Otherwise the client has failed,
    /// and the process must be restarted.
    @Override
    public boolean alive() {
        return !emitter.isCancelled() && watch.works(clock.instant());
    }

    @Override
    public boolean ready() {
        return alive();
    }
}
