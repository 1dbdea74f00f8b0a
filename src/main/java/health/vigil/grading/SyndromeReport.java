package health.vigil.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One syndrome's grade at an instant, with its reasons.
///
/// @param unknown why the grade is not known; absent when it is
/// @param since since when the grade has been what it is; absent when it is not known
/// @param course the newest course of CRS; absent before the first, and always for ICANS
/// @param basis what was judged, the deciding component first
/// @param leftOut what was not counted, and why
/// @param outlook what would change the grade
/// @param flags what needs a person's eye, as {@link Flag}
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
    /// Whether the grade is not known because treated hypotension or hypoxia without fever waits for a physician.
    public boolean undecided() {
        return unknown.filter(Unknown.Undecided.class::isInstance).isPresent();
    }

    /// Why the grade is not known, as a sentence; absent when it is.
    public Optional<String> reason() {
        return unknown.map(Sentences::of);
    }

    /// The onset of the active course.
    public Optional<Instant> onset() {
        return course.filter(CourseReport::open).map(CourseReport::onset);
    }
}
