package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.IceItem;
import health.vigil.observation.Tool;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Entries.notDone;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.capd;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.notTestable;
import static health.vigil.grading.Story.up;
import static health.vigil.grading.Story.wakes;
import static org.assertj.core.api.Assertions.assertThat;

/// Scores of the patient's own tool: with items left out, at the baseline, not testable, not done.
class ScoresTest {
    private static Content partial(int orientation, IceItem leftOut) {
        return Entries.ice(Map.of(IceItem.ORIENTATION, orientation), Set.of(leftOut));
    }

    @ParameterizedTest
    @CsvSource({
        "4, NAMING, 7, ONE",
        "3, NAMING, 6, TWO",
        "0, NAMING, 3, TWO",
        "4, WRITING, 5, TWO",
        "2, ATTENTION, 3, TWO",
        "1, COMMANDS, 2, THREE"
    })
    void whatWasLeftOutOfAnIceCountsInFullAndIsFlagged(int orientation, IceItem leftOut, int total, Grade grade) {
        var report =
                Story.begin().at(10, partial(orientation, leftOut)).at(10.0).icans();

        assertThat(report.grade()).isEqualTo(grade);
        assertThat(Sentences.of(report.basis().getFirst()).text()).startsWith("ICE " + total + " of 10");
        assertThat(report.flags()).contains(Flag.ICE_PARTIAL);
    }

    @Test
    void aWholeIceIsNotPartial() {
        assertThat(up(Story.begin().at(10, ice(9)), Flag.ICE_PARTIAL, 10)).isFalse();
    }

    @Test
    void aPartialIceIsFlaggedForADay() {
        var story = Story.begin().at(10, partial(4, IceItem.NAMING));

        assertThat(up(story, Flag.ICE_PARTIAL, hour(34))).isTrue();
        assertThat(up(story, Flag.ICE_PARTIAL, hour(34).plus(STEP))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "8, true"})
    void ofScoresOfOneInstantTheLowestTotalSaysWhetherItIsPartial(int whole, boolean partial) {
        var seven = partial(4, IceItem.NAMING);

        assertThat(up(Story.begin().at(10, seven).at(10, ice(whole)), Flag.ICE_PARTIAL, 10))
                .isEqualTo(partial);
        assertThat(up(Story.begin().at(10, ice(whole)).at(10, seven), Flag.ICE_PARTIAL, 10))
                .isEqualTo(partial);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "9, true", "10, false"})
    void aScoreUnderTenAtTheOwnBaselineIsFlagged(int ice, boolean flagged) {
        assertThat(up(Story.begin().baselineIce(8).at(10, ice(ice)), Flag.ICE_AT_BASELINE, 10))
                .isEqualTo(flagged);
        assertThat(up(Story.begin().at(10, ice(ice)), Flag.ICE_AT_BASELINE, 10)).isFalse();
    }

    @Test
    void theTotalOfAPartialIceIsComparedWithTheBaseline() {
        var story = Story.begin().baselineIce(7).at(10, partial(4, IceItem.NAMING));

        assertThat(story.icans(10)).isEqualTo(Grade.ZERO);
        assertThat(up(story, Flag.ICE_AT_BASELINE, 10)).isTrue();
    }

    @Test
    void anAttributedScoreIsNotFlaggedAsAtTheBaseline() {
        var story = Story.begin().baselineIce(8).at(10, ice(8)).at(10, attributed(Component.ICE, 10));

        assertThat(up(story, Flag.ICE_AT_BASELINE, 10)).isFalse();
    }

    @Test
    void aCheckThatWasNotDoneChangesNothing() {
        var story = Story.begin().at(10, ice(5)).at(30, notDone(Tool.ICE));

        assertThat(story.icans(30)).isEqualTo(Grade.TWO);
        assertThat(story.icans(34)).isEqualTo(Grade.TWO);
        assertThat(up(story, Flag.ICE_OVERDUE, hour(34))).isFalse();
        assertThat(story.icans(hour(34).plus(STEP))).isEqualTo(Grade.UNKNOWN);
        assertThat(up(story, Flag.ICE_OVERDUE, hour(34).plus(STEP))).isTrue();
        assertThat(story.at(hour(34).plus(STEP)).icans().reason().orElseThrow()).startsWith("no ICE");
    }

    @Test
    void aCheckThatWasNotDoneDoesNotMakeAnUnableOneTestable() {
        var story = Story.begin().at(10, ice(5)).at(11, notTestable(Tool.ICE)).at(12, notDone(Tool.ICE));

        assertThat(story.icans(12)).isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void notTestableLeavesTheOtherDomains() {
        var story = Story.begin().at(10, notTestable(Tool.ICE)).at(10, wakes(Consciousness.VOICE));

        assertThat(story.icans(10)).isEqualTo(Grade.TWO);
    }

    @Test
    void theOtherToolIsNotHeard() {
        var adult = Story.begin().at(10, ice(5)).at(11, notTestable(Tool.CAPD)).at(12, capd(20));
        var child = Story.begin()
                .aged(8)
                .at(10, capd(9))
                .at(11, notTestable(Tool.ICE))
                .at(12, ice(0));

        assertThat(adult.icans(12)).isEqualTo(Grade.TWO);
        assertThat(child.icans(12)).isEqualTo(Grade.THREE);
    }

    @Test
    void notTestableIsNotTheOlderScore() {
        var report = Story.begin()
                .at(10, ice(10))
                .at(12, notTestable(Tool.ICE))
                .at(12.0)
                .icans();

        assertThat(report.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(report.reason().orElseThrow()).contains("not testable");
    }

    @Test
    void atOneInstantAScoreBeatsNotTestable() {
        assertThat(Story.begin().at(10, notTestable(Tool.ICE)).at(10, ice(8)).icans(10))
                .isEqualTo(Grade.ONE);
        assertThat(Story.begin().at(10, ice(8)).at(10, notTestable(Tool.ICE)).icans(10))
                .isEqualTo(Grade.ONE);
    }

    @Test
    void ofTwoScoresAtOneInstantTheWorseCounts() {
        assertThat(Story.begin().at(10, ice(5)).at(10, ice(8)).icans(10)).isEqualTo(Grade.TWO);
        assertThat(Story.begin().at(10, ice(8)).at(10, ice(5)).icans(10)).isEqualTo(Grade.TWO);
        var child = Story.begin().aged(8);

        assertThat(child.at(10, capd(12)).at(10, capd(3)).icans(10)).isEqualTo(Grade.THREE);
        assertThat(child.at(11, capd(3)).at(11, capd(12)).icans(11)).isEqualTo(Grade.THREE);
    }
}
