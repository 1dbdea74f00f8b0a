package health.vigil.alert;

import health.vigil.grading.CourseReport;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Peak;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// News for a test, in minutes. Everything that is not given is quiet. Now is minute 600.
final class NewsBuilder {
    static final Instant BEGIN = Instant.parse("2026-03-03T00:00:00Z");
    static final Instant NOW = at(600);

    /// The reason why CRS is unknown while a physician has to decide.
    static final Unknown UNDECIDED = new Unknown.Undecided();

    private final List<GradeChange> changes = new ArrayList<>();
    private final List<FlagChange> flags = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<AmendedGrade> amended = new ArrayList<>();
    private SyndromeReport crs = report(Syndrome.CRS, Grade.ZERO, Optional.of(BEGIN));
    private SyndromeReport icans = report(Syndrome.ICANS, Grade.ZERO, Optional.of(BEGIN));
    private BedsideFacts facts = BedsideFacts.NONE;

    static Instant at(long minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    static NewsBuilder news() {
        return new NewsBuilder();
    }

    /// CRS changed at this minute, and has been the same since.
    NewsBuilder crs(long minute, Grade from, Grade to) {
        changes.add(new GradeChange(Syndrome.CRS, at(minute), from, to, Optional.of(id(minute))));
        crs = report(Syndrome.CRS, to, Optional.of(at(minute)));
        return this;
    }

    /// ICANS changed at this minute, and has been the same since.
    NewsBuilder icans(long minute, Grade from, Grade to) {
        changes.add(new GradeChange(Syndrome.ICANS, at(minute), from, to, Optional.of(id(minute))));
        icans = report(Syndrome.ICANS, to, Optional.of(at(minute)));
        return this;
    }

    /// CRS has this grade and these flags now, without any news.
    NewsBuilder crsStands(Grade grade, Flag... up) {
        crs = report(Syndrome.CRS, grade, Optional.of(BEGIN));
        return withFlags(Set.of(up), crs.unknown(), crs.course());
    }

    /// ICANS has these flags now, without any news.
    NewsBuilder icansStands(Flag... up) {
        icans = new SyndromeReport(
                Syndrome.ICANS,
                icans.grade(),
                icans.unknown(),
                icans.since(),
                icans.course(),
                icans.basis(),
                icans.leftOut(),
                icans.outlook(),
                Set.of(up),
                icans.peak());
        return this;
    }

    NewsBuilder up(long minute, Flag flag) {
        flags.add(new FlagChange(Syndrome.CRS, flag, at(minute), true, Optional.of(id(minute))));
        var now = new HashSet<>(crs.flags());
        now.add(flag);
        return withFlags(now, crs.unknown(), crs.course());
    }

    NewsBuilder down(long minute, Flag flag) {
        flags.add(new FlagChange(Syndrome.CRS, flag, at(minute), false, Optional.of(id(minute))));
        var now = new HashSet<>(crs.flags());
        now.remove(flag);
        return withFlags(now, crs.unknown(), crs.course());
    }

    NewsBuilder because(Unknown unknown) {
        return withFlags(crs.flags(), Optional.of(unknown), crs.course());
    }

    NewsBuilder onset(long minute) {
        return withFlags(
                crs.flags(),
                crs.unknown(),
                Optional.of(new CourseReport(
                        true, at(minute), false, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /// The highest grade of CRS that was ever known.
    NewsBuilder peak(Grade grade) {
        crs = new SyndromeReport(
                Syndrome.CRS,
                crs.grade(),
                crs.unknown(),
                crs.since(),
                crs.course(),
                crs.basis(),
                crs.leftOut(),
                crs.outlook(),
                crs.flags(),
                Optional.of(new Peak(grade, BEGIN)));
        return this;
    }

    NewsBuilder observed(Observation observation) {
        observations.add(observation);
        return this;
    }

    NewsBuilder amended(long minute, Grade shown, Grade known) {
        amended.add(new AmendedGrade(Syndrome.CRS, at(minute), shown, known, Optional.empty()));
        return this;
    }

    NewsBuilder knowing(BedsideFacts known) {
        facts = known;
        return this;
    }

    List<Occurrence> alerts() {
        return alerts(AlertRules.DEFAULT);
    }

    List<Occurrence> alerts(AlertRules rules) {
        return rules.occurrences(asNews());
    }

    /// The raised alerts, by the words of their rules.
    List<String> rules() {
        return alerts().stream()
                .filter(alert -> !alert.over() && alert.succession() != Succession.CONFIRMS)
                .map(alert -> alert.rule().word())
                .toList();
    }

    GradeReport report() {
        return new GradeReport(NOW, crs, icans, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private News asNews() {
        var report = report();
        return new News(changes, flags, observations, amended, BEGIN, report, report, facts);
    }

    private NewsBuilder withFlags(Set<Flag> flags, Optional<Unknown> unknown, Optional<CourseReport> course) {
        crs = new SyndromeReport(
                Syndrome.CRS,
                crs.grade(),
                unknown,
                crs.since(),
                course,
                crs.basis(),
                crs.leftOut(),
                crs.outlook(),
                flags,
                crs.peak());
        return this;
    }

    private static ObservationId id(long minute) {
        return ObservationIds.of("o-" + minute);
    }

    private static SyndromeReport report(Syndrome syndrome, Grade grade, Optional<Instant> since) {
        return new SyndromeReport(
                syndrome,
                grade,
                Optional.empty(),
                since.filter(_ -> grade != Grade.UNKNOWN),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty());
    }
}
