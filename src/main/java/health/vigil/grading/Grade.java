package health.vigil.grading;

import java.util.OptionalInt;

/// A grade of a syndrome, or the fact that it is unknown. Known grades are in rising order.
public enum Grade {
    UNKNOWN(-1),
    ZERO(0),
    ONE(1),
    TWO(2),
    THREE(3),
    FOUR(4),
    FIVE(5);

    private static final Grade[] KNOWN = {ZERO, ONE, TWO, THREE, FOUR, FIVE};

    private final int number;

    Grade(int number) {
        this.number = number;
    }

    /// The grade of a number from 0 to 5.
    public static Grade of(int number) {
        return KNOWN[number];
    }

    /// The number; absent if the grade is unknown.
    public OptionalInt number() {
        return this == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public boolean above(Grade other) {
        return number > other.number;
    }
}
