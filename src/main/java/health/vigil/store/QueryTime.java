package health.vigil.store;

import health.vigil.grading.Policies;
import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.Optional;

/// The clinical time and the knowledge time of a query.
///
/// @param knownAt absent: everything
/// @param now the time of the database
record QueryTime(Instant at, Optional<Instant> knownAt, Instant now) {
    /// @param at absent: now
    static QueryTime of(Sql sql, Optional<Instant> at, Optional<Instant> knownAt) {
        var now = sql.now();
        return new QueryTime(at.orElse(now), knownAt, now);
    }

    Instant known() {
        return knownAt.orElse(Observations.EVER);
    }

    /// The policy of the query's own time, or of the time when it was known.
    Policy judgedBy(Policies policies) {
        return policies.at(at.isBefore(known()) ? at : known());
    }
}
