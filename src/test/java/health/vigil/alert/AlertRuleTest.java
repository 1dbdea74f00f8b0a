package health.vigil.alert;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRuleTest {
    @Test
    void whatIsSurerIsToldInPlaceOfWhatWasLessSure() {
        assertThat(AlertRule.CRS_GRADE_2.sharpens(AlertRule.CRS_GRADE_2_SINGLE)).isTrue();
        assertThat(AlertRule.POSSIBLE_MASKED_CRS_TREATED.sharpens(AlertRule.POSSIBLE_MASKED_CRS))
                .isTrue();
        assertThat(AlertRule.GRADE_AMENDED_SEVERE.sharpens(AlertRule.GRADE_AMENDED))
                .isTrue();
    }

    @Test
    void noOtherRuleTakesThePlaceOfAnother() {
        var pairs = Arrays.stream(AlertRule.values())
                .mapToLong(rule ->
                        Arrays.stream(AlertRule.values()).filter(rule::sharpens).count())
                .sum();

        assertThat(pairs).isEqualTo(3);
    }

    /// Alerts about emergency access, moves and unapplied records stay open after the discharge, because somebody
    /// must still act.
    @Test
    void whatIsSomebodysWorkOutlivesTheStay() {
        assertThat(AlertRule.values())
                .filteredOn(rule -> !rule.endsWithTheStay())
                .containsExactlyInAnyOrder(
                        AlertRule.BREAK_GLASS,
                        AlertRule.PATIENT_MOVED,
                        AlertRule.PATIENT_MERGED,
                        AlertRule.PATIENT_MERGE_REFUSED,
                        AlertRule.INFUSION_NOT_ADMITTED,
                        AlertRule.CONFLICTING_OBSERVATION,
                        AlertRule.UNKNOWN_PATIENT,
                        AlertRule.DEVICE_UNUSED,
                        AlertRule.DEVICE_TAKEN,
                        AlertRule.READINGS_MOVED,
                        AlertRule.STATEMENT_MOVED);
    }
}
