package health.vigil.hl7;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.StatementStatus;
import health.vigil.hl7.MessageSubjects.FoundSubject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What a value (OBX) says.
sealed interface ObxReading {
    ObxContext context();

    /// A value that was read.
    ///
    /// @param code what it measures
    /// @param value what was measured; absent if it is withdrawn
    record ReadObx(
            ObxContext context,
            Meaning code,
            StatementStatus status,
            FoundSubject subject,
            Instant effectiveAt,
            Optional<ObxValue> value)
            implements ObxReading {}

    record Skipped(ObxContext context, IgnoredReason reason) implements ObxReading {}

    /// A value of ours that cannot be read safely.
    ///
    /// @param place the field that a person must look at
    record ForAPerson(ObxContext context, ForeignReason reason, String place) implements ObxReading {}

    /// A value.
    sealed interface ObxValue {
        /// A number.
        ///
        /// @param comparator `<` or `>`
        record Numeric(BigDecimal number, Optional<String> comparator, boolean inexact, String unit)
                implements ObxValue {}

        record Coded(Meaning answer) implements ObxValue {}
    }
}
