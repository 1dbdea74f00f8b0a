package health.vigil.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A position in a trace, in the format of the W3C header `traceparent`.
///
/// @param header absent if nothing is traced
public record Trace(Optional<String> header) {
    public static final String HEADER = "traceparent";
    public static final Trace NONE = new Trace(Optional.empty());
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    /// Parses a header of another system. Only its ids are used, and only if it is valid.
    public static Trace of(@Nullable String header) {
        return new Trace(Optional.ofNullable(header));
    }

    static Trace of(Span span) {
        var place = span.getSpanContext();
        return place.isValid()
                ? of("00-%s-%s-%s"
                        .formatted(
                                place.getTraceId(),
                                place.getSpanId(),
                                place.getTraceFlags().asHex()))
                : NONE;
    }

    Context context() {
        return header.map(FORM::matcher)
                .filter(Matcher::matches)
                .map(Trace::context)
                .orElseGet(Context::root);
    }

    private static Context context(Matcher parts) {
        var flags = TraceFlags.fromHex(parts.group(3), 0);
        var place = SpanContext.createFromRemoteParent(parts.group(1), parts.group(2), flags, TraceState.getDefault());
        return Context.root().with(Span.wrap(place));
    }
}
