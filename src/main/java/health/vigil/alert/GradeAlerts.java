package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Sentences;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts about grades.
final class GradeAlerts {
    /// How far back an amendment to a severe grade still needs someone at once.
    private static final Duration RECENT = Duration.ofHours(12);

    private GradeAlerts() {}

    static Stream<Occurrence> rises(News news, AlertTable table) {
        return news.changes().stream().filter(GradeChange::rise).map(rise -> rise(news, rise, table));
    }

    private static Occurrence rise(News news, GradeChange rise, AlertTable table) {
        var rule = rule(news, rise, table);
        var occurrence = new Occurrence(
                rule,
                new Condition.GradeReached(rise.syndrome(), rise.to()),
                wording(news, rise, rule),
                rise.at(),
                rise.cause(),
                pinned(news, rise));
        return swings(news, rise, table.row(rule).settles()) ? occurrence.with(Succession.CONTINUES) : occurrence;
    }

    private static Wording wording(News news, GradeChange rise, AlertRule rule) {
        var title = name(rise.syndrome()) + " grade " + number(rise.to());
        var detail = sentence(rise) + reason(news, rise);
        return rule == AlertRule.CRS_GRADE_2_SINGLE
                ? new Wording(title + ", one reading", detail + ". One reading only: repeat it, look at the patient")
                : new Wording(title, detail);
    }

    private static String sentence(GradeChange rise) {
        var name = name(rise.syndrome());
        return rise.from() == Grade.UNKNOWN
                ? name + " is grade " + number(rise.to()) + ", not known before"
                : name + " grade rose from " + number(rise.from()) + " to " + number(rise.to());
    }

    /// The rule of the grade, or that of a jump if it is more urgent.
    private static AlertRule rule(News news, GradeChange rise, AlertTable table) {
        var grade = single(news, rise) ? AlertRule.CRS_GRADE_2_SINGLE : rowOf(rise);
        return jump(rise) ? table.moreUrgent(grade, jumpOf(rise.syndrome())) : grade;
    }

    private static AlertRule rowOf(GradeChange rise) {
        return switch (rise.syndrome()) {
            case CRS -> crs(rise.to());
            case ICANS -> icans(rise.to());
        };
    }

    private static AlertRule crs(Grade grade) {
        return switch (grade) {
            case ONE -> AlertRule.CRS_GRADE_1;
            case TWO -> AlertRule.CRS_GRADE_2;
            case THREE -> AlertRule.CRS_GRADE_3;
            case FOUR -> AlertRule.CRS_GRADE_4;
            case FIVE -> AlertRule.CRS_GRADE_5;
            case UNKNOWN, ZERO -> throw noRise(grade);
        };
    }

    private static AlertRule icans(Grade grade) {
        return switch (grade) {
            case ONE -> AlertRule.ICANS_GRADE_1;
            case TWO -> AlertRule.ICANS_GRADE_2;
            case THREE -> AlertRule.ICANS_GRADE_3;
            case FOUR -> AlertRule.ICANS_GRADE_4;
            case FIVE -> AlertRule.ICANS_GRADE_5;
            case UNKNOWN, ZERO -> throw noRise(grade);
        };
    }

    private static IllegalArgumentException noRise(Grade grade) {
        return new IllegalArgumentException("A rise leads to a grade of 1 to 5, not to " + grade);
    }

    /// Whether a rise to grade 2 rests on one reading.
    private static boolean single(News news, GradeChange rise) {
        return rise.syndrome() == Syndrome.CRS && rise.to() == Grade.TWO && news.raised(Flag.SINGLE_READING, rise.at());
    }

