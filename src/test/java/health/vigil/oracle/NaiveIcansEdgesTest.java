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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The edges of the ICANS rules that no worked case touches, each worked out by hand.
class NaiveIcansEdgesTest {

    private static final String RETURNED = ", 'returnedToBaseline': true";
    private static final String NOT_RETURNED = ", 'returnedToBaseline': false";

    // Scores

    @ParameterizedTest
    @CsvSource({"10, 0", "9, 1", "7, 1", "6, 2", "3, 2", "2, 3", "0, 3"})
    void anIceGradesByItsSum(int ice, int icans) {
        assertEquals(icans, ADULT.icans(hours(1), check(hours(1), "'ice': " + ice)));
    }

    @Test
    void anIceAtOrAboveTheBaselineIsZeroAndFlaggedUnderTen() {
        Case patient = adult("{'ice': 6}");

        assertEquals(0, patient.icans(hours(1), check(hours(1), "'ice': 6")));
        assertEquals(2, patient.icans(hours(1), check(hours(1), "'ice': 5")));
        assertTrue(patient.icansFlags(hours(1), check(hours(1), "'ice': 6")).contains("ice-at-baseline"));
        assertTrue(patient.icansFlags(hours(1), check(hours(1), "'ice': 9")).contains("ice-at-baseline"));
        assertFalse(patient.icansFlags(hours(1), check(hours(1), "'ice': 10")).contains("ice-at-baseline"));
        assertFalse(patient.icansFlags(hours(1), check(hours(1), "'ice': 5")).contains("ice-at-baseline"));
    }

    @Test
    void aPartialIceGradesWithTheFullPointsOfWhatWasLeftOut() {
        ObjectNode partial = check(
                hours(1),
                "'ice': {'orientation': 2, 'naming': 1, 'commands': 1}, 'itemsNotDone': ['writing', 'attention']");
        ObjectNode whole =
                check(hours(1), "'ice': {'orientation': 2, 'naming': 1, 'commands': 1, 'writing': 0, 'attention': 0}");

        assertEquals(2, ADULT.icans(hours(1), partial));
        assertEquals(2, ADULT.icans(hours(1), whole));
        assertEquals(0, adult("{'ice': 6}").icans(hours(1), partial));
        assertEquals(2, adult("{'ice': 6}").icans(hours(1), whole));
        assertTrue(ADULT.icansFlags(hours(1), partial).contains("ice-partial"));
        assertFalse(ADULT.icansFlags(hours(1), whole).contains("ice-partial"));
    }

    @Test
    void aCapdAtItsBaselineIsZeroAndFlagged() {
        Case child = aged(5, "{'capd': 10}");

        assertEquals(0, child.icans(hours(1), check(hours(1), "'capd': 10")));
        assertEquals(3, child.icans(hours(1), check(hours(1), "'capd': 11")));
        assertEquals(3, aged(5, "{'capd': 8}").icans(hours(1), check(hours(1), "'capd': 9")));
        assertTrue(child.icansFlags(hours(1), check(hours(1), "'capd': 9")).contains("capd-at-baseline"));
        assertFalse(child.icansFlags(hours(1), check(hours(1), "'capd': 8")).contains("capd-at-baseline"));
    }

    @Test
    void theToolIsCapdUnderTwelveOrWithDelay() {
        assertEquals(3, aged(11, "{}").icans(hours(1), check(hours(1), "'capd': 9")));
        assertNull(aged(12, "{}").icans(hours(1), check(hours(1), "'capd': 9")));
        assertEquals(3, adult("{'developmentalDelay': true}").icans(hours(1), check(hours(1), "'capd': 9")));
    }

    @Test
    void aScoreCountsForADay() {
        assertEquals(2, ADULT.icans(hours(25), check(hours(1), "'ice': 5")));
        assertNull(ADULT.icans(hours(25).plus(TICK), check(hours(1), "'ice': 5")));
    }

    @Test
    void notTestableBlanksAnOlderScoreAndNotDoneDoesNot() {
        ObjectNode score = check(hours(1), "'ice': 5");
        ObjectNode notTestable = check(hours(2), "'notTestable': ['ice']");
        ObjectNode notDone = check(hours(2), "'notDone': ['ice'], 'notDoneReason': 'refused'");

        assertNull(ADULT.icans(hours(2), score, notTestable));
        assertEquals(2, ADULT.icans(hours(2), score, notDone));
        assertNull(ADULT.icans(hours(25).plus(TICK), score, notDone));
        assertEquals(0, ADULT.icans(hours(2), notTestable, check(hours(2), "'ice': 10")));
        assertEquals(2, ADULT.icans(hours(2), score, check(hours(2), "'notTestable': ['capd']")));
    }

