package health.vigil.observation;

import java.util.Optional;

/// A physician's assessment of a syndrome other than CRS and ICANS.
///
/// @param grade 0 to 5; absent if it was not graded
/// @param basis the physician's reasons, as a sentence
public record SyndromeAssessment(AssessedSyndrome syndrome, boolean present, Optional<Integer> grade, String basis)
        implements Content {
    public static final int HIGHEST_GRADE = 5;

    public SyndromeAssessment {
        if (grade.filter(told -> told < 0 || told > HIGHEST_GRADE).isPresent()) {
            throw new IllegalArgumentException("A grade is 0 to 5");
        }
    }
}
