package health.vigil.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDER = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final CollectedSpans kept = new CollectedSpans();
    private final Traces traces = new Traces(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(kept))
                    .build())
            .build());

    private static final class CollectedSpans implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void oneTraceLeadsFromTheSenderToTheAlert() {
        var onTheStream = traces.post(Trace.of(SENDER), trace -> trace);
        var applied = traces.applied(onTheStream, new Traces.Interval(NOW, NOW.plusMillis(20)), 3);
        traces.raised(applied, NOW.plusMillis(20), "crs-grade", "high");

        assertThat(kept.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(kept.spans).extracting(SpanData::getName).containsExactly("POST /v1/observations", "apply", "alert");
        assertThat(kept.spans.get(1).getParentSpanId())
                .isEqualTo(kept.spans.get(0).getSpanId());
        assertThat(kept.spans.get(2).getParentSpanId())
                .isEqualTo(kept.spans.get(1).getSpanId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p-1001", "00-" + TRACE + "-p-1001-01", "01-" + TRACE + "-00f067aa0ba902b7-01"})
    void whatHasNotTheStandardsFormBeginsATraceOfItsOwn(String header) {
        traces.post(Trace.of(header), trace -> trace);

        assertThat(kept.spans).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isNotEqualTo(TRACE);
            assertThat(span.toString()).doesNotContain("p-1001");
        });
    }

    @Test
    void aRefusalSaysNoMoreThanThatItIsOne() {
        assertThatThrownBy(() -> traces.post(Trace.NONE, _ -> {
            throw new IllegalArgumentException("p-1001");
        }));

        assertThat(kept.spans).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.toString()).doesNotContain("p-1001");
        });
    }

    @Test
    void withoutACollectorNothingTravelsWithTheRecord() {
        var silent = new Traces(OpenTelemetry.noop());

        Trace onTheStream = silent.post(Trace.NONE, trace -> trace);

        assertThat(onTheStream).isEqualTo(Trace.NONE);
    }
}
