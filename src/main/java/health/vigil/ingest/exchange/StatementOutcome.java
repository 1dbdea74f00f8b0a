package health.vigil.ingest.exchange;

import health.vigil.exchange.Caution;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.json.Violation;
import health.vigil.store.SourceEntries.KnownSource;
import java.util.List;
import java.util.Optional;

/// What became of one statement.
public sealed interface StatementOutcome {
    /// Kafka holds everything that it says, now or from before.
    ///
    /// @param known what the database knew of its key; absent for a new key, or without the database
    /// @param unchanged whether the database has this very revision, or one with equal content that stands
    /// @param cautions what was assumed or left out
    record TakenStatement(Optional<KnownSource> known, boolean unchanged, List<Caution> cautions)
            implements StatementOutcome {
        public TakenStatement {
            cautions = List.copyOf(cautions);
        }
    }

    /// Nothing of it is kept.
    record IgnoredStatement(IgnoredReason reason) implements StatementOutcome {}

    /// Kafka holds it for a person to decide.
    ///
    /// @param place where in the message
    record ForeignStatement(ForeignReason reason, Optional<String> place) implements StatementOutcome {}

    /// It is not taken.
    sealed interface RefusedStatement extends StatementOutcome {}

    /// The sender may not see the patient, or there is none.
    record HiddenPatient() implements RefusedStatement {}

    /// The sender may not enter this.
    record ForbiddenStatement(String detail) implements RefusedStatement {}

    /// The key is known with other content, and this is no revision of it.
    record ConflictingStatement() implements RefusedStatement {}

    /// Another version stands than the one that its sender expected, or somebody else replaces that one now.
    record UnexpectedVersion() implements RefusedStatement {}

    /// The rules of observations refuse it.
    record InvalidStatement(List<Violation> violations) implements RefusedStatement {
        public InvalidStatement {
            violations = List.copyOf(violations);
        }
    }
}
