package health.vigil.alert;

import health.vigil.grading.UnconfirmedRecord;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.alert.PlanStory.INFUSED;
import static health.vigil.alert.PlanStory.WELL;
import static health.vigil.alert.PlanStory.after;
import static health.vigil.alert.PlanStory.allDone;
import static org.assertj.core.api.Assertions.assertThat;

class OutpatientPlanTest {
    private static final Duration STEP = Duration.ofNanos(1000);

    private static Instant hour(int hours) {
        return after(Duration.ofHours(hours));
    }

    /// Everything that is asked at home was recorded at a time.
    private static PlanStory seenAtHome(Instant at) {
        return allDone(at)
                .seen(CheckPart.Bedside.HEART_RATE, at)
                .seen(CheckPart.Bedside.SPO2, at)
                .seen(CheckPart.Bedside.HOME_CHECK, at)
                .atHomeSince(INFUSED);
    }

    /// Days 0 to 7 are 192 h. A check that falls due in them stays due.
    @ParameterizedTest
    @CsvSource({
        "VITAL_SIGNS, 10, 8",
        "VITAL_SIGNS, 184, 8",
        "VITAL_SIGNS, 185, 12",
        "HOME_CHECK, 10, 24",
        "HOME_CHECK, 300, 24",
        "ICE, 10, 24",
        "ICE, 168, 24",
        "ICE, 169, 72"
    })
    void theChecksAtHome(Check check, int seen, int hours) {
        var due = seenAtHome(hour(seen)).due(check, WELL, hour(seen));

        assertThat(due.dueAt()).isEqualTo(hour(seen + hours));
    }

    @Test
    void afterDayFourteenNoVisitIsDue() {
        assertThat(seenAtHome(hour(288)).due(WELL, hour(288)))
                .extracting(DueCheck::check)
                .contains(Check.ICE);
        assertThat(seenAtHome(hour(289)).due(WELL, hour(289)))
                .extracting(DueCheck::check)
                .containsExactly(Check.VITAL_SIGNS, Check.HOME_CHECK);
    }

    /// Day 14 ends after 360 h; nobody is asked for a visit of the days before for ever.
    @Test
    void aVisitThatWasMissedOnTheLastDaysIsDroppedOneIntervalLater() {
        var missed = seenAtHome(hour(280));

        assertThat(missed.due(WELL, hour(432).minus(STEP)))
                .extracting(DueCheck::check)
                .contains(Check.ICE);
        assertThat(missed.due(WELL, hour(432)))
                .extracting(DueCheck::check)
                .containsExactly(Check.VITAL_SIGNS, Check.HOME_CHECK);
    }

    private static Severity oneReading(UnconfirmedRecord.RecordKind kind, Instant at) {
        return PlanStory.severity(new UnconfirmedRecord(kind, at, at));
    }

    @ParameterizedTest
    @CsvSource({"OXYGEN", "VASOPRESSOR"})
    void nobodyIsAskedAtHomeWhetherSupportStillRuns(UnconfirmedRecord.RecordKind kind) {
        var support = PlanStory.severity(new UnconfirmedRecord(kind, hour(6), hour(18)));

        assertThat(seenAtHome(hour(20)).due(support, hour(20)))
                .extracting(DueCheck::check)
                .doesNotContain(Check.CONFIRM_SUPPORT);
        assertThat(allDone(hour(20)).due(support, hour(20)))
                .extracting(DueCheck::check)
                .contains(Check.CONFIRM_SUPPORT);
    }

    @Test
    void aLaterReadingAtHomeIsTheRepeatedOne() {
        var story = seenAtHome(hour(20));
        var low = oneReading(UnconfirmedRecord.RecordKind.SPO2, hour(20));

        assertThat(story.due(low, hour(21))).extracting(DueCheck::check).contains(Check.REPEAT_READING);
        assertThat(story.seen(CheckPart.Bedside.SPO2, hour(20).plus(STEP)).due(low, hour(21)))
                .extracting(DueCheck::check)
                .doesNotContain(Check.REPEAT_READING);
    }

    @Test
    void aReadingOfAnotherSignIsNotTheRepeatedOne() {
        var story = seenAtHome(hour(20)).seen(CheckPart.Bedside.SPO2, hour(21));

        assertThat(story.due(oneReading(UnconfirmedRecord.RecordKind.BLOOD_PRESSURE, hour(20)), hour(21)))
                .extracting(DueCheck::check)
                .contains(Check.REPEAT_READING);
    }

    @Test
    void anInpatientsReadingIsAskedForUntilTheGradeRestsOnMore() {
        var low = oneReading(UnconfirmedRecord.RecordKind.BLOOD_PRESSURE, hour(20));

        assertThat(allDone(hour(21)).due(low, hour(21)))
                .extracting(DueCheck::check)
                .contains(Check.REPEAT_READING);
    }

    @Test
    void theLaboratoryIsNotAskedForAtHome() {
        assertThat(seenAtHome(hour(10)).due(WELL, hour(10)))
                .extracting(DueCheck::check)
                .containsExactly(Check.VITAL_SIGNS, Check.HOME_CHECK, Check.ICE);
    }

    @ParameterizedTest
    @CsvSource({"TEMPERATURE", "HEART_RATE", "BLOOD_PRESSURE", "SPO2"})
    void eachVitalSignIsAskedFor(CheckPart.Bedside part) {
        var story = seenAtHome(hour(20)).seen(part, hour(10));

        assertThat(story.due(Check.VITAL_SIGNS, WELL, hour(20)).dueAt()).isEqualTo(hour(18));
    }

    @Test
    void missedOnceIsNoAlertAndMissedTwiceIsOne() {
        var due = seenAtHome(hour(10)).due(Check.VITAL_SIGNS, WELL, hour(20));

        assertThat(due.overdueAt(hour(18))).isTrue();
        assertThat(due.alertedBy(hour(26).minus(STEP))).isFalse();
        assertThat(due.alertedBy(hour(26))).isTrue();
    }

    @Test
    void anInpatientsCheckIsAlertedWhenItIsDue() {
        assertThat(allDone(hour(10)).due(WELL, hour(10)))
                .isNotEmpty()
                .allSatisfy(due -> assertThat(due.alertAt()).isEqualTo(due.dueAt()));
    }

    @Test
    void theClockRunsFromTheBeginningAtHome() {
        var home = new PlanStory().atHomeSince(hour(240));

        assertThat(home.due(Check.VITAL_SIGNS, WELL, hour(240)).dueAt()).isEqualTo(hour(252));
        assertThat(home.due(Check.HOME_CHECK, WELL, hour(240)).dueAt()).isEqualTo(hour(264));
    }

    @Test
    void aChildIsScoredByItsTool() {
        assertThat(new PlanStory().child().atHomeSince(INFUSED).due(WELL, hour(1)))
                .extracting(DueCheck::check)
                .contains(Check.CAPD)
                .doesNotContain(Check.ICE);
    }

    @Test
    void afterTheEndOfTheEpisodeNothingIsDue() {
        assertThat(seenAtHome(hour(10)).ended(hour(20)).due(WELL, hour(20))).isEmpty();
    }
}
