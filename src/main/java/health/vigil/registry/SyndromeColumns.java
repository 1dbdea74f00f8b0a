package health.vigil.registry;

import health.vigil.grading.CourseReport;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Count;
import health.vigil.observation.Drug;
import health.vigil.observation.GradedSyndrome;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.registry.RegistryCase.RegistryEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The columns of one syndrome.
final class SyndromeColumns {
    private final RegistryCase of;
    private final Syndrome syndrome;
    private final SyndromeFields fields;
    private final List<GradeSpan> spans;
    private final List<SyndromeCourse> courses;

    SyndromeColumns(RegistryCase of, Syndrome syndrome) {
        this.of = of;
        this.syndrome = syndrome;
        fields = SyndromeFields.of(syndrome);
        var episode = of.episode();
        spans = GradeSpan.of(changes(), episode.watchedFrom(), episode.watchedUntil());
        courses = switch (syndrome) {
            case CRS -> SyndromeCourse.ofCrs(spans, this::sameCourse, courseOpen());
            case ICANS -> SyndromeCourse.ofIcans(spans);
        };
    }

    private List<GradeChange> changes() {
        return of.situation().changes().stream()
                .filter(change -> change.syndrome() == syndrome)
                .toList();
    }

    private boolean courseOpen() {
        return of.situation().grades().crs().course().filter(CourseReport::open).isPresent();
    }

    /// A rise whose course is not known continues the one before.
    private boolean sameCourse(GradeSpan before, GradeSpan next) {
        return Optional.ofNullable(of.crsOnsets().get(next.from()))
                .map(onset -> onset.isBefore(before.until()))
                .orElse(true);
    }

    void write(RegistryRow row) {
        var occurred = occurred();
        row.text(fields.occurred(), occurred);
        var unknown = unknown();
        row.hours(fields.hoursNotGradable(), unknown);
        if (occurred.equals("not-known")) {
            row.open(syndrome.word() + "-not-known");
        }
        row.number(fields.courses(), courses.size());
        row.number(fields.recurrences(), Math.max(0, courses.size() - 1));
        if (!courses.isEmpty()) {
            writeCourses(row);
        }
        confirmed(row);
        therapy(row);
    }

    /// "no" needs a known grade during the whole watch.
    private String occurred() {
        if (!courses.isEmpty()) {
            return "yes";
        }
        return !spans.isEmpty() && spans.stream().allMatch(span -> span.grade() == Grade.ZERO) ? "no" : "not-known";
    }

    private Duration unknown() {
        return spans.stream()
                .filter(span -> span.grade() == Grade.UNKNOWN)
                .map(GradeSpan::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void writeCourses(RegistryRow row) {
        var first = courses.getFirst();
        row.time(fields.firstAt(), first.onset());
        row.number(fields.firstDay(), day(first.onset()));
        row.hours(fields.firstHours(), Duration.between(of.situation().infusedAt(), first.onset()));
        var highest = courses.stream()
                .map(SyndromeCourse::highest)
                .reduce((one, later) -> later.grade().above(one.grade()) ? later : one)
                .orElseThrow();
        row.number(fields.maxGrade(), highest.grade().number().orElseThrow());
        row.time(fields.maxAt(), highest.from());
        row.number(fields.maxDay(), day(highest.from()));
        row.time(fields.resolvedAt(), courses.getLast().resolved());
        if (courses.getLast().resolved().isEmpty()) {
            row.open(syndrome.word() + "-unresolved");
        }
        first.resolved().ifPresent(end -> {
            row.number(fields.firstCourseDays(), days(first.onset(), end));
            row.hours(fields.firstCourseHours(), Duration.between(first.onset(), end));
        });
        row.text(fields.courseList(), courseList());
    }

    /// Calendar days of the hospital, both ends included.
    private long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(of.days().date(from), of.days().date(to)) + 1;
    }

    private int day(Instant at) {
        return of.days().of(at);
    }

    private String courseList() {
        var told = new ArrayList<String>();
        for (var course : courses) {
            var end = course.resolved()
                    .map(at -> "day " + day(at) + " ("
                            + Count.of(days(course.onset(), at), "day").text() + ")")
                    .orElse("not over");
            told.add("day " + day(course.onset()) + " to " + end + ", maximum "
                    + course.highest().grade().number().orElseThrow());
        }
        return String.join("; ", told);
    }

    private void confirmed(RegistryRow row) {
        var confirmed = ConfirmedGrades.of(graded(), of.observations());
        confirmed.highest().ifPresent(highest -> {
            row.number(fields.confirmedGrade(), highest.content().grade());
            row.text(fields.confirmedBy(), highest.by());
            row.time(fields.confirmedGradeAt(), ConfirmedGrades.reached(highest, courses, spans, this::day));
        });
        if (confirmed.highest().isEmpty()) {
            row.open(syndrome.word() + "-not-confirmed");
            return;
        }
        if (!allCovered(confirmed)) {
            row.open(syndrome.word() + "-course-not-confirmed");
            return;
        }
        if (confirmed.highest().orElseThrow().content().grade() != computedMaximum()) {
            row.open(syndrome.word() + "-confirmed-otherwise");
        }
        if (confirmed.agrees(courses, this::day)) {
            row.covered(fields.ofCourses());
        }
    }

    private GradedSyndrome graded() {
        return switch (syndrome) {
            case CRS -> GradedSyndrome.CRS;
            case ICANS -> GradedSyndrome.ICANS;
        };
    }

    private boolean allCovered(ConfirmedGrades confirmed) {
        for (int number = 1; number <= courses.size(); number++) {
            if (!confirmed.covers(number, courses.get(number - 1), this::day)) {
                return false;
            }
        }
        return true;
    }

    private int computedMaximum() {
        return courses.stream()
                .mapToInt(course -> course.highest().grade().number().orElseThrow())
                .max()
                .orElse(0);
    }

    /// Drugs against CRS count from its onset on, also those given to prevent it. Drugs against ICANS are those
    /// given for it.
    private void therapy(RegistryRow row) {
        var given = switch (syndrome) {
            case CRS -> courses.isEmpty() ? List.<RegistryEntry<Medication>>of() : given(this::againstCrs);
            case ICANS ->
                given(entry -> entry.content()
                        .indication()
                        .filter(Indication.ICANS::equals)
                        .isPresent());
        };
        row.words(
                fields.therapy(),
                given.stream().map(SyndromeColumns::drug).distinct().sorted().toList());
        row.time(fields.therapyFirstAt(), given.stream().map(RegistryEntry::at).findFirst());
    }

    private List<RegistryEntry<Medication>> given(Predicate<RegistryEntry<Medication>> which) {
        return of.since(Medication.class).stream().filter(which).toList();
    }

    private boolean againstCrs(RegistryEntry<Medication> entry) {
        var indication = entry.content().indication();
        var named = Stream.of(Indication.CRS, Indication.PROPHYLAXIS)
                .anyMatch(each -> indication.equals(Optional.of(each)));
        return entry.content().effect() == Drug.Effect.ANTI_CYTOKINE
                && (indication.isEmpty() || named)
                && !entry.at().isBefore(courses.getFirst().onset());
    }

    private static String drug(RegistryEntry<Medication> entry) {
        return entry.content().drugName().orElse(entry.content().drug().word());
    }
}
