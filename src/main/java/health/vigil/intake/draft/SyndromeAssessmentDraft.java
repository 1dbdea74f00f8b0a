package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Content;
import health.vigil.observation.SyndromeAssessment;
import java.math.BigDecimal;
import java.util.Optional;

/// `syndrome-assessment`.
public record SyndromeAssessmentDraft(
        ReadField<AssessedSyndrome> syndrome,
        ReadField<Boolean> present,
        ReadField<BigDecimal> grade,
        ReadField<String> basis)
        implements ContentDraft {
    private static final FieldRule<BigDecimal, Integer> GRADE = FieldRule.count(0, SyndromeAssessment.HIGHEST_GRADE);
    private static final FieldRule<String, String> BASIS = FieldRule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("syndrome", syndrome);
        var there = checks.need("present", present);
        var howBad = checks.may("grade", grade, GRADE);
        var why = checks.need("basis", basis, BASIS);
        if (there.filter(is -> !is).isPresent()
                && howBad.filter(told -> told > 0).isPresent()) {
            checks.at("grade").refuse("is only for a syndrome that is present");
        }
        return checks.whenSound(
                () -> new SyndromeAssessment(which.orElseThrow(), there.orElseThrow(), howBad, why.orElseThrow()));
    }
}
