package health.vigil.store;

import health.vigil.grading.Policies;
import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.Optional;

/// What a question about grades asks for: clinical time and knowledge time.
///
/// @param knownAt absent: everything
/// @param now by the database's clock
record QueryTime(Instant at, Optional<Instant> knownAt, Instant now) {
    /// @param at absent: now
    static QueryTime of(Sql sql, Optional<Instant> at, Optional<Instant> knownAt) {
        var now = sql.now();
        return new QueryTime(at.orElse(now), knownAt, now);
    }

    Instant known() {
        return knownAt.orElse(Observations.EVER);
    }

    /// Judged by the numbers of its own time, or by those of the time when it was known.
    Policy judgedBy(Policies policies) {
        return policies.at(at.isBefore(known()) ? at : known());
    }
}
