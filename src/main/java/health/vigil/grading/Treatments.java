package health.vigil.grading;

import health.vigil.observation.Drug;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The newest doses of drugs that treat the syndrome, and of drugs that hide fever.
record Treatments(Optional<Dose> antiCytokine, Optional<Dose> antipyretic) {
    static final Treatments NONE = new Treatments(Optional.empty(), Optional.empty());

    Treatments with(Dose dose, Drug.Effect effect) {
        return switch (effect) {
            case ANTI_CYTOKINE -> new Treatments(Dose.newest(antiCytokine, dose), antipyretic);
            case ANTIPYRETIC -> new Treatments(antiCytokine, Dose.newest(antipyretic, dose));
            case NONE -> this;
        };
    }

    /// A dose of an anti-cytokine drug or a steroid in an active course, at any time since onset.
    Optional<Dose> sinceOnset(Course course) {
        return antiCytokine.filter(dose -> course.since(dose.at()));
    }

    /// A dose of an antipyretic in an active course that still hides fever.
    Optional<Dose> relief(Course course, Instant at, Policy policy) {
        return antipyretic.filter(
                dose -> course.since(dose.at()) && Windows.counts(dose.at(), policy.antipyreticWindow(), at));
    }

    boolean treats(Course course, Instant at, Policy policy) {
        return sinceOnset(course).isPresent() || relief(course, at, policy).isPresent();
    }

    /// How long no component may be present before an active course ends.
    Duration resolution(Course course, Policy policy) {
        return sinceOnset(course).isPresent() ? policy.crsResolutionTreated() : policy.crsResolution();
    }
}
