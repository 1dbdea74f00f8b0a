package health.vigil.ingest.hl7;

import health.vigil.hl7.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/// The metrics of MLLP. No label names a patient, a device or a ward.
@Singleton
class Hl7Metrics {
    private static final String SENDER = "sender";

    private final MeterRegistry registry;
    private final AtomicInteger connections;

    Hl7Metrics(MeterRegistry registry) {
        this.registry = registry;
        this.connections = registry.gauge("vigil.hl7.connections", new AtomicInteger());
    }

    void connections(int open) {
        connections.set(open);
    }

    /// A frame that gets no answer, because it could not be processed.
    void unanswered(String sender) {
        registry.counter("vigil.hl7.unanswered", SENDER, sender).increment();
    }

    /// An acknowledgement, which nobody waits for here.
    void acknowledgement(String sender) {
        registry.counter("vigil.hl7.acknowledgements", SENDER, sender).increment();
    }

    /// A message that is refused.
    void refused(String sender, ErrorCode code) {
        registry.counter("vigil.hl7.refused", SENDER, sender, "code", Integer.toString(code.number()))
                .increment();
    }
}
