package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.CourseReport;
import health.vigil.json.JsonText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The newest course of CRS in an answer. Before the first course it is not open, and all else is `null`.
final class CourseJson {
    private CourseJson() {}

    /// @param openedBy the user who opened it
    static ObjectNode of(Optional<CourseReport> course, Optional<String> openedBy) {
        return JsonText.object()
                .put("open", course.map(CourseReport::open).orElse(false))
                .put("onset", text(course.map(CourseReport::onset)))
                .put("treated", course.map(CourseReport::treated).orElse(false))
                .put("openedBy", openedBy.orElse(null))
                .put("endsAt", text(course.flatMap(CourseReport::endsAt)))
                .put("closedAt", text(course.flatMap(CourseReport::closedAt)));
    }

    private static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
