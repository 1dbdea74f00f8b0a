package health.vigil.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/// How much of anything is taken. What declares to be more is refused before it is read; what turns out to be more is
/// cut
/// off by the server's own limit (`quarkus.http.limits`), which is that of the largest body there is.
final class Limits {
    static final long LARGEST_ADDRESS = 4 * 1024;
    static final long LARGEST_HEADERS = 16 * 1024;
    static final long LARGEST_BODY = 256 * 1024;

    /// Many observations in one: an array, or NDJSON.
    static final long LARGEST_BATCH = 16 * 1024 * 1024;

    /// No name here holds it, and PostgreSQL takes it in no text.
    private static final String NUL = "%00";

    private static final String BATCHES = "/v1/observations";

    private Limits() {}

    static void hold(RoutingContext request) {
        refusal(request.request()).ifPresentOrElse(request::fail, request::next);
    }

    private static Optional<Integer> refusal(HttpServerRequest request) {
        if (request.uri().length() > LARGEST_ADDRESS) {
            return Optional.of(414);
        }
        if (request.uri().split("\\?", 2)[0].contains(NUL)) {
            return Optional.of(404);
        }
        if (headers(request) > LARGEST_HEADERS) {
            return Optional.of(431);
        }
        return declared(request) > largest(request) ? Optional.of(413) : Optional.empty();
    }

    private static long headers(HttpServerRequest request) {
        return request.headers().entries().stream().mapToLong(Limits::length).sum();
    }

    private static long length(Map.Entry<String, String> header) {
        return (long) header.getKey().length() + header.getValue().length();
    }

    private static long largest(HttpServerRequest request) {
        return BATCHES.equals(request.path()) ? LARGEST_BATCH : LARGEST_BODY;
    }

    private static long declared(HttpServerRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }
}
