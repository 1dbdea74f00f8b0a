package health.vigil.ingest.exchange;

import health.vigil.exchange.Fate;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.Statement;
import java.util.Optional;

/// A statement as it was sent.
///
/// @param replaces whether it replaces whatever stands under its key, as a PUT does
/// @param mark what distinguishes this revision if it says no time of issue
/// @param logicalId the sender's own id in a PUT, if the statement is recognised by something else
public record SentStatement(Statement statement, boolean replaces, RevisionMark mark, Optional<String> logicalId) {
    /// Whether something of it may be kept as observations.
    boolean isKept() {
        return statement.fate() instanceof Fate.Taken;
    }

    /// Whether it may replace something that stands.
    boolean mayRevise() {
        return isKept() && (replaces || statement.status().revises());
    }

    SentStatement with(Fate fate) {
        return new SentStatement(statement.with(fate), replaces, mark, logicalId);
    }

    /// A first report, or one that says itself that it corrects an earlier one.
    ///
    /// @param mark what distinguishes a correction without a time of issue
    public static SentStatement of(Statement statement, RevisionMark mark) {
        return new SentStatement(
                statement, false, statement.status().revises() ? mark : new RevisionMark.First(), Optional.empty());
    }

    /// One that replaces whatever stands.
    public static SentStatement put(Statement statement, RevisionMark mark, Optional<String> logicalId) {
        return new SentStatement(statement, true, mark, logicalId);
    }
}
