package health.vigil.api.grade;

import health.vigil.grading.CourseReport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The newest course of CRS. Before the first course `open` is false and all else is `null`.
///
/// @param openedBy the user who opened it
record CourseView(
        boolean open,
        @Nullable Instant onset,
        boolean treated,
        @Nullable String openedBy,
        @Nullable Instant endsAt,
        @Nullable Instant closedAt) {
    static CourseView of(Optional<CourseReport> course, Optional<String> openedBy) {
        return new CourseView(
                course.map(CourseReport::open).orElse(false),
                course.map(CourseReport::onset).orElse(null),
                course.map(CourseReport::treated).orElse(false),
                openedBy.orElse(null),
                course.flatMap(CourseReport::endsAt).orElse(null),
                course.flatMap(CourseReport::closedAt).orElse(null));
    }
}
