package health.vigil.context;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether something holds, including "unknown".
enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /// True if one of several holds; false if there is none.
    static Truth any(Stream<Truth> several) {
        return several.reduce(NO, Truth::or);
    }

    Truth or(Truth other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }

    boolean holds() {
        return this == YES;
    }

    /// Absent if unknown.
    Optional<Boolean> known() {
        return this == UNKNOWN ? Optional.empty() : Optional.of(this == YES);
    }
}