    @Test
    void anAttributedScoreIsKnown() {
        ObjectNode attributed = attribution(hours(1), "ice", hours(0));

        assertEquals(0, ADULT.icans(hours(1), check(hours(1), "'ice': 5"), attributed));
        assertNull(ADULT.icans(hours(1), attributed));
    }

    // One seizure

    @Test
    void aResolvedSeizureCountsForADay() {
        ObjectNode brief = seizure(hours(1), true, ", 'durationMinutes': 5" + RETURNED);

        assertEquals(3, ADULT.icans(hours(25), brief));
        assertNull(ADULT.icans(hours(25).plus(TICK), brief));
    }

    @ParameterizedTest
    @CsvSource({"4.9, 3, false", "5, 3, true", "5.1, 4, true"})
    void aResolvedSeizureIsLongAboveFiveMinutesAndUrgentFromThemOn(String minutes, int icans, boolean urgent) {
        ObjectNode seizure = seizure(hours(1), true, ", 'durationMinutes': " + minutes + RETURNED);

        assertEquals(icans, ADULT.icans(hours(2), seizure));
        assertEquals(urgent, ADULT.icansFlags(hours(2), seizure).contains("status-epilepticus"));
    }

    @Test
    void aLengthOrAReturnThatIsNotToldIsShortAndReturned() {
        ObjectNode seizure = seizure(hours(1), true, "");

        assertEquals(3, ADULT.icans(hours(25), seizure));
        assertTrue(ADULT.icansFlags(hours(25), seizure).contains("seizure-length-not-known"));
        assertFalse(ADULT.icansFlags(hours(25).plus(TICK), seizure).contains("seizure-length-not-known"));
        assertFalse(ADULT.icansFlags(hours(2), seizure).contains("post-ictal"));
    }

    @Test
    void aShortSeizureWithoutReturnIsThreeAndFlaggedWhileItCounts() {
        ObjectNode seizure = seizure(hours(1), true, ", 'durationMinutes': 5" + NOT_RETURNED);
        ObjectNode attributed = attribution(hours(1), "seizure", hours(1));

        assertEquals(3, ADULT.icans(hours(25), seizure));
        assertTrue(ADULT.icansFlags(hours(25), seizure).contains("post-ictal"));
        assertFalse(ADULT.icansFlags(hours(25).plus(TICK), seizure).contains("post-ictal"));
        assertFalse(ADULT.icansFlags(hours(2), seizure, attributed).contains("post-ictal"));
        assertFalse(ADULT.icansFlags(hours(2), seizure(hours(1), true, ", 'durationMinutes': 6" + NOT_RETURNED))
                .contains("post-ictal"));
    }

    // One that does not resolve

    @Test
    void anUnresolvedSeizureIsThreeAndFourOnceMoreThanFiveMinutesHavePassed() {
        ObjectNode running = seizure(hours(1), false, NOT_RETURNED);

        assertEquals(3, ADULT.icans(minutes(65), running));
        assertEquals(4, ADULT.icans(minutes(65).plus(TICK), running));
        assertEquals(4, ADULT.icans(hours(900), running));
        assertFalse(ADULT.icansFlags(minutes(65).minus(TICK), running).contains("status-epilepticus"));
        assertTrue(ADULT.icansFlags(minutes(65), running).contains("status-epilepticus"));
        assertFalse(ADULT.icansFlags(minutes(65), running).contains("post-ictal"));
    }

    @ParameterizedTest
    @CsvSource({"5, 3, true", "5.1, 4, true", "4, 3, false"})
    void anUnresolvedSeizureOfALengthThatIsToldCountsAtOnce(String minutes, int icans, boolean urgent) {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': " + minutes);

        assertEquals(icans, ADULT.icans(hours(1), running));
        assertEquals(urgent, ADULT.icansFlags(hours(1), running).contains("status-epilepticus"));
    }

    @Test
    void oneThatResolvesWithinFiveMinutesIsThreeForADayFromThen() {
        ObjectNode running = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(65), true, RETURNED);

