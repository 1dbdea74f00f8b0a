package health.vigil.laboratory;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether something holds, including "unknown".
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /// True if one of several holds; false if there is none.
    public static Truth any(Stream<Truth> several) {
        return several.reduce(NO, Truth::or);
    }

    public Truth or(Truth other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }

    public boolean holds() {
        return this == YES;
    }

    /// Absent if unknown.
    public Optional<Boolean> known() {
        return this == UNKNOWN ? Optional.empty() : Optional.of(this == YES);
    }
}
