package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// Which drugs let hypotension and hypoxia count without fever, since when, and for how long.
class TreatmentTest {

    @ParameterizedTest
    @CsvSource({
        "TOCILIZUMAB, TWO",
        "SILTUXIMAB, TWO",
        "SARILUMAB, TWO",
        "ANAKINRA, TWO",
        "EMAPALUMAB, TWO",
        "RUXOLITINIB, TWO",
        "ITACITINIB, TWO",
        "DEXAMETHASONE, TWO",
        "METHYLPREDNISOLONE, TWO",
        "HYDROCORTISONE, TWO",
        "PREDNISONE, TWO",
        "PREDNISOLONE, TWO",
        "ACETAMINOPHEN, TWO",
        "IBUPROFEN, TWO",
        "METAMIZOLE, TWO",
        "ASPIRIN, TWO",
        "NAPROXEN, TWO",
        "DICLOFENAC, TWO",
        "LEVETIRACETAM, ZERO",
        "LORAZEPAM, ZERO",
        "ETOPOSIDE, ZERO",
        "CYCLOPHOSPHAMIDE, ZERO",
        "FLUDARABINE, ZERO",
        "FILGRASTIM, ZERO",
        "IMMUNOGLOBULIN, ZERO",
        "OTHER, ZERO"
    })
    void feverIsNotRequiredOnceCrsIsTreated(Drug drug, Grade grade) {
        var story = febrile().at(30, given(drug)).at(36, systolic("80")).at(36, temperature("37"));

        assertThat(story.crs(36)).isEqualTo(grade);
    }

    @ParameterizedTest
    @EnumSource(Indication.class)
    void onlyASteroidInPlaceOfThePatientsOwnTreatsNothing(Indication indication) {
        var steroid = febrile()
                .at(30, Entries.given(Drug.HYDROCORTISONE, indication))
                .at(36, systolic("80"))
                .at(36, temperature("37"));
        var antipyretic = febrile()
                .at(30, Entries.given(Drug.ACETAMINOPHEN, indication))
                .at(36, systolic("80"))
                .at(36, temperature("37"));

        assertThat(steroid.crs(36)).isEqualTo(indication == Indication.REPLACEMENT ? Grade.ZERO : Grade.TWO);
        assertThat(antipyretic.crs(36)).isEqualTo(Grade.TWO);
    }

    @Test
    void anAntipyreticFromBeforeTheOnsetWaivesNothing() {
        var before = Story.begin()
                .at(hour(10).minus(STEP), given(Drug.ACETAMINOPHEN))
                .at(10, temperature("38.6"))
                .at(21, attributed(Component.FEVER, 9))
                .at(21, systolic("80"));

        assertThat(before.crs(21)).isEqualTo(Grade.ZERO);
    }

    @Test
    void treatmentBeforeTheOnsetWaivesNothing() {
        var story = Story.begin()
                .at(9, given(Drug.TOCILIZUMAB))
                .at(10, temperature("38.6"))
                .at(36, systolic("80"))
                .at(36, temperature("37"));

        assertThat(story.crs(36)).isEqualTo(Grade.ZERO);
    }

    @Test
    void treatmentAtTheOnsetCounts() {
        var story = Story.begin()
                .at(10, given(Drug.TOCILIZUMAB))
                .at(10, temperature("38.6"))
                .at(36, systolic("80"))
                .at(36, temperature("37"));

        assertThat(story.crs(36)).isEqualTo(Grade.TWO);
    }

    @Test
    void anAntipyreticWaivesForTwelveHours() {
        var story = febrile()
                .at(30, given(Drug.ACETAMINOPHEN))
                .at(35, systolic("80"))
                .at(35, temperature("37"));

        assertThat(story.crs(hour(42))).isEqualTo(Grade.TWO);
        assertThat(story.crs(hour(42).plus(Story.STEP))).isEqualTo(Grade.ZERO);
    }

    @Test
    void theNewestAntipyreticCounts() {
        var story = febrile()
                .at(20, given(Drug.ACETAMINOPHEN))
                .at(30, given(Drug.IBUPROFEN))
                .at(35, systolic("80"))
                .at(35, temperature("37"));

        assertThat(story.crs(hour(42))).isEqualTo(Grade.TWO);
    }

    @Test
    void theFlagsOfTreatedCrsAreNotMasked() {
        var story = Story.begin()
                .at(10, temperature("38"))
                .at(11, given(Drug.TOCILIZUMAB))
                .at(36, systolic("80"));

        assertThat(up(story, Flag.POSSIBLE_MASKED_CRS, 36)).isFalse();
    }
}
