package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.oracle.Case.ADULT;
import static health.vigil.oracle.Case.TICK;
import static health.vigil.oracle.Case.adult;
import static health.vigil.oracle.Case.aged;
import static health.vigil.oracle.Case.attribution;
import static health.vigil.oracle.Case.check;
import static health.vigil.oracle.Case.finding;
import static health.vigil.oracle.Case.hours;
import static health.vigil.oracle.Case.minutes;
import static health.vigil.oracle.Case.seizure;
import static org.assertj.core.api.Assertions.assertThat;

/// The edges of the ICANS rules that no worked case touches, each worked out by hand.
class NaiveIcansEdgesTest {

    private static final String RETURNED = ", 'returnedToBaseline': true";
    private static final String NOT_RETURNED = ", 'returnedToBaseline': false";

    // Scores

    @ParameterizedTest
    @CsvSource({"10, 0", "9, 1", "7, 1", "6, 2", "3, 2", "2, 3", "0, 3"})
    void anIceGradesByItsSum(int ice, int icans) {
        assertThat(ADULT.icans(hours(1), check(hours(1), "'ice': " + ice))).isEqualTo(icans);
    }

    @Test
    void anIceAtOrAboveTheBaselineIsZeroAndFlaggedUnderTen() {
        Case patient = adult("{'ice': 6}");

        assertThat(patient.icans(hours(1), check(hours(1), "'ice': 6"))).isEqualTo(0);
        assertThat(patient.icans(hours(1), check(hours(1), "'ice': 5"))).isEqualTo(2);
        assertThat(patient.icansFlags(hours(1), check(hours(1), "'ice': 6"))).contains("ice-at-baseline");
        assertThat(patient.icansFlags(hours(1), check(hours(1), "'ice': 9"))).contains("ice-at-baseline");
        assertThat(patient.icansFlags(hours(1), check(hours(1), "'ice': 10"))).doesNotContain("ice-at-baseline");
        assertThat(patient.icansFlags(hours(1), check(hours(1), "'ice': 5"))).doesNotContain("ice-at-baseline");
    }

    @Test
    void aPartialIceGradesWithTheFullPointsOfWhatWasLeftOut() {
        ObjectNode partial = check(
                hours(1),
                "'ice': {'orientation': 2, 'naming': 1, 'commands': 1}, 'itemsNotDone': ['writing', 'attention']");
        ObjectNode whole =
                check(hours(1), "'ice': {'orientation': 2, 'naming': 1, 'commands': 1, 'writing': 0, 'attention': 0}");

        assertThat(ADULT.icans(hours(1), partial)).isEqualTo(2);
        assertThat(ADULT.icans(hours(1), whole)).isEqualTo(2);
        assertThat(adult("{'ice': 6}").icans(hours(1), partial)).isEqualTo(0);
        assertThat(adult("{'ice': 6}").icans(hours(1), whole)).isEqualTo(2);
        assertThat(ADULT.icansFlags(hours(1), partial)).contains("ice-partial");
        assertThat(ADULT.icansFlags(hours(1), whole)).doesNotContain("ice-partial");
    }

    @Test
    void aCapdAtItsBaselineIsZeroAndFlagged() {
        Case child = aged(5, "{'capd': 10}");

        assertThat(child.icans(hours(1), check(hours(1), "'capd': 10"))).isEqualTo(0);
        assertThat(child.icans(hours(1), check(hours(1), "'capd': 11"))).isEqualTo(3);
        assertThat(aged(5, "{'capd': 8}").icans(hours(1), check(hours(1), "'capd': 9")))
                .isEqualTo(3);
        assertThat(child.icansFlags(hours(1), check(hours(1), "'capd': 9"))).contains("capd-at-baseline");
        assertThat(child.icansFlags(hours(1), check(hours(1), "'capd': 8"))).doesNotContain("capd-at-baseline");
    }

    @Test
    void theToolIsCapdUnderTwelveOrWithDelay() {
        assertThat(aged(11, "{}").icans(hours(1), check(hours(1), "'capd': 9"))).isEqualTo(3);
        assertThat(aged(12, "{}").icans(hours(1), check(hours(1), "'capd': 9"))).isNull();
        assertThat(adult("{'developmentalDelay': true}").icans(hours(1), check(hours(1), "'capd': 9")))
                .isEqualTo(3);
    }

    @Test
    void aScoreCountsForADay() {
        assertThat(ADULT.icans(hours(25), check(hours(1), "'ice': 5"))).isEqualTo(2);
        assertThat(ADULT.icans(hours(25).plus(TICK), check(hours(1), "'ice': 5")))
                .isNull();
    }

