package health.vigil.registry;

import health.vigil.grading.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// One course of a syndrome: from the first grade of 1 or more to the last.
///
/// @param spans the times with a grade of 1 or more, in order; never empty
/// @param ended whether the course is over
record SyndromeCourse(List<GradeSpan> spans, boolean ended) {
    /// ICANS that is known to be 0 for longer than this is over.
    private static final Duration OVER = Duration.ofDays(2);
    /// Time passes in steps of a microsecond.
    private static final long STEP_NANOS = 1_000;

    SyndromeCourse {
        spans = List.copyOf(spans);
    }

    Instant onset() {
        return spans.getFirst().from();
    }

    /// The last instant with a grade of 1 or more; absent while the course is not over.
    Optional<Instant> resolved() {
        return Optional.of(spans.getLast().until().minusNanos(STEP_NANOS)).filter(_ -> ended);
    }

    /// The first span with the highest grade.
    GradeSpan highest() {
        return spans.stream()
                .max(Comparator.comparing(GradeSpan::grade).thenComparing(GradeSpan::from, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /// When a grade was first reached.
    Optional<Instant> first(Grade grade) {
        return spans.stream()
                .filter(span -> span.grade() == grade)
                .map(GradeSpan::from)
                .findFirst();
    }

    /// The courses of ICANS. A time of more than 48 h that is known to be 0 ends one; the definition is ours.
    static List<SyndromeCourse> ofIcans(List<GradeSpan> spans) {
        return split(spans, (before, next) -> over(spans, before, next.from()), last -> over(spans, last, Instant.MAX));
    }

    private static boolean over(List<GradeSpan> spans, GradeSpan before, Instant next) {
        return spans.stream()
                .anyMatch(span -> span.grade() == Grade.ZERO
                        && !span.from().isBefore(before.until())
                        && span.from().isBefore(next)
                        && span.length().compareTo(OVER) > 0);
    }

    /// The courses of CRS.
    ///
    /// @param begins whether two times lie in one course
    /// @param open whether the newest course is open
    static List<SyndromeCourse> ofCrs(List<GradeSpan> spans, CourseBegins begins, boolean open) {
        return split(spans, (before, next) -> !begins.same(before, next), _ -> !open);
    }

    /// Whether two times with a grade of 1 or more lie in one course.
    interface CourseBegins {
        boolean same(GradeSpan before, GradeSpan next);
    }

    private interface LastCourse {
        boolean ended(GradeSpan last);
    }

    private static List<SyndromeCourse> split(
            List<GradeSpan> spans, BiPredicate<GradeSpan, GradeSpan> between, LastCourse newest) {
        var courses = new ArrayList<SyndromeCourse>();
        var current = new ArrayList<GradeSpan>();
        for (var span : spans) {
            if (span.present()) {
                if (!current.isEmpty() && between.test(current.getLast(), span)) {
                    courses.add(new SyndromeCourse(current, true));
                    current.clear();
                }
                current.add(span);
            }
        }
        if (!current.isEmpty()) {
            var last = current.getLast();
            var present = spans.getLast().equals(last);
            courses.add(new SyndromeCourse(current, !present && newest.ended(last)));
        }
        return courses;
    }
}
