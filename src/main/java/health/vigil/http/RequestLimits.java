package health.vigil.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The largest accepted sizes. A request that declares more is refused before it is read. One that turns out
/// to be larger is refused while it is read ([BodyLimit]) and cut off a little later.
final class RequestLimits {
    static final long LARGEST_ADDRESS = 4 * 1024;
    static final long LARGEST_HEADERS = 16 * 1024;
    static final long LARGEST_BODY = 256 * 1024;

    /// The limit of a batch of observations, one per line, and of a Bundle.
    static final long LARGEST_BATCH = 16 * 1024 * 1024;

    /// How much is read beyond the limit before the connection is cut, so that the response can be sent.
    private static final long GRACE = 64 * 1024;

    /// No name contains it, and PostgreSQL does not store it in text.
    private static final String NUL = "%00";

    private static final String BATCHES = "/v1/observations";
    private static final Set<String> BUNDLES = Set.of("/fhir/r4", "/fhir/r4/");
    private static final String LINES = "application/x-ndjson";

    private RequestLimits() {}

    static void enforce(RoutingContext request) {
        refusal(request.request()).ifPresentOrElse(request::fail, request::next);
    }

    /// Cuts the connection at the limit; runs after the framework has set its own limit.
    static void cut(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest(request.request()) + GRACE);
        request.next();
    }

    private static Optional<Integer> refusal(HttpServerRequest request) {
        if (request.uri().length() > LARGEST_ADDRESS) {
            return Optional.of(414);
        }
        if (!readable(request.uri())) {
            return Optional.of(400);
        }
        if (request.uri().split("\\?", 2)[0].contains(NUL)) {
            return Optional.of(404);
        }
        if (headers(request) > LARGEST_HEADERS) {
            return Optional.of(431);
        }
        if (encoded(request)) {
            return Optional.of(415);
        }
        return declared(request) > largest(request) ? Optional.of(413) : Optional.empty();
    }

    private static boolean readable(String address) {
        try {
            return !new URI(address).toString().isEmpty();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /// Compressed bodies are refused, because a small one can unpack to a large one.
    private static boolean encoded(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    private static long headers(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToLong(RequestLimits::length)
                .sum();
    }

    private static long length(Map.Entry<String, String> header) {
        return (long) header.getKey().length() + header.getValue().length();
    }

    static long largest(HttpServerRequest request) {
        return (BATCHES.equals(request.path()) && lines(request)) || BUNDLES.contains(request.path())
                ? LARGEST_BATCH
                : LARGEST_BODY;
    }

    private static boolean lines(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(LINES))
                .isPresent();
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
