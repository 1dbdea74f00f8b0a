package health.vigil.subscription;

import health.vigil.observation.Word;
import io.quarkus.websockets.next.CloseReason;

/// Why we end a connection.
enum SocketEnd implements Word {
    /// The message is no binding with a valid token.
    REFUSED(1008, "expected: bind-with-token <a valid token that was not used>"),
    /// The client did not bind a subscription in time.
    UNBOUND(1008, "no subscription was bound"),
    /// The account has too many connections, or sends too much.
    TOO_MANY(1008, "too many connections or messages of this account"),
    /// The credential that asked for the token has ended.
    CREDENTIAL_ENDED(1008, "the credential has expired or was revoked"),
    /// The subscription was changed or ended, or another connection has taken it.
    RELEASED(1000, "the subscription was changed, ended or taken by another connection"),
    /// The client does not read.
    SLOW(1008, "messages were not read in time"),
    /// The client answers no pings.
    SILENT(1008, "no answer to pings"),
    /// The network failed, or the client broke the protocol.
    BROKEN(1002, "the connection is broken"),
    /// The process stops.
    STOPPED(1001, "the service stops: connect again"),
    /// The service cannot bind now.
    UNAVAILABLE(1013, "the service is not available: connect again later");

    private final int code;
    private final String text;

    SocketEnd(int code, String text) {
        this.code = code;
        this.text = text;
    }

    CloseReason reason() {
        return new CloseReason(code, text);
    }
}
