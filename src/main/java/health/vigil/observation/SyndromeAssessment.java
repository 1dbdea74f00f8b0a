package health.vigil.observation;

import java.util.Optional;

/// A physician's word that a syndrome beside CRS and ICANS is present or is not.
///
/// @param grade 0 to 5; absent where it was not graded
/// @param basis what the physician rests it on, as a sentence
public record SyndromeAssessment(AssessedSyndrome syndrome, boolean present, Optional<Integer> grade, String basis)
        implements Content {
    public static final int HIGHEST_GRADE = 5;

    public SyndromeAssessment {
        if (grade.filter(told -> told < 0 || told > HIGHEST_GRADE).isPresent()) {
            throw new IllegalArgumentException("A grade is 0 to 5");
        }
    }
}
