package health.vigil.ingest.exchange;

import health.vigil.ingest.KeyedRecord;
import java.util.List;

/// The outcome of a statement, with its records for the stream.
record DecidedStatement(StatementOutcome outcome, List<KeyedRecord> records) {
    DecidedStatement {
        records = List.copyOf(records);
    }

    boolean isRefused() {
        return outcome instanceof StatementOutcome.RefusedStatement;
    }

    /// Whether it is more than a repetition of what stands.
    boolean changesSomething() {
        return outcome instanceof StatementOutcome.TakenStatement taken && !taken.unchanged();
    }

    static DecidedStatement of(StatementOutcome outcome) {
        return new DecidedStatement(outcome, List.of());
    }
}
