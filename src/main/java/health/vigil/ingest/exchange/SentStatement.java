package health.vigil.ingest.exchange;

import health.vigil.exchange.Fate;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.SourceToken;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementRevision;
import health.vigil.store.VersionClaims.VersionClaim;
import java.util.Optional;

/// A statement as it was sent.
///
/// @param replaces whether it replaces whatever stands under its key, as a PUT does
/// @param mark what distinguishes this revision if it says no time of issue
/// @param logicalId the sender's own id in a PUT, if the statement is recognised by something else
/// @param expectedVersion the version that must stand for this one to be taken
public record SentStatement(
        Statement statement,
        boolean replaces,
        RevisionMark mark,
        Optional<String> logicalId,
        Optional<Integer> expectedVersion) {
    /// Whether something of it may be kept as observations.
    boolean isKept() {
        return statement.fate() instanceof Fate.Taken;
    }

    /// Whether it may replace something that stands.
    boolean mayRevise() {
        return isKept() && (replaces || statement.status().revises());
    }

    SentStatement with(Fate fate) {
        return new SentStatement(statement.with(fate), replaces, mark, logicalId, expectedVersion);
    }

    /// The same, if a version is expected to stand.
    public SentStatement expecting(Optional<Integer> version) {
        return new SentStatement(statement, replaces, mark, logicalId, version);
    }

    /// What must hold in the database until a revision is sent.
    Optional<VersionClaim> claim(SourceToken token) {
        return expectedVersion.map(version -> new VersionClaim(statement.key().hex(), version, token.hex()));
    }

    StatementRevision revision() {
        return statement.revision(mark);
    }

    /// A first report, or one that says itself that it corrects an earlier one.
    ///
    /// @param mark what distinguishes a correction without a time of issue
    public static SentStatement of(Statement statement, RevisionMark mark) {
        return new SentStatement(
                statement,
                false,
                statement.status().revises() ? mark : new RevisionMark.First(),
                Optional.empty(),
                Optional.empty());
    }

    /// One that replaces whatever stands.
    public static SentStatement put(Statement statement, RevisionMark mark, Optional<String> logicalId) {
        return new SentStatement(statement, true, mark, logicalId, Optional.empty());
    }
}
