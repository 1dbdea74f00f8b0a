package health.vigil.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/// Traces observations from their POST to the alert that they raise.
///
/// All spans are created here, so that this page shows that no patient data is traced.
@ApplicationScoped
public class Traces {
    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("vigil");
    }

    public record Interval(Instant start, Instant end) {}

    /// Traces a request with observations. Records that it sends to the stream continue the given trace.
    public <T> T post(Trace sender, Function<Trace, T> work) {
        return request("POST /v1/observations", sender, work);
    }

    /// The same for another protocol.
    ///
    /// @param name of the span, without a patient
    public <T> T request(String name, Trace sender, Function<Trace, T> work) {
        var span = tracer.spanBuilder(name)
                .setSpanKind(SpanKind.SERVER)
                .setParent(sender.context())
                .startSpan();
        try {
            return work.apply(Trace.of(span));
        } catch (RuntimeException refused) {
            // Without a description, because the message may contain patient data.
            span.setStatus(StatusCode.ERROR);
            throw refused;
        } finally {
            span.end();
        }
    }

    /// Adds the span of a record that was applied with others in one transaction.
    public Trace applied(Trace post, Interval batch, int records) {
        var span = tracer.spanBuilder("apply")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(post.context())
                .setStartTimestamp(batch.start())
                .setAttribute("vigil.batch.records", records)
                .startSpan();
        span.end(batch.end());
        return Trace.of(span);
    }

    /// Adds the span of an alert that the record raised.
    public void raised(Trace applied, Instant at, String type, String priority) {
        tracer.spanBuilder("alert")
                .setParent(applied.context())
                .setStartTimestamp(at)
                .setAllAttributes(Attributes.builder()
                        .put("vigil.alert.type", type)
                        .put("vigil.alert.priority", priority)
                        .build())
                .startSpan()
                .end(at);
    }
}
