package health.vigil.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/// Follows observations from their POST to the alert they raise.
///
/// Every span is made here, by hand: what a trace says is what stands on this page, and nothing of a patient is.
@ApplicationScoped
public class Traces {
    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("vigil");
    }

    /// From when to when something was done.
    public record Interval(Instant start, Instant end) {}

    /// Takes a body of observations in; what it puts on the stream goes on with the trace it is given.
    public <T> T post(Trace sender, Function<Trace, T> work) {
        var span = tracer.spanBuilder("POST /v1/observations")
                .setSpanKind(SpanKind.SERVER)
                .setParent(sender.context())
                .startSpan();
        try {
            return work.apply(Trace.of(span));
        } catch (RuntimeException refused) {
            // No more of it: its message may repeat what was sent.
            span.setStatus(StatusCode.ERROR);
            throw refused;
        } finally {
            span.end();
        }
    }

    /// A record was applied, with others in one transaction.
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

    /// It raised an alert, which was committed with it.
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
