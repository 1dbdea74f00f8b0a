package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.GradedSyndrome;
import java.math.BigDecimal;
import java.util.Optional;

/// `grade-confirmation`.
public record GradeConfirmationDraft(
        ReadField<GradedSyndrome> syndrome,
        ReadField<BigDecimal> day,
        ReadField<BigDecimal> course,
        ReadField<BigDecimal> grade,
        ReadField<String> by,
        ReadField<String> note)
        implements ContentDraft {
    private static final FieldRule<BigDecimal, Integer> DAY = FieldRule.count(0, GradeConfirmation.LAST_DAY);
    private static final FieldRule<BigDecimal, Integer> COURSE = FieldRule.count(1, GradeConfirmation.LAST_COURSE);
    private static final FieldRule<BigDecimal, Integer> GRADE = FieldRule.count(0, GradeConfirmation.HIGHEST_GRADE);
    private static final FieldRule<String, String> BY = FieldRule.sentence(200);
    private static final FieldRule<String, String> NOTE = FieldRule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("syndrome", syndrome);
        var onDay = checks.may("day", day, DAY);
        var ofCourse = checks.may("course", course, COURSE);
        var highest = checks.need("grade", grade, GRADE);
        var who = checks.may("by", by, BY);
        var said = checks.may("note", note, NOTE);
        if (day.given() && course.given()) {
            checks.at("course").refuse("is not for a confirmation of a day");
        }
        if (!day.given() && !course.given()) {
            checks.at("day").refuse("is missing; name the day or the course");
        }
        return checks.whenSound(
                () -> new GradeConfirmation(which.orElseThrow(), onDay, ofCourse, highest.orElseThrow(), who, said));
    }
}