    private static AlertRule jumpOf(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> AlertRule.CRS_GRADE_JUMP;
            case ICANS -> AlertRule.ICANS_GRADE_JUMP;
        };
    }

    /// Whether a known grade rose by two or more.
    private static boolean jump(GradeChange rise) {
        return rise.from().number().isPresent()
                && rise.to().number().orElseThrow() - rise.from().number().getAsInt() >= 2;
    }

    /// Whether the grade fell below this level for less than the settle time, which is no new rise.
    private static boolean swings(News news, GradeChange rise, Duration settles) {
        return news.changes().stream()
                .filter(change -> change.syndrome() == rise.syndrome())
                .filter(change -> change.at().isBefore(rise.at()) && fallsBelow(change, rise.to()))
                .max(Comparator.comparing(GradeChange::at))
                .filter(fall -> Duration.between(fall.at(), rise.at()).compareTo(settles) < 0)
                .isPresent();
    }

    private static boolean fallsBelow(GradeChange change, Grade level) {
        return level.above(change.to()) && !level.above(change.from());
    }

    /// The report, if the rise is still the current grade.
    private static Optional<SyndromeReport> pinned(News news, GradeChange rise) {
        return Stream.of(news.now(), news.atNewest())
                .map(report -> report.of(rise.syndrome()))
                .filter(report -> report.grade() == rise.to()
                        && report.since().filter(rise.at()::equals).isPresent())
                .findFirst();
    }

    private static String reason(News news, GradeChange rise) {
        return pinned(news, rise).map(GradeAlerts::reason).orElse("");
    }

    private static String reason(SyndromeReport report) {
        return report.basis().stream()
                .findFirst()
                .map(evidence -> ": " + Sentences.of(evidence).text())
                .orElse("");
    }

    /// Grade 2 or more rests on more than one reading now. Raised only if one reading had been alerted.
    static Stream<Occurrence> confirmed(News news, AlertTable table) {
        var crs = news.now().crs();
        if (!crs.grade().above(Grade.ONE) || crs.flags().contains(Flag.SINGLE_READING) || alertedInFull(news, table)) {
            return Stream.empty();
        }
        var end = news.flags().stream()
                .filter(change -> change.flag() == Flag.SINGLE_READING && !change.up())
                .reduce((_, last) -> last);
        return end.map(change -> change.at()).or(crs::since).stream()
                .map(at -> new Occurrence(
                                AlertRule.CRS_GRADE_2,
                                new Condition.GradeReached(Syndrome.CRS, Grade.TWO),
                                new Wording(
                                        "CRS grade 2", "CRS grade 2 rests on more than one reading now" + reason(crs)),
                                at,
                                end.flatMap(change -> change.cause()),
                                Optional.of(crs))
                        .with(Succession.CONFIRMS));
    }

    /// Whether the news contain a rise to grade 2 that was not alerted as a single reading.
    private static boolean alertedInFull(News news, AlertTable table) {
        return news.changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS && change.rise() && change.to() == Grade.TWO)
                .reduce((_, last) -> last)
                .filter(rise -> rule(news, rise, table) != AlertRule.CRS_GRADE_2_SINGLE)
                .isPresent();
    }

    static Stream<Occurrence> onset(News news) {
        return news.now().crs().onset().filter(onset -> !onset.isBefore(news.since())).stream()
                .map(onset -> new Occurrence(
                        AlertRule.FEVER_ONSET,
                        new Condition.ActiveCourse(),
                        OnsetWording.of(news, onset),
                        onset,
                        Optional.empty(),
                        Optional.of(news.now().crs())));
    }

    static Stream<Occurrence> amended(News news) {
        return news.amended().stream()
                .filter(amended -> severe(amended, news.now().at()))
                .findFirst()
                .map(amended -> amended(amended, AlertRule.GRADE_AMENDED_SEVERE))
                .or(() -> news.amended().stream().findFirst().map(amended -> amended(amended, AlertRule.GRADE_AMENDED)))
                .stream();
    }

    /// Whether a recent grade was amended upwards to 3 or more, so that treatment may have been missed.
    private static boolean severe(AmendedGrade amended, Instant now) {
        return amended.known().above(Grade.TWO)
                && amended.known().above(amended.shown())
                && !amended.from().isBefore(now.minus(RECENT));
    }

    private static Occurrence amended(AmendedGrade amended, AlertRule rule) {
        return new Occurrence(
                rule,
                new Condition.Happened(AlertType.GRADE_AMENDED, "history"),
                new Wording(
                        "Grade amended",
                        "Late or corrected data: " + name(amended.syndrome()) + " was shown as "
                                + number(amended.shown()) + " but was " + number(amended.known())),
                amended.from(),
                amended.cause(),
                Optional.empty());
    }

    private static String name(Syndrome syndrome) {
        return syndrome.word().toUpperCase(Locale.ROOT);
    }

    private static String number(Grade grade) {
        return grade.number().isPresent() ? Integer.toString(grade.number().getAsInt()) : "unknown";
    }
}
