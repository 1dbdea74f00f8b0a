package health.vigil.journey;

import health.vigil.grading.BirthDate;

/// Compares dates of birth.
final class SameBirth {
    private SameBirth() {}

    /// Whether two dates differ in what both say.
    static boolean differ(BirthDate one, BirthDate other) {
        return !one.given().startsWith(other.given()) && !other.given().startsWith(one.given());
    }

    /// Whether both are full dates and the same. A year or a month is shared by too many patients.
    static boolean confirmed(BirthDate one, BirthDate other) {
        return !one.estimated() && one.given().equals(other.given());
    }
}