    @Test
    void notTestableBlanksAnOlderScoreAndNotDoneDoesNot() {
        ObjectNode score = check(hours(1), "'ice': 5");
        ObjectNode notTestable = check(hours(2), "'notTestable': ['ice']");
        ObjectNode notDone = check(hours(2), "'notDone': ['ice'], 'notDoneReason': 'refused'");

        assertThat(ADULT.icans(hours(2), score, notTestable)).isNull();
        assertThat(ADULT.icans(hours(2), score, notDone)).isEqualTo(2);
        assertThat(ADULT.icans(hours(25).plus(TICK), score, notDone)).isNull();
        assertThat(ADULT.icans(hours(2), notTestable, check(hours(2), "'ice': 10")))
                .isEqualTo(0);
        assertThat(ADULT.icans(hours(2), score, check(hours(2), "'notTestable': ['capd']")))
                .isEqualTo(2);
    }

    @Test
    void anAttributedScoreIsKnown() {
        ObjectNode attributed = attribution(hours(1), "ice", hours(0));

        assertThat(ADULT.icans(hours(1), check(hours(1), "'ice': 5"), attributed))
                .isEqualTo(0);
        assertThat(ADULT.icans(hours(1), attributed)).isNull();
    }

    // One seizure

    @Test
    void aResolvedSeizureCountsForADay() {
        ObjectNode brief = seizure(hours(1), true, ", 'durationMinutes': 5" + RETURNED);

        assertThat(ADULT.icans(hours(25), brief)).isEqualTo(3);
        assertThat(ADULT.icans(hours(25).plus(TICK), brief)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"4.9, 3, false", "5, 3, true", "5.1, 4, true"})
    void aResolvedSeizureIsLongAboveFiveMinutesAndUrgentFromThemOn(String minutes, int icans, boolean urgent) {
        ObjectNode seizure = seizure(hours(1), true, ", 'durationMinutes': " + minutes + RETURNED);

        assertThat(ADULT.icans(hours(2), seizure)).isEqualTo(icans);
        assertThat(ADULT.icansFlags(hours(2), seizure).contains("status-epilepticus"))
                .isEqualTo(urgent);
    }

    @Test
    void aLengthOrAReturnThatIsNotToldIsShortAndReturned() {
        ObjectNode seizure = seizure(hours(1), true, "");

        assertThat(ADULT.icans(hours(25), seizure)).isEqualTo(3);
        assertThat(ADULT.icansFlags(hours(25), seizure)).contains("seizure-length-not-known");
        assertThat(ADULT.icansFlags(hours(25).plus(TICK), seizure)).doesNotContain("seizure-length-not-known");
        assertThat(ADULT.icansFlags(hours(2), seizure)).doesNotContain("post-ictal");
    }

    @Test
    void aShortSeizureWithoutReturnIsThreeAndFlaggedWhileItCounts() {
        ObjectNode seizure = seizure(hours(1), true, ", 'durationMinutes': 5" + NOT_RETURNED);
        ObjectNode attributed = attribution(hours(1), "seizure", hours(1));

        assertThat(ADULT.icans(hours(25), seizure)).isEqualTo(3);
        assertThat(ADULT.icansFlags(hours(25), seizure)).contains("post-ictal");
        assertThat(ADULT.icansFlags(hours(25).plus(TICK), seizure)).doesNotContain("post-ictal");
        assertThat(ADULT.icansFlags(hours(2), seizure, attributed)).doesNotContain("post-ictal");
        assertThat(ADULT.icansFlags(hours(2), seizure(hours(1), true, ", 'durationMinutes': 6" + NOT_RETURNED)))
                .doesNotContain("post-ictal");
    }

    // One that does not resolve

    @Test
    void anUnresolvedSeizureIsThreeAndFourOnceMoreThanFiveMinutesHavePassed() {
        ObjectNode running = seizure(hours(1), false, NOT_RETURNED);

        assertThat(ADULT.icans(minutes(65), running)).isEqualTo(3);
        assertThat(ADULT.icans(minutes(65).plus(TICK), running)).isEqualTo(4);
        assertThat(ADULT.icans(hours(900), running)).isEqualTo(4);
        assertThat(ADULT.icansFlags(minutes(65).minus(TICK), running)).doesNotContain("status-epilepticus");
        assertThat(ADULT.icansFlags(minutes(65), running)).contains("status-epilepticus");
        assertThat(ADULT.icansFlags(minutes(65), running)).doesNotContain("post-ictal");
    }

    @ParameterizedTest
    @CsvSource({"5, 3, true", "5.1, 4, true", "4, 3, false"})
    void anUnresolvedSeizureOfALengthThatIsToldCountsAtOnce(String minutes, int icans, boolean urgent) {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': " + minutes);

        assertThat(ADULT.icans(hours(1), running)).isEqualTo(icans);
        assertThat(ADULT.icansFlags(hours(1), running).contains("status-epilepticus"))
                .isEqualTo(urgent);
    }

    @Test
    void oneThatResolvesWithinFiveMinutesIsThreeForADayFromThen() {
        ObjectNode running = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(65), true, RETURNED);

