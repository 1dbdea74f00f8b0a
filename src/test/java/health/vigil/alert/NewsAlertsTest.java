package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static health.vigil.alert.NewsBuilder.at;
import static health.vigil.alert.NewsBuilder.news;
import static org.assertj.core.api.Assertions.assertThat;

/// The alerts that news raise, their order, and which of them are over already.
class NewsAlertsTest {
    /// The flags that raise an alert, and its rule.
    private static final Map<Flag, String> TOLD = new EnumMap<>(Map.of(
            Flag.POSSIBLE_MASKED_CRS, "possible-masked-crs",
            Flag.EARLY_SIGN, "early-sign",
            Flag.INTRACRANIAL_HAEMORRHAGE, "intracranial-haemorrhage",
            Flag.STATUS_EPILEPTICUS, "status-epilepticus",
            Flag.ATTRIBUTION_ENDED, "attribution-ended"));

    private static Observation impossible(long minute) {
        return new Observation(
                ObservationIds.of("o-" + minute),
                new PatientId("p"),
                at(minute),
                at(minute),
                new VitalSigns(Map.of(VitalSign.SPO2, new BigDecimal("7")), Optional.empty()));
    }

    @Test
    void whereNothingChangedNothingIsTold() {
        assertThat(news().alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ZERO, ONE", "ONE, TWO", "TWO, THREE", "THREE, FOUR", "FOUR, FIVE"})
    void aStepUpIsToldByTheRowOfItsGrade(Grade from, Grade to) {
        var number = to.number().orElseThrow();

        assertThat(news().crs(590, from, to).rules()).containsExactly("crs-grade-" + number);
        assertThat(news().icans(590, from, to).rules()).containsExactly("icans-grade-" + number);
    }

    @ParameterizedTest
    @CsvSource({"TWO, ONE", "ONE, ZERO", "UNKNOWN, ZERO", "TWO, UNKNOWN"})
    void whatFallsOrIsNoGradeIsNotTold(Grade from, Grade to) {
        assertThat(news().crs(590, from, to).alerts()).isEmpty();
        assertThat(news().icans(590, from, to).alerts()).isEmpty();
    }

    /// The row of the jump applies only if it is the more urgent one.
    @ParameterizedTest
    @CsvSource({
        "ZERO, TWO, crs-grade-jump, icans-grade-2",
        "ONE, THREE, crs-grade-3, icans-grade-3",
        "UNKNOWN, TWO, crs-grade-2, icans-grade-2",
    })
    void aJumpFromAKnownGradeIsAsUrgentAsAJump(Grade from, Grade to, String crs, String icans) {
        assertThat(news().crs(590, from, to).rules()).containsExactly(crs);
        assertThat(news().icans(590, from, to).rules()).containsExactly(icans);
    }

    @ParameterizedTest
    @EnumSource
    void aFlagThatAsksForAPersonIsToldAndNoOther(Flag flag) {
        assertThat(news().up(590, flag).rules())
                .isEqualTo(Optional.ofNullable(TOLD.get(flag)).stream().toList());
    }

    @Test
    void aFlagThatGoesDownIsNotTold() {
        assertThat(news().down(590, Flag.STATUS_EPILEPTICUS).alerts()).isEmpty();
    }

    @Test
    void aFlagThatIsDownAgainIsOver() {
        assertThat(news().up(500, Flag.STATUS_EPILEPTICUS)
                        .down(510, Flag.STATUS_EPILEPTICUS)
                        .alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.over()).isTrue());
    }

    @Test
    void onsetIsToldFromTheBeginningOfTheNewsAndNotFromBefore() {
        assertThat(news().onset(0).rules()).containsExactly("fever-onset");
        assertThat(news().onset(-1).rules()).isEmpty();
    }

    @Test
    void theyComeInOrderOfTimeWhateverTheyAreAbout() {
        var alerts = news().crs(300, Grade.ZERO, Grade.ONE)
                .icans(100, Grade.ZERO, Grade.ONE)
                .up(200, Flag.EARLY_SIGN)
                .onset(50)
                .observed(impossible(250))
                .amended(150, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).hasSize(6).isSortedAccordingTo(Comparator.comparing(Occurrence::effectiveAt));
    }

    /// The report decides whether grades and flags are over. Observations and single events are never over by
    /// themselves.
    @Test
    void whatAReportDoesNotSayIsNeverOver() {
        var alerts = news().observed(impossible(100))
                .observed(impossible(200))
                .amended(150, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).hasSize(3).noneMatch(Occurrence::over);
    }

    @Test
    void aFallOfTheOtherSyndromeIsNoSwing() {
        var alerts = news().icans(95, Grade.TWO, Grade.ZERO)
                .crs(100, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).extracting(Occurrence::succession).containsExactly(Succession.REPLACES);
    }

    @Test
    void whatMerelyHappenedFollowsAnAnswerAndAFlagGoesOn() {
        assertThat(news().amended(150, Grade.ONE, Grade.TWO)
                        .up(200, Flag.STATUS_EPILEPTICUS)
                        .alerts())
                .extracting(Occurrence::succession)
                .containsExactly(Succession.FOLLOWS_AN_ANSWER, Succession.CONTINUES);
    }

    @Test
    void theHigherOfTwoGradesThatStandDoesNotEndTheLower() {
        var alerts = news().crs(100, Grade.ZERO, Grade.ONE)
                .crs(200, Grade.ONE, Grade.TWO)
                .alerts();

        assertThat(alerts).extracting(Occurrence::over).containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource({"POSSIBLE_MASKED_CRS, true", "STATUS_EPILEPTICUS, false"})
    void onlyASentenceThatNamesDrugsOrCountsAsksTheChart(Flag flag, boolean asks) {
        assertThat(AlertRules.asksForFacts(news().up(590, flag).alerts())).isEqualTo(asks);
    }

    @Test
    void aNewFeverAsksTheChartAndWhatIsOverDoesNot() {
        assertThat(AlertRules.asksForFacts(news().onset(590).alerts())).isTrue();
        assertThat(AlertRules.asksForFacts(news().up(500, Flag.POSSIBLE_MASKED_CRS)
                        .down(510, Flag.POSSIBLE_MASKED_CRS)
                        .alerts()))
                .isFalse();
        assertThat(AlertRules.asksForFacts(news().crs(590, Grade.ONE, Grade.TWO).alerts()))
                .isFalse();
    }

    @Test
    void aHospitalsTableSaysWhichOfGradeAndJumpIsMoreUrgent() {
        var table = AlertTable.DEFAULT.with(Map.of(
                AlertRule.CRS_GRADE_JUMP,
                new AlertTable.Row(
                        Priority.LOW,
                        AlertTable.DEFAULT.row(AlertRule.CRS_GRADE_1).escalation(),
                        Duration.ZERO)));
        var rules = new AlertRules(table, AlertRules.DEFAULT.doses(), AlertRules.DEFAULT.hospital());

        assertThat(news().crs(590, Grade.ZERO, Grade.TWO).alerts(rules))
                .extracting(Occurrence::rule)
                .containsExactly(AlertRule.CRS_GRADE_2);
    }
}
