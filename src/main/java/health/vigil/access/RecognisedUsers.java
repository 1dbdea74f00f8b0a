package health.vigil.access;

import io.vertx.core.http.HttpServerRequest;

/// Knows which credentials this process has verified.
public interface RecognisedUsers {
    /// The credential of a request.
    enum Recognition {
        NOTHING,
        RECOGNISED,
        UNRECOGNISED
    }

    /// Whether the request's credential was verified here before and has not been rejected since. This
    /// neither verifies nor queries anything.
    Recognition recognition(HttpServerRequest request);

    /// Forgets verified credentials after one has ended: in this process at once, in others within
    /// `vigil.access.remembered`.
    void forget();
}
