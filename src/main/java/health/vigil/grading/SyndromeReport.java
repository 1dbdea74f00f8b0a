package health.vigil.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One syndrome's grade at an instant, with its reasons.
///
/// @param unknown why the grade is unknown; absent if it is known
/// @param since since when the grade has been the same; absent if it is unknown
/// @param course the newest course of CRS; absent before the first one, and for ICANS
/// @param basis the evidence, the deciding component first
/// @param leftOut the evidence that was left out, and why
/// @param outlook what would change the grade
/// @param flags remarks that a person should look at
/// @param peak absent until a grade was known
public record SyndromeReport(
        Syndrome syndrome,
        Grade grade,
        Optional<Unknown> unknown,
        Optional<Instant> since,
        Optional<CourseReport> course,
        List<Evidence> basis,
        List<Evidence> leftOut,
        List<Outlook> outlook,
        Set<Flag> flags,
        Optional<Peak> peak) {
    /// Whether the grade is unknown because a physician has to decide about treated hypotension or hypoxia without
    /// fever.
    public boolean undecided() {
        return unknown.filter(Unknown.Undecided.class::isInstance).isPresent();
    }

    /// Why the grade is unknown, as a sentence; absent if it is known.
    public Optional<String> reason() {
        return unknown.map(Sentences::of);
    }

    /// The onset of the active course.
    public Optional<Instant> onset() {
        return course.filter(CourseReport::open).map(CourseReport::onset);
    }
}
