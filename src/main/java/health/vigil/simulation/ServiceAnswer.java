package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;

/// What the service answered.
record ServiceAnswer(int status, JsonNode body) {
    static final int ACCEPTED = 202;
    static final int NOT_FOUND = 404;
    static final int UNAVAILABLE = 503;

    /// This answer, if it is a success.
    ///
    /// @throws IllegalStateException otherwise: the simulation said something that the service does not take
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
