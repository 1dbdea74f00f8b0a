package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A response of the service.
///
/// @param next the address of the next page of a list
record ServiceAnswer(int status, JsonNode body, Optional<String> next) {
    static final int ACCEPTED = 202;
    static final int NOT_FOUND = 404;
    static final int UNAVAILABLE = 503;

    /// This response, if it is a success.
    ///
    /// @throws IllegalStateException otherwise, because the simulation sent something invalid
    ServiceAnswer expected(String what) {
        if (status >= 300) {
            throw new IllegalStateException("%s was answered %d: %s".formatted(what, status, body.path("detail")));
        }
        if (!body.path("rejected").isEmpty()) {
            throw new IllegalStateException("%s was rejected: %s".formatted(what, body.path("rejected")));
        }
        return this;
    }
}
