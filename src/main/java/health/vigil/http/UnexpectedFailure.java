package health.vigil.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// An unexpected exception. The client gets a number to report. The log gets the stack trace without
/// messages, because messages can hold values.
record UnexpectedFailure(Throwable cause, UUID number) {
    private static final Logger LOG = Logger.getLogger(UnexpectedFailure.class);
    private static final int CAUSES = 10;

    static UnexpectedFailure of(Throwable cause) {
        return new UnexpectedFailure(cause, UUID.randomUUID());
    }

    Response answer() {
        if (databaseAway()) {
            return RestProblems.answer(Refusal.problem(503))
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .build();
        }
        LOG.errorf(AnonymousException.of(cause), "A request failed: %s", number);
        return RestProblems.answer(Refusal.problem(500).with(Map.of("instance", "urn:uuid:" + number)))
                .build();
    }

    private boolean databaseAway() {
        return Stream.iterate(cause, UnexpectedFailure::hasCause, Throwable::getCause)
                .limit(CAUSES)
                .anyMatch(one -> one instanceof SQLException refusal && databaseUnreachable(refusal));
    }

    private static boolean hasCause(Throwable one) {
        return one != null;
    }

    /// Whether the database is unreachable: not connected (08), out of resources (53), stopped by its
    /// operator (57), or no free connection in the pool.
    private static boolean databaseUnreachable(SQLException refusal) {
        var state = refusal.getSQLState();
        return state == null
                ? refusal.getMessage() != null && refusal.getMessage().contains("timeout")
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /// Copies of exceptions with their stack traces, without messages.
    private static final class AnonymousException extends Exception {
        private static final long serialVersionUID = 1;

        private AnonymousException(Throwable original, @Nullable Throwable cause) {
            super(original.getClass().getName(), cause);
            setStackTrace(original.getStackTrace());
        }

        static AnonymousException of(Throwable original) {
            return of(original, CAUSES);
        }

        private static AnonymousException of(Throwable original, int left) {
            var cause = original.getCause();
            return new AnonymousException(original, cause == null || left == 0 ? null : of(cause, left - 1));
        }
    }
}
