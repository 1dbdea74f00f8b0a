package health.vigil.context;

/// A whole number that may be known only within limits.
///
/// @param least the lowest possible number
/// @param most the highest possible number
record NumberRange(int least, int most) {
    static NumberRange exact(int number) {
        return new NumberRange(number, number);
    }

    boolean known() {
        return least == most;
    }
}
