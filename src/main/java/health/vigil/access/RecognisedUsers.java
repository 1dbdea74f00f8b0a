package health.vigil.access;

import io.vertx.core.http.HttpServerRequest;

/// The users that this process has recognised and remembers.
public interface RecognisedUsers {
    /// What a request shows to say who makes it.
    enum Shown {
        NOTHING,
        RECOGNISED,
        UNRECOGNISED
    }

    /// Whether a request shows a credential that was recognised here before and has not been refused since. Nothing is
    /// verified or asked for that.
    Shown shown(HttpServerRequest request);

    /// Forgets whom a credential stands for after one has ended: here at once, in the other processes within
    /// `vigil.access.remembered`.
    void forget();
}
