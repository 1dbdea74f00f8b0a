package health.vigil.trace;

import health.vigil.role.ActiveRoles;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Duration;

/// Exports traces to a collector, if one is configured. It does not use Quarkus' extension, because that
/// would trace every request with its URL, and URLs contain patient ids.
@Dependent
final class TraceExport {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Produces
    @ApplicationScoped
    OpenTelemetry telemetry(TraceSettings settings, ActiveRoles roles) {
        return settings.endpoint()
                .map(endpoint -> telling(endpoint, settings.share(), roles))
                .orElseGet(OpenTelemetry::noop);
    }

    void close(@Disposes OpenTelemetry telemetry) {
        if (telemetry instanceof OpenTelemetrySdk sdk) {
            sdk.close();
        }
    }

    private static OpenTelemetry telling(URI endpoint, double share, ActiveRoles roles) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .build();
        // A full queue drops spans, because requests must not wait for telemetry.
        var processor =
                BatchSpanProcessor.builder(exporter).setScheduleDelay(SOON).build();
        var provider = SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put("service.name", "vigil")
                        .put("vigil.roles", roles.words())
                        .build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(processor)
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }
}