        assertThat(ADULT.icans(hours(9), running, over)).isEqualTo(3);
        assertThat(ADULT.icans(minutes(65).plusHours(24), running, over)).isEqualTo(3);
        assertThat(ADULT.icans(minutes(65).plusHours(24).plus(TICK), running, over))
                .isNull();
        assertThat(ADULT.icansFlags(hours(9), running, over)).contains("status-epilepticus");
    }

    @Test
    void oneThatResolvesLaterIsFourForADayFromThen() {
        ObjectNode running = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(65).plus(TICK), true, ", 'durationMinutes': 1" + RETURNED);

        assertThat(ADULT.icans(minutes(65).plusHours(24).plus(TICK), running, over))
                .isEqualTo(4);
        assertThat(ADULT.icans(minutes(65).plusHours(24).plus(TICK).plus(TICK), running, over))
                .isNull();
    }

    @Test
    void anyLengthThatIsToldOfASeizureIsItsOwn() {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': 6");
        ObjectNode briefly = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(61), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode longOver = seizure(minutes(61), true, ", 'durationMinutes': 6" + RETURNED);

        assertThat(ADULT.icans(hours(9), running, over)).isEqualTo(4);
        assertThat(ADULT.icans(hours(9), briefly, longOver)).isEqualTo(4);
        assertThat(ADULT.icans(hours(9), briefly, over)).isEqualTo(3);
    }

    @Test
    void oneOfTheSameInstantEndsNothing() {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': 1");
        ObjectNode over = seizure(hours(1), true, ", 'durationMinutes': 1");

        assertThat(ADULT.icans(hours(90), running, over)).isEqualTo(4);
    }

    // Repetitive ones

    @Test
    void twoWithinADayWithoutReturnBetweenAreRepetitiveForADayFromTheSecond() {
        ObjectNode first = seizure(hours(1), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode second = seizure(hours(25), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode tooLate = seizure(hours(25).plus(TICK), true, ", 'durationMinutes': 1" + RETURNED);

        assertThat(ADULT.icans(hours(25).minus(TICK), first, second)).isEqualTo(3);
        assertThat(ADULT.icans(hours(49), first, second)).isEqualTo(4);
        assertThat(ADULT.icans(hours(49).plus(TICK), first, second)).isNull();
        assertThat(ADULT.icans(hours(26), first, tooLate)).isEqualTo(3);
        assertThat(ADULT.icansFlags(hours(49), first, second)).contains("status-epilepticus");
    }

    @Test
    void twoWithReturnBetweenOrOfOneInstantAreNotRepetitive() {
        ObjectNode first = seizure(hours(1), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode second = seizure(hours(2), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode withSecond = seizure(hours(2), true, ", 'durationMinutes': 2" + NOT_RETURNED);

        assertThat(ADULT.icans(hours(3), first, second)).isEqualTo(3);
        assertThat(ADULT.icans(hours(3), second, withSecond)).isEqualTo(3);
    }

    @Test
    void aRecordThatEndsASeizureIsNoSecondOne() {
        ObjectNode first = seizure(minutes(50), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode running = seizure(minutes(60), false, ", 'durationMinutes': 1");
        ObjectNode over = seizure(minutes(62), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode another = seizure(hours(3), true, ", 'durationMinutes': 1");

        assertThat(ADULT.icans(hours(3), running, over)).isEqualTo(3);
        assertThat(ADULT.icansFlags(hours(3), running, over)).contains("post-ictal");
        assertThat(ADULT.icans(minutes(60).plusHours(24), first, running, over)).isEqualTo(4);
        assertThat(ADULT.icans(minutes(60).plusHours(24).plus(TICK), first, running, over))
                .isEqualTo(3);
        assertThat(ADULT.icans(hours(3), running, over, another)).isEqualTo(4);
    }

    // Findings

    @Test
    void aFindingStandsUntilItIsTakenBack() {
        ObjectNode present = finding(hours(1), "deep-focal-weakness", true);
        ObjectNode absent = finding(hours(300), "deep-focal-weakness", false);

        assertThat(ADULT.icans(hours(300).minus(TICK), present, absent)).isEqualTo(4);
        assertThat(ADULT.icans(hours(300), present, absent)).isNull();
        assertThat(ADULT.icans(
                        hours(1), finding(hours(1), "focal-oedema", true), finding(hours(1), "focal-oedema", false)))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "facial-palsy, non-icans-neurotoxicity",
        "other-cranial-neuropathy, non-icans-neurotoxicity",
        "intracranial-haemorrhage, intracranial-haemorrhage",
        "myoclonus, early-sign",
        "headache, early-sign"
    })
    void someFindingsAreFlaggedAndNeverGraded(String finding, String flag) {
        assertThat(ADULT.icans(hours(1), finding(hours(1), finding, true))).isNull();
        assertThat(ADULT.icansFlags(hours(1), finding(hours(1), finding, true))).contains(flag);
        assertThat(ADULT.icansFlags(hours(2), finding(hours(1), finding, true), finding(hours(2), finding, false)))
                .doesNotContain(flag);
    }
}
