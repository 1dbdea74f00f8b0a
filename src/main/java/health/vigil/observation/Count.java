package health.vigil.observation;

/// A number of things, in words of the right form: `1 dose`, `2 doses`.
///
/// @param one the noun for one of them
/// @param several the noun for any other number, also for none
public record Count(long number, String one, String several) {
    /// A number of things whose plural ends in `s`.
    public static Count of(long number, String noun) {
        return new Count(number, noun, noun + "s");
    }

    public String text() {
        return number + " " + either(one, several);
    }

    /// The number and its noun, with the words that follow them: `1 record is`, `2 records are`.
    public String text(String forOne, String forSeveral) {
        return text() + " " + either(forOne, forSeveral);
    }

    /// Words that depend on the number.
    public String either(String forOne, String forSeveral) {
        return number == 1 ? forOne : forSeveral;
    }
}
