package health.vigil.ingest.exchange;

import health.vigil.ingest.KeyedRecord;
import java.util.List;

/// The outcome of a statement, with its records for the stream.
record DecidedStatement(StatementOutcome outcome, List<KeyedRecord> records) {
    DecidedStatement {
        records = List.copyOf(records);
    }

    static DecidedStatement of(StatementOutcome outcome) {
        return new DecidedStatement(outcome, List.of());
    }
}
