package health.vigil.journey;

import health.vigil.grading.BirthDate;

/// Compares dates of birth as far as both are known.
final class SameBirth {
    private SameBirth() {}

    /// @param other a date, a month or a year
    static boolean same(BirthDate one, String other) {
        return one.given().startsWith(other) || other.startsWith(one.given());
    }
}
