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
    record Taken(Optional<KnownSource> known, boolean unchanged, List<Caution> cautions) implements StatementOutcome {
        public Taken {
            cautions = List.copyOf(cautions);
        }
    }

    /// Nothing of it is kept.
    record Ignored(IgnoredReason reason) implements StatementOutcome {}

    /// Kafka holds it for a person to decide.
    ///
    /// @param place where in the message
    record Foreign(ForeignReason reason, Optional<String> place) implements StatementOutcome {}

    /// It is not taken.
    sealed interface Refused extends StatementOutcome {}

    /// The sender may not see the patient, or there is none.
    record UnknownPatient() implements Refused {}

    /// The sender may not enter this.
    record Forbidden(String detail) implements Refused {}

    /// The key is known with other content, and this is no revision of it.
    record Conflict() implements Refused {}

    /// The rules of observations refuse it.
    record Invalid(List<Violation> violations) implements Refused {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
