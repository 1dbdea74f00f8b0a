package health.vigil.observation;

import java.util.Optional;

/// A physician's confirmation of the highest grade of a day or of a course. It changes no grade.
///
/// @param day days since the infusion
/// @param course the number of the course since the infusion; the first is 1
/// @param grade 0 to 5
/// @param by the physician, if another account entered it
public record GradeConfirmation(
        GradedSyndrome syndrome,
        Optional<Integer> day,
        Optional<Integer> course,
        int grade,
        Optional<String> by,
        Optional<String> note)
        implements Content {
    public static final int HIGHEST_GRADE = 5;
    public static final int LAST_DAY = 3650;
    public static final int LAST_COURSE = 99;

    public GradeConfirmation {
        if (day.isPresent() == course.isPresent()) {
            throw new IllegalArgumentException("A confirmation is of a day or of a course");
        }
        if (grade < 0 || grade > HIGHEST_GRADE) {
            throw new IllegalArgumentException("A grade is 0 to 5");
        }
    }
}