        assertEquals(3, ADULT.icans(hours(9), running, over));
        assertEquals(3, ADULT.icans(minutes(65).plusHours(24), running, over));
        assertNull(ADULT.icans(minutes(65).plusHours(24).plus(TICK), running, over));
        assertTrue(ADULT.icansFlags(hours(9), running, over).contains("status-epilepticus"));
    }

    @Test
    void oneThatResolvesLaterIsFourForADayFromThen() {
        ObjectNode running = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(65).plus(TICK), true, ", 'durationMinutes': 1" + RETURNED);

        assertEquals(4, ADULT.icans(minutes(65).plusHours(24).plus(TICK), running, over));
        assertNull(ADULT.icans(minutes(65).plusHours(24).plus(TICK).plus(TICK), running, over));
    }

    @Test
    void anyLengthThatIsToldOfASeizureIsItsOwn() {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': 6");
        ObjectNode briefly = seizure(hours(1), false, "");
        ObjectNode over = seizure(minutes(61), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode longOver = seizure(minutes(61), true, ", 'durationMinutes': 6" + RETURNED);

        assertEquals(4, ADULT.icans(hours(9), running, over));
        assertEquals(4, ADULT.icans(hours(9), briefly, longOver));
        assertEquals(3, ADULT.icans(hours(9), briefly, over));
    }

    @Test
    void oneOfTheSameInstantEndsNothing() {
        ObjectNode running = seizure(hours(1), false, ", 'durationMinutes': 1");
        ObjectNode over = seizure(hours(1), true, ", 'durationMinutes': 1");

        assertEquals(4, ADULT.icans(hours(90), running, over));
    }

    // Repetitive ones

    @Test
    void twoWithinADayWithoutReturnBetweenAreRepetitiveForADayFromTheSecond() {
        ObjectNode first = seizure(hours(1), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode second = seizure(hours(25), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode tooLate = seizure(hours(25).plus(TICK), true, ", 'durationMinutes': 1" + RETURNED);

        assertEquals(3, ADULT.icans(hours(25).minus(TICK), first, second));
        assertEquals(4, ADULT.icans(hours(49), first, second));
        assertNull(ADULT.icans(hours(49).plus(TICK), first, second));
        assertEquals(3, ADULT.icans(hours(26), first, tooLate));
        assertTrue(ADULT.icansFlags(hours(49), first, second).contains("status-epilepticus"));
    }

    @Test
    void twoWithReturnBetweenOrOfOneInstantAreNotRepetitive() {
        ObjectNode first = seizure(hours(1), true, ", 'durationMinutes': 1" + RETURNED);
        ObjectNode second = seizure(hours(2), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode withSecond = seizure(hours(2), true, ", 'durationMinutes': 2" + NOT_RETURNED);

        assertEquals(3, ADULT.icans(hours(3), first, second));
        assertEquals(3, ADULT.icans(hours(3), second, withSecond));
    }

    @Test
    void aRecordThatEndsASeizureIsNoSecondOne() {
        ObjectNode first = seizure(minutes(50), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode running = seizure(minutes(60), false, ", 'durationMinutes': 1");
        ObjectNode over = seizure(minutes(62), true, ", 'durationMinutes': 1" + NOT_RETURNED);
        ObjectNode another = seizure(hours(3), true, ", 'durationMinutes': 1");

        assertEquals(3, ADULT.icans(hours(3), running, over));
        assertTrue(ADULT.icansFlags(hours(3), running, over).contains("post-ictal"));
        assertEquals(4, ADULT.icans(minutes(60).plusHours(24), first, running, over));
        assertEquals(3, ADULT.icans(minutes(60).plusHours(24).plus(TICK), first, running, over));
        assertEquals(4, ADULT.icans(hours(3), running, over, another));
    }

    // Findings

    @Test
    void aFindingStandsUntilItIsTakenBack() {
        ObjectNode present = finding(hours(1), "deep-focal-weakness", true);
        ObjectNode absent = finding(hours(300), "deep-focal-weakness", false);

        assertEquals(4, ADULT.icans(hours(300).minus(TICK), present, absent));
        assertNull(ADULT.icans(hours(300), present, absent));
        assertEquals(
                3,
                ADULT.icans(
                        hours(1), finding(hours(1), "focal-oedema", true), finding(hours(1), "focal-oedema", false)));
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
        assertNull(ADULT.icans(hours(1), finding(hours(1), finding, true)));
        assertTrue(ADULT.icansFlags(hours(1), finding(hours(1), finding, true)).contains(flag));
        assertFalse(ADULT.icansFlags(hours(2), finding(hours(1), finding, true), finding(hours(2), finding, false))
                .contains(flag));
    }
}
