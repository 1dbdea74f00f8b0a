package health.vigil.registry;

import health.vigil.grading.Grade;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.GradedSyndrome;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What physicians confirmed of one syndrome. Of several confirmations of one day or course the newest counts.
record ConfirmedGrades(Collection<StandingConfirmation> standing) {
    /// @param by the physician that the entry names, or else the account that entered it
    record StandingConfirmation(GradeConfirmation content, Instant at, String by) {}

    private static final Comparator<Observation> NEWER = Comparator.comparing(Observation::effectiveAt)
            .thenComparing(Observation::receivedAt)
            .thenComparing(Observation::id);

    static ConfirmedGrades of(GradedSyndrome syndrome, List<Observation> observations) {
        Map<String, StandingConfirmation> newest = new LinkedHashMap<>();
        observations.stream().sorted(NEWER).forEach(observation -> {
            if (observation.content() instanceof GradeConfirmation content && content.syndrome() == syndrome) {
                newest.put(
                        content.day() + " " + content.course(),
                        new StandingConfirmation(
                                content,
                                observation.effectiveAt(),
                                content.by().orElse(observation.id().sender().name())));
            }
        });
        return new ConfirmedGrades(newest.values());
    }

    /// The highest confirmed grade; of several the one that was entered first.
    Optional<StandingConfirmation> highest() {
        return standing.stream()
                .min(Comparator.comparingInt(
                                (StandingConfirmation each) -> -each.content().grade())
                        .thenComparing(StandingConfirmation::at));
    }

    /// When the computed grade first was the confirmed one, in the day or course that was confirmed.
    static Optional<Instant> reached(
            StandingConfirmation confirmed,
            List<SyndromeCourse> courses,
            List<GradeSpan> spans,
            ToIntFunction<Instant> day) {
        var grade = Grade.of(confirmed.content().grade());
        var ofCourse = confirmed
                .content()
                .course()
                .filter(number -> number <= courses.size())
                .flatMap(number -> courses.get(number - 1).first(grade));
        return confirmed.content().day().isEmpty()
                ? ofCourse
                : spans.stream()
                        .filter(span -> span.grade() == grade
                                && day.applyAsInt(span.from())
                                        <= confirmed.content().day().orElseThrow()
                                && day.applyAsInt(span.until())
                                        >= confirmed.content().day().orElseThrow())
                        .map(GradeSpan::from)
                        .findFirst();
    }

    /// Whether a course, or a day of it, was confirmed.
    boolean covers(int number, SyndromeCourse course, ToIntFunction<Instant> day) {
        return of(number, course, day).findAny().isPresent();
    }

    /// Whether physicians confirmed a grade of 1 or more in every course, and in no other time.
    boolean agrees(List<SyndromeCourse> courses, ToIntFunction<Instant> day) {
        var present = standing.stream()
                .map(StandingConfirmation::content)
                .filter(content -> content.grade() > 0)
                .collect(Collectors.toSet());
        var ofCourses = new HashSet<GradeConfirmation>();
        for (int number = 1; number <= courses.size(); number++) {
            var ofCourse = of(number, courses.get(number - 1), day)
                    .filter(present::contains)
                    .toList();
            if (ofCourse.isEmpty()) {
                return false;
            }
            ofCourses.addAll(ofCourse);
        }
        return ofCourses.equals(present);
    }

    private Stream<GradeConfirmation> of(int number, SyndromeCourse course, ToIntFunction<Instant> day) {
        int first = day.applyAsInt(course.onset());
        int last = day.applyAsInt(course.spans().getLast().until());
        return standing.stream()
                .map(StandingConfirmation::content)
                .filter(content ->
                        content.course().filter(each -> each == number).isPresent()
                                || content.day()
                                        .filter(each -> each >= first && each <= last)
                                        .isPresent());
    }
}
