package health.vigil.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// Security headers: only our own scripts, no frames, no guessing of types, and no caching of patient data.
final class SafeHeaders {
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    /// What the service offers in FHIR: the same for everybody.
    private static final String CAPABILITIES = "/fhir/r4/metadata";

    private static final String CARDS = "/cds-services/";
    private static final String LAUNCHES = "/smart/";

    private SafeHeaders() {}

    static void add(RoutingContext request) {
        add(request.request());
        request.next();
    }

    /// Whether answers may hold data of patients.
    private static boolean isPrivate(String path) {
        return path.startsWith("/v1")
                || path.startsWith(CARDS)
                || path.startsWith(LAUNCHES)
                || (path.startsWith("/fhir") && !path.equals(CAPABILITIES));
    }

    static void add(HttpServerRequest request) {
        var headers = request.response().headers();
        headers.set("Content-Security-Policy", CONTENT);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (request.path() != null && isPrivate(request.path())) {
            headers.set("Cache-Control", "no-store");
        }
        if (request.isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
