package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts about grades themselves.
final class GradeAlerts {
    private GradeAlerts() {}

    static Stream<Occurrence> rises(News news, AlertTable table) {
        return news.changes().stream().filter(GradeChange::rise).map(rise -> rise(news, rise, table));
    }

    private static Occurrence rise(News news, GradeChange rise, AlertTable table) {
        return new Occurrence(
                rule(rise, table),
                new Condition.GradeReached(rise.syndrome(), rise.to()),
                new Wording(
                        name(rise.syndrome()) + " grade " + number(rise.to()),
                        name(rise.syndrome()) + " grade rose from " + number(rise.from()) + " to " + number(rise.to())
                                + reason(news, rise)),
                rise.at(),
                rise.cause(),
                pinned(news, rise));
    }

    /// A grade has a row of its own; a jump is told by the row of jumps if that is more urgent.
    private static AlertRule rule(GradeChange rise, AlertTable table) {
        var grade = AlertRule.valueOf(rise.syndrome().name() + "_GRADE_" + number(rise.to()));
        return jump(rise) ? table.moreUrgent(grade, jumpOf(rise.syndrome())) : grade;
    }

    private static AlertRule jumpOf(Syndrome syndrome) {
        return switch (syndrome) {
            case CRS -> AlertRule.CRS_GRADE_JUMP;
            case ICANS -> AlertRule.ICANS_GRADE_JUMP;
        };
    }

    /// From a grade that was known to one that is two or more above it.
    private static boolean jump(GradeChange rise) {
        return rise.from().number().isPresent()
                && rise.to().number().orElseThrow() - rise.from().number().getAsInt() >= 2;
    }

    /// The whole report when the rise is the newest that is known; an older one has been overtaken.
    private static Optional<SyndromeReport> pinned(News news, GradeChange rise) {
        return Stream.of(news.now(), news.atNewest())
                .map(report -> report.of(rise.syndrome()))
                .filter(report -> report.grade() == rise.to()
                        && report.since().filter(rise.at()::equals).isPresent())
                .findFirst();
    }

    private static String reason(News news, GradeChange rise) {
        return pinned(news, rise).stream()
                .flatMap(report -> report.basis().stream())
                .findFirst()
                .map(basis -> ": " + basis.finding())
                .orElse("");
    }

    static Stream<Occurrence> onset(News news) {
        return news.now().crs().onset().filter(onset -> !onset.isBefore(news.since())).stream()
                .map(onset -> new Occurrence(
                        AlertRule.FEVER_ONSET,
                        new Condition.ActiveCourse(),
                        new Wording("Fever onset", "A first fever began a course of CRS"),
                        onset,
                        Optional.empty(),
                        Optional.of(news.now().crs())));
    }

    static Stream<Occurrence> amended(News news) {
        return news.amended().stream()
                .map(amended -> new Occurrence(
                        AlertRule.GRADE_AMENDED,
                        new Condition.Happened(AlertType.GRADE_AMENDED, "history"),
                        new Wording(
                                "Grade amended",
                                "Late or corrected data: " + name(amended.syndrome()) + " had been shown as "
                                        + number(amended.shown()) + " and was " + number(amended.known())),
                        amended.from(),
                        amended.cause(),
                        Optional.empty()));
    }

    private static String name(Syndrome syndrome) {
        return syndrome.word().toUpperCase(Locale.ROOT);
    }

    private static String number(Grade grade) {
        return grade.number().isPresent() ? Integer.toString(grade.number().getAsInt()) : "unknown";
    }
}
