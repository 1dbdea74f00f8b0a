package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OracleGrade.Course;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.oracle.Case.ADULT;
import static health.vigil.oracle.Case.INFUSED_AT;
import static health.vigil.oracle.Case.TICK;
import static health.vigil.oracle.Case.adult;
import static health.vigil.oracle.Case.aged;
import static health.vigil.oracle.Case.at;
import static health.vigil.oracle.Case.attribution;
import static health.vigil.oracle.Case.bolus;
import static health.vigil.oracle.Case.cool;
import static health.vigil.oracle.Case.drug;
import static health.vigil.oracle.Case.fever;
import static health.vigil.oracle.Case.hours;
import static health.vigil.oracle.Case.minutes;
import static health.vigil.oracle.Case.oxygen;
import static health.vigil.oracle.Case.physician;
import static health.vigil.oracle.Case.pressor;
import static health.vigil.oracle.Case.spo2;
import static health.vigil.oracle.Case.systolic;
import static health.vigil.oracle.Case.vitals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The edges of the CRS rules that no worked case touches, each worked out by hand.
class NaiveCrsEdgesTest {

    private static final ObjectNode FEVER = fever(hours(1));
    private static final ObjectNode TOCILIZUMAB = drug(hours(2), "tocilizumab");
    private static final String FOR_HYPOXIA = ", 'reason': 'hypoxia'";

    // The course

    @Test
    void anUntreatedCourseEndsAfterTwentyFourHoursWithoutAComponentAndNotAtThem() {
        Duration end = hours(1 + 24 + 24);

        assertEquals(INFUSED_AT.plus(hours(1)), ADULT.grade(end, FEVER).crsOnset());
        assertNull(ADULT.grade(end.plus(TICK), FEVER).crsOnset());
    }

    @Test
    void aTreatedCourseEndsAfterSeventyTwo() {
        Duration end = hours(1 + 24 + 72);

        assertEquals(
                INFUSED_AT.plus(hours(1)), ADULT.grade(end, FEVER, TOCILIZUMAB).crsOnset());
        assertNull(ADULT.grade(end.plus(TICK), FEVER, TOCILIZUMAB).crsOnset());
    }

    @Test
    void aDrugGivenInTheLastInstantOfACourseLengthensItAndOneGivenLaterDoesNot() {
        Duration end = hours(1 + 24 + 24);

        assertEquals(
                INFUSED_AT.plus(hours(1)),
                ADULT.grade(hours(60), FEVER, drug(end, "prednisolone")).crsOnset());
        assertNull(ADULT.grade(hours(60), FEVER, drug(end.plus(TICK), "prednisolone"))
                .crsOnset());
    }

    @Test
    void aReplacementNeitherLengthensACourseNorWaivesFever() {
        ObjectNode replacement = at(hours(2), "medication", "'drug': 'hydrocortisone', 'indication': 'replacement'");
        ObjectNode antiemetic = at(hours(2), "medication", "'drug': 'dexamethasone', 'indication': 'antiemetic'");
        ObjectNode low = systolic(hours(30), "80");

        assertNull(ADULT.grade(hours(49).plus(TICK), FEVER, replacement).crsOnset());
        assertEquals(0, ADULT.crs(hours(30), FEVER, cool(hours(30)), low, replacement));
        assertEquals(2, ADULT.crs(hours(30), FEVER, cool(hours(30)), low, antiemetic));
    }

    @Test
    void anAntipyreticWaivesFeverWithinItsWindowAndDoesNotLengthenTheCourse() {
        ObjectNode given = drug(hours(20), "diclofenac");
        ObjectNode low = systolic(hours(30), "80");

        assertEquals(2, ADULT.crs(hours(32), FEVER, cool(hours(30)), low, given));
        assertEquals(0, ADULT.crs(hours(32).plus(TICK), FEVER, cool(hours(30)), low, given));
        assertEquals(
                INFUSED_AT.plus(hours(32 + 24)),
                ADULT.grade(hours(33), FEVER, low, given).crsCourse().endsAt());
    }

    @Test
    void aStoppedVasopressorWasPresentUpToItsStop() {
        ObjectNode start = pressor(hours(3), "norepinephrine", "started");
        ObjectNode stop = pressor(hours(40), "norepinephrine", "stopped");
        Duration end = hours(40 + 72);

        assertEquals(
                INFUSED_AT.plus(hours(1)),
                ADULT.grade(end, FEVER, TOCILIZUMAB, start, stop).crsOnset());
        assertNull(ADULT.grade(end.plus(TICK), FEVER, TOCILIZUMAB, start, stop).crsOnset());
    }

    @Test
    void whatTheGateKeepsOutIsAbsent() {
        ObjectNode start = pressor(hours(30), "norepinephrine", "started");

        assertEquals(
                INFUSED_AT.plus(hours(1)), ADULT.grade(hours(49), FEVER, start).crsOnset());
        assertNull(ADULT.grade(hours(49).plus(TICK), FEVER, start).crsOnset());
    }

    @Test
    void aCourseTellsWhenItWillEndByItselfWhileNothingCountsAndWhenItDid() {
        ObjectNode again = fever(hours(80));

        assertEquals(
                course(true, 1, false, null, null, null),
                ADULT.grade(hours(25), FEVER).crsCourse());
        assertEquals(
                course(true, 1, false, null, 49, null),
                ADULT.grade(hours(25).plus(TICK), FEVER).crsCourse());
        assertEquals(
                course(false, 1, false, null, null, 49),
                ADULT.grade(hours(70), FEVER).crsCourse());
        assertEquals(
                course(true, 80, false, null, null, null),
                ADULT.grade(hours(81), FEVER, again).crsCourse());
        assertNull(ADULT.grade(hours(3), cool(hours(1))).crsCourse());
    }

    @Test
    void aPhysicianOpensACourseThatLastsWithoutAComponentForTheResolutionTime() {
        ObjectNode opened = physician(hours(5), "opened");

        assertEquals(
                course(true, 5, false, "physician", 29, null),
                ADULT.grade(hours(29), opened).crsCourse());
        assertEquals(
                course(false, 5, false, "physician", null, 29),
                ADULT.grade(hours(29).plus(TICK), opened).crsCourse());
    }

    @Test
    void aPhysicianOpensTheGateOfACourseThatIsActiveAndItsOnsetStays() {
        ObjectNode low = systolic(hours(30), "80");
        ObjectNode opened = physician(hours(31), "opened");

        assertEquals(0, ADULT.crs(hours(31).minus(TICK), FEVER, cool(hours(30)), low, opened));
        assertEquals(2, ADULT.crs(hours(31), FEVER, cool(hours(30)), low, opened));
        assertEquals(
                course(true, 1, false, "physician", null, null),
                ADULT.grade(hours(31), FEVER, low, opened).crsCourse());
    }

    @Test
    void theGateAPhysicianOpenedIsThatOfTheCourse() {
        ObjectNode opened = physician(hours(5), "opened");
        ObjectNode low = systolic(hours(30), "80");

        assertEquals(0, ADULT.crs(hours(30), cool(hours(30)), opened, low));
        assertTrue(ADULT.crsFlags(hours(30), cool(hours(30)), opened, low).contains("possible-masked-crs"));
    }

    @Test
    void aPhysicianClosesACourseAndFeverReadingsBeforeItNoLongerCount() {
        ObjectNode closed = physician(hours(2), "closed");
        ObjectNode again = fever(hours(3));

        assertEquals(1, ADULT.crs(hours(2).minus(TICK), FEVER, closed));
        assertEquals(0, ADULT.crs(hours(2), FEVER, closed));
        assertEquals(
                course(false, 1, false, null, null, 2),
                ADULT.grade(hours(2), FEVER, closed).crsCourse());
        assertEquals(
                INFUSED_AT.plus(hours(3)),
                ADULT.grade(hours(3), FEVER, closed, again).crsOnset());
        assertNull(ADULT.grade(hours(51).plus(TICK), FEVER, closed, again).crsOnset());
    }

    @Test
    void atOneInstantACourseIsClosedBeforeAFeverStartsTheNext() {
        ObjectNode closed = physician(hours(2), "closed");
        ObjectNode opened = physician(hours(2), "opened");

        assertEquals(
                course(true, 2, false, null, null, null),
                ADULT.grade(hours(2), FEVER, fever(hours(2)), closed).crsCourse());
        assertEquals(
                course(true, 2, false, "physician", 26, null),
                ADULT.grade(hours(2), FEVER, opened, closed).crsCourse());
        assertEquals(
                course(true, 2, false, "physician", null, null),
                ADULT.grade(hours(2), FEVER, fever(hours(2)), opened, closed).crsCourse());
    }

    @Test
    void aCourseThatHasEndedTellsHowItWasTreatedToTheLast() {
        ObjectNode closed = physician(hours(4), "closed");

        assertEquals(
                course(false, 1, true, null, null, 4),
                ADULT.grade(hours(200), FEVER, TOCILIZUMAB, closed).crsCourse());
        assertEquals(
                course(false, 1, false, null, null, 4),
                ADULT.grade(hours(5), FEVER, closed, drug(hours(5), "siltuximab"))
                        .crsCourse());
    }

    // The gate

    @Test
    void treatedHypotensionWithoutFeverIsNotKnownUnlessAttributed() {
        ObjectNode start = pressor(hours(2), "vasopressin", "started");
        ObjectNode attributed = attribution(hours(2), "hypotension", hours(2));

        assertNull(ADULT.crs(hours(2), cool(hours(1)), start));
        assertEquals(0, ADULT.crs(hours(2), cool(hours(1)), start, attributed));
        assertTrue(ADULT.crsFlags(hours(2), cool(hours(1)), start).contains("possible-masked-crs"));
        assertFalse(ADULT.crsFlags(hours(2), cool(hours(1)), start, attributed).contains("possible-masked-crs"));
    }

    @Test
    void aBolusWithoutFeverIsNotKnownWithinItsWindow() {
        assertNull(ADULT.crs(hours(8), cool(hours(1)), bolus(hours(2))));
        assertEquals(0, ADULT.crs(hours(8).plus(TICK), cool(hours(1)), bolus(hours(2))));
    }

    @Test
    void oxygenForHypoxiaWithoutFeverIsNotKnownAndForAnotherReasonIs() {
        Case atHome = adult("{'oxygenFlow': 2}");
        ObjectNode attributed = attribution(hours(2), "hypoxia", hours(2));
        ObjectNode cannula = oxygen(hours(2), "nasal-cannula", ", 'flow': 2");

        assertNull(ADULT.crs(hours(2), cool(hours(1)), cannula));
        assertEquals(0, ADULT.crs(hours(2), cool(hours(1)), cannula, attributed));
        assertEquals(0, ADULT.crs(hours(2), cool(hours(1)), oxygen(hours(2), "cpap", ", 'reason': 'sleep-apnoea'")));
        assertEquals(0, ADULT.crs(hours(2), cool(hours(1)), oxygen(hours(2), "room-air", FOR_HYPOXIA)));
        assertEquals(0, atHome.crs(hours(2), cool(hours(1)), cannula));
    }

    @Test
    void lowReadingsAloneWithoutFeverAreZeroAndFlagged() {
        assertEquals(0, ADULT.crs(hours(2), cool(hours(1)), spo2(hours(2), "80")));
        assertTrue(
                ADULT.crsFlags(hours(2), cool(hours(1)), spo2(hours(2), "80")).contains("possible-masked-crs"));
        assertNull(ADULT.crs(hours(2), spo2(hours(2), "80")));
    }

    // Vasopressors

    @Test
    void twoVasopressorsAreMultipleOnceTheyRanThirtyMinutesTogether() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(4), "ephedrine", "started");
        Duration overlapped = hours(4).plusMinutes(30);

        assertEquals(3, ADULT.crs(overlapped.minus(TICK), FEVER, first, second));
        assertEquals(4, ADULT.crs(overlapped, FEVER, first, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vasopressin", "terlipressin", "other"})
    void someNeverCountTowardsMultipleAndAloneAreThree(String agent) {
        ObjectNode it = pressor(hours(3), agent, "started", ", 'agentName': 'cafedrine'");
        ObjectNode norepinephrine = pressor(hours(3), "norepinephrine", "started");
        boolean known = !agent.equals("other");

        assertEquals(3, ADULT.crs(hours(5), FEVER, it));
        assertEquals(3, ADULT.crs(hours(5), FEVER, it, norepinephrine));
        assertEquals(known, ADULT.crsFlags(hours(5), FEVER, it).contains("vasopressin-only"));
        assertEquals(!known, ADULT.crsFlags(hours(5), FEVER, it).contains("agent-not-known"));
        assertFalse(ADULT.crsFlags(hours(5), FEVER, it, norepinephrine).contains("vasopressin-only"));
    }

    @ParameterizedTest
    @CsvSource({
        "dobutamine, inotrope-not-counted",
        "milrinone, inotrope-not-counted",
        "levosimendan, inotrope-not-counted",
        "midodrine, agent-not-counted",
        "methylene-blue, agent-not-counted",
        "hydroxocobalamin, agent-not-counted"
    })
    void someCountAsNoneAndAreFlagged(String agent, String flag) {
        ObjectNode it = pressor(hours(3), agent, "started");

        assertEquals(1, ADULT.crs(hours(20), FEVER, it));
        assertTrue(ADULT.crsFlags(hours(20), FEVER, it).contains(flag));
        assertFalse(ADULT.crsFlags(hours(20), FEVER, it).contains("confirm-vasopressor"));
    }

    @Test
    void aStopAndStartAtOneInstantBreakNothing() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(3), "epinephrine", "started");
        ObjectNode stop = pressor(hours(5), "norepinephrine", "stopped");
        ObjectNode start = pressor(hours(5), "norepinephrine", "started");
        ObjectNode later = pressor(hours(5).plus(TICK), "norepinephrine", "started");

        assertEquals(4, ADULT.crs(hours(5), FEVER, first, second, stop, start));
        assertEquals(4, ADULT.crs(hours(6), FEVER, first, second, stop, start));
        assertEquals(3, ADULT.crs(hours(5).plusMinutes(30), FEVER, first, second, stop, later));
    }

    @Test
    void aStopOfNoneIsForgotten() {
        ObjectNode stop = pressor(hours(2), "norepinephrine", "stopped");
        ObjectNode start = pressor(hours(3), "norepinephrine", "started");

        assertEquals(3, ADULT.crs(hours(3), FEVER, stop, start));
    }

    @Test
    void anInfusionIsNamedByItsIdElseByItsDeviceElseByNothing() {
        ObjectNode byId = pressor(hours(2), "norepinephrine", "started", ", 'infusionId': 'a', 'deviceId': 'b'");
        ObjectNode byDevice = pressor(hours(2), "norepinephrine", "started", ", 'deviceId': 'b'");
        ObjectNode stopOfDevice = pressor(hours(3), "norepinephrine", "stopped", ", 'deviceId': 'b'");
        ObjectNode stopOfNone = pressor(hours(3), "norepinephrine", "stopped");
        ObjectNode stopOfAnotherDrug = pressor(hours(3), "epinephrine", "stopped", ", 'infusionId': 'a'");

        assertEquals(3, ADULT.crs(hours(3), FEVER, byId, stopOfDevice));
        assertEquals(1, ADULT.crs(hours(3), FEVER, byDevice, stopOfDevice));
        assertEquals(3, ADULT.crs(hours(3), FEVER, byDevice, stopOfNone));
        assertEquals(3, ADULT.crs(hours(3), FEVER, byId, stopOfAnotherDrug));
    }

    @Test
    void aChangeSaysThatItRunsAndARateOfZeroThatItDoesNot() {
        ObjectNode changed = pressor(hours(2), "norepinephrine", "changed", ", 'rate': 4");
        ObjectNode toNothing = pressor(hours(3), "norepinephrine", "changed", ", 'rate': 0.0");
        ObjectNode again = pressor(hours(4), "norepinephrine", "changed", ", 'rate': 0.01");
        ObjectNode stop = pressor(hours(5), "norepinephrine", "stopped");
        ObjectNode startAtNothing = pressor(hours(6), "norepinephrine", "started", ", 'rate': 0");

        assertEquals(3, ADULT.crs(hours(2), FEVER, changed, toNothing, again, stop, startAtNothing));
        assertEquals(1, ADULT.crs(hours(3), FEVER, changed, toNothing, again, stop, startAtNothing));
        assertEquals(3, ADULT.crs(hours(4), FEVER, changed, toNothing, again, stop, startAtNothing));
        assertEquals(1, ADULT.crs(hours(5), FEVER, changed, toNothing, again, stop, startAtNothing));
        assertEquals(1, ADULT.crs(hours(6), FEVER, changed, toNothing, again, stop, startAtNothing));
    }

    @Test
    void aChangeOfWhatRunsAddsNone() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode changed = pressor(hours(2), "norepinephrine", "changed");
        ObjectNode paused = pressor(hours(4), "norepinephrine", "paused");

        assertEquals(1, ADULT.crs(hours(4), FEVER, start, changed, paused));
    }

    @Test
    void aVasopressorIsAskedAboutTwelveHoursAfterTheLastRecordOfItsInfusion() {
        ObjectNode first = pressor(hours(2), "norepinephrine", "started", ", 'infusionId': 'a'");
        ObjectNode second = pressor(hours(10), "norepinephrine", "started", ", 'infusionId': 'b'");
        ObjectNode changed = pressor(hours(13), "norepinephrine", "changed", ", 'infusionId': 'a', 'rate': 2");

        assertFalse(ADULT.crsFlags(hours(14).minus(TICK), FEVER, first, second).contains("confirm-vasopressor"));
        assertTrue(ADULT.crsFlags(hours(14), FEVER, first, second).contains("confirm-vasopressor"));
        assertFalse(ADULT.crsFlags(hours(14), FEVER, first, second, changed).contains("confirm-vasopressor"));
    }

    // Blood pressure

    @ParameterizedTest
    @CsvSource({
        // systolic, mean, baseline, CRS
        "85, , 86, 1",
        "84.9, , 60, 2",
        "90, 60, 92, 1",
        "90, 59.9, 92, 2",
        "95, 64, 100, 1",
        "94.9, 64.9, 100, 2",
        "94.9, 65, 100, 1",
        "90, 65, 200, 2",
        "99.9, , 125, 2",
        "99.9, , 124, 1",
        "100, , 200, 1",
        "89.9, , 95, 2",
        "90, , 112.5, 1",
    })
    void anAdultsPressureIsJudgedByTheFirstThatDecides(String systolic, String mean, String baseline, int crs) {
        Case adult = adult("{'systolic': " + baseline + "}");
        String withMean = mean == null ? "" : ", 'meanArterialPressure': " + mean;

        assertEquals(crs, adult.crs(hours(2), FEVER, vitals(hours(2), "'systolic': " + systolic + withMean)));
    }

    @ParameterizedTest
    @CsvSource({
        // age, systolic, baseline, CRS
        "0, 70, 200, 1",
        "0, 69.9, 200, 2",
        "0, 60, 61, 1",
        "0, 59.9, 61, 2",
        "8, 86, 200, 1",
        "8, 85.9, 100, 2",
        "8, 76, 78, 1",
        "8, 75.9, 60, 2",
        "10, 89.9, 200, 2",
        "11, 90, 200, 1",
        "17, 80, 84, 1",
        "17, 79.9, 60, 2",
        "17, 91, 160, 1",
        "18, 91, 160, 2",
    })
    void aChildsPressureIsJudgedByAge(int age, String systolic, String baseline, int crs) {
        Case patient = aged(age, "{'systolic': " + baseline + "}");

        assertEquals(crs, patient.crs(hours(2), FEVER, systolic(hours(2), systolic)));
    }

    @Test
    void aMeanPressureIsNoReadingOfAChild() {
        ObjectNode mean = vitals(hours(3), "'meanArterialPressure': 40");

        assertEquals(2, aged(18, "{}").crs(hours(3), FEVER, systolic(hours(2), "120"), mean));
        assertEquals(1, aged(17, "{}").crs(hours(3), FEVER, systolic(hours(2), "120"), mean));
        assertEquals(2, aged(17, "{}").crs(hours(3), FEVER, systolic(hours(2), "60"), mean));
    }

    @Test
    void aPressureAndABolusCountWithinTheirWindows() {
        ObjectNode low = systolic(hours(2), "80");

        assertEquals(2, ADULT.crs(hours(14), FEVER, low));
        assertEquals(1, ADULT.crs(hours(14).plus(TICK), FEVER, low));
        assertEquals(2, ADULT.crs(hours(8), FEVER, bolus(hours(2))));
        assertEquals(1, ADULT.crs(hours(8).plus(TICK), FEVER, bolus(hours(2))));
    }

    // Oxygen

    @ParameterizedTest
    @CsvSource({
        "room-air, , 1",
        "nasal-cannula, 6, 2",
        "nasal-cannula, 6.1, 3",
        "nasal-cannula, , 2",
        "nasal-cannula, 80.1, 2",
        "high-flow-nasal-cannula, 6, 2",
        "high-flow-nasal-cannula, 6.1, 3",
        "high-flow-nasal-cannula, , 3",
        "high-flow-nasal-cannula, 81, 3",
        "blow-by, 10, 2",
        "simple-mask, 2, 3",
        "venturi-mask, , 3",
        "non-rebreather, , 3",
        "face-tent, , 3",
        "tracheostomy-mask, , 3",
        "t-piece, , 3",
        "partial-rebreather, 2, 3",
        "cpap, , 4",
        "bipap, , 4",
        "ventilator, , 4",
        "other, , 2",
    })
    void aDeviceForHypoxiaGradesByItself(String device, String flow, int crs) {
        String withFlow = flow == null ? "" : ", 'flow': " + flow;

        assertEquals(crs, ADULT.crs(hours(2), FEVER, oxygen(hours(2), device, FOR_HYPOXIA + withFlow)));
        assertEquals(crs, ADULT.crs(hours(2), FEVER, oxygen(hours(2), device, withFlow)));
    }

    @Test
    void whatIsMissingInAnOxygenRecordIsFlagged() {
        assertTrue(oxygenFlags("nasal-cannula", FOR_HYPOXIA).contains("flow-not-charted"));
        assertTrue(oxygenFlags("high-flow-nasal-cannula", ", 'flow': 81").contains("flow-not-charted"));
        assertFalse(oxygenFlags("nasal-cannula", ", 'reason': 'comfort'").contains("flow-not-charted"));
        assertFalse(oxygenFlags("simple-mask", FOR_HYPOXIA).contains("flow-not-charted"));
        assertTrue(oxygenFlags("simple-mask", "").contains("reason-not-charted"));
        assertFalse(oxygenFlags("room-air", "").contains("reason-not-charted"));
        assertTrue(oxygenFlags("t-piece", FOR_HYPOXIA).contains("device-by-analogy"));
        assertTrue(oxygenFlags("other", ", 'deviceName': 'a helmet'").contains("device-not-known"));
    }

    private static Set<String> oxygenFlags(String device, String more) {
        return ADULT.crsFlags(hours(2), FEVER, oxygen(hours(2), device, more));
    }

    @ParameterizedTest
    @CsvSource({
        // SpO2, baseline, CRS
        "90, 97, 1",
        "89.9, 97, 2",
        "89.9, 93, 2",
        "89.9, 92.9, 1",
        "89.8, 92.9, 2",
        "85, 88, 1",
        "84.9, 88, 2",
    })
    void aSaturationIsLowByTheLimitAndTheBaseline(String value, String baseline, int crs) {
        assertEquals(crs, adult("{'spo2': " + baseline + "}").crs(hours(2), FEVER, spo2(hours(2), value)));
    }

    @Test
    void aLowSaturationCountsWhateverTheOxygenIsFor() {
        Case atHome = adult("{'oxygenFlow': 2}");
        ObjectNode low = spo2(hours(2), "84");
        ObjectNode comfort = oxygen(hours(2), "ventilator", ", 'reason': 'comfort'");
        ObjectNode home = oxygen(hours(2), "nasal-cannula", FOR_HYPOXIA + ", 'flow': 2");
        ObjectNode more = oxygen(hours(2), "nasal-cannula", FOR_HYPOXIA + ", 'flow': 2.1");
        ObjectNode air = oxygen(hours(2), "room-air", "");

        assertEquals(2, ADULT.crs(hours(14), FEVER, low, comfort));
        assertEquals(1, ADULT.crs(hours(14).plus(TICK), FEVER, low, comfort));
        assertTrue(ADULT.crsFlags(hours(2), FEVER, low, comfort).contains("hypoxia-despite-oxygen"));
        assertEquals(1, atHome.crs(hours(2), FEVER, home));
        assertEquals(2, atHome.crs(hours(2), FEVER, more));
        assertTrue(atHome.crsFlags(hours(2), FEVER, low, home).contains("hypoxia-despite-oxygen"));
        assertFalse(atHome.crsFlags(hours(2), FEVER, low, home).contains("hypoxia-not-corrected"));
        assertTrue(atHome.crsFlags(hours(2), FEVER, low, more).contains("hypoxia-not-corrected"));
        assertTrue(ADULT.crsFlags(hours(2), FEVER, low, air).contains("hypoxia-on-room-air"));
        assertFalse(ADULT.crsFlags(hours(2), FEVER, low, air).contains("hypoxia-device-not-charted"));
        assertTrue(ADULT.crsFlags(hours(2), FEVER, low).contains("hypoxia-device-not-charted"));
    }

    @Test
    void ofTwoOxygenRecordsOfOneInstantTheHigherCounts() {
        ObjectNode air = oxygen(hours(2), "room-air", "");
        ObjectNode mask = oxygen(hours(2), "face-tent", "");

        assertEquals(3, ADULT.crs(hours(2), FEVER, air, mask));
        assertNull(ADULT.crs(hours(2), cool(hours(1)), air, mask));
    }

    @Test
    void oxygenIsAskedAboutTwelveHoursAfterItsRecord() {
        ObjectNode cannula = oxygen(hours(2), "nasal-cannula", ", 'reason': 'comfort', 'flow': 2");
        ObjectNode air = oxygen(hours(2), "room-air", "");

        assertFalse(ADULT.crsFlags(hours(14).minus(TICK), cannula).contains("confirm-oxygen"));
        assertTrue(ADULT.crsFlags(hours(14), cannula).contains("confirm-oxygen"));
        assertFalse(ADULT.crsFlags(hours(14), air).contains("confirm-oxygen"));
    }

    // One reading alone

    @Test
    void aTwoThatRestsOnOnePressureIsFlaggedUntilARepeat() {
        ObjectNode low = systolic(hours(3), "88");

        assertTrue(single(low));
        assertTrue(single(low, systolic(hours(2).minus(TICK), "88")));
        assertFalse(single(low, systolic(hours(2), "88")));
        assertTrue(single(low, systolic(hours(2), "120")));
        assertTrue(single(low, vitals(hours(3), "'systolic': 87")));
        assertTrue(single(systolic(hours(3), "85")));
        assertFalse(single(systolic(hours(3), "84.9")));
        assertFalse(single(low, bolus(hours(1))));
        assertFalse(single(low, oxygen(hours(1), "nasal-cannula", "")));
        assertFalse(single(low, oxygen(hours(1), "simple-mask", "")));
    }

    @Test
    void aTwoThatRestsOnOneSaturationIsFlaggedUntilARepeat() {
        ObjectNode low = spo2(hours(3), "85");

        assertTrue(single(low));
        assertTrue(single(low, oxygen(hours(1), "room-air", "")));
        assertTrue(single(low, spo2(hours(2).minus(TICK), "80")));
        assertFalse(single(low, spo2(hours(2), "80")));
        assertFalse(single(spo2(hours(3), "84.9")));
        assertFalse(single(low, oxygen(hours(1), "cpap", ", 'reason': 'sleep-apnoea'")));
        assertTrue(single(low, systolic(hours(3), "88")));
        assertFalse(single(low, systolic(hours(3), "84")));
    }

    private static boolean single(ObjectNode... observations) {
        ObjectNode[] all = Arrays.copyOf(observations, observations.length + 1);
        all[observations.length] = FEVER;
        return ADULT.crsFlags(hours(3), all).contains("single-reading");
    }

    // The infusion

    @Test
    void anOnsetIsLateMoreThanFourteenDaysAfterTheNewestInfusionBeforeIt() {
        Duration late = Duration.ofDays(14);

        assertFalse(ADULT.crsFlags(late, fever(late)).contains("late-onset"));
        assertTrue(ADULT.crsFlags(late.plus(TICK), fever(late.plus(TICK))).contains("late-onset"));
        assertFalse(ADULT.infusedAgain(late.plus(TICK))
                .crsFlags(late.plus(TICK), fever(late.plus(TICK)))
                .contains("late-onset"));
        assertTrue(ADULT.infusedAgain(late.plus(TICK).plus(TICK))
                .crsFlags(late.plus(hours(1)), fever(late.plus(TICK)))
                .contains("late-onset"));
    }

    @Test
    void aFeverIsEarlyWithinSixHoursOfTheNewestInfusionBeforeTheOnset() {
        assertTrue(ADULT.crsFlags(hours(7), fever(hours(6))).contains("fever-within-6h-of-infusion"));
        assertFalse(ADULT.crsFlags(hours(7), fever(hours(6).plus(TICK))).contains("fever-within-6h-of-infusion"));
        assertTrue(ADULT.infusedAgain(hours(40))
                .crsFlags(hours(47), fever(hours(46)))
                .contains("fever-within-6h-of-infusion"));
        assertFalse(ADULT.infusedAgain(hours(40))
                .crsFlags(hours(47), fever(hours(39)), fever(hours(41)))
                .contains("fever-within-6h-of-infusion"));
    }

    @Test
    void aTemperatureIsUsableForADayAlsoWhenItIsAttributed() {
        ObjectNode attributed = attribution(hours(1), "fever", hours(1));

        assertEquals(0, ADULT.crs(hours(25), FEVER, attributed));
        assertNull(ADULT.crs(hours(25).plus(TICK), FEVER, attributed));
        assertTrue(ADULT.crsFlags(hours(25).plus(TICK), FEVER).contains("temperature-stale"));
        assertNull(ADULT.crs(minutes(61), vitals(hours(1), "'temperature': 45.1")));
    }

    /// By hours.
    private static Course course(
            boolean open, int onset, boolean treated, String openedBy, Integer endsAt, Integer closedAt) {
        return new Course(
                open,
                INFUSED_AT.plus(hours(onset)),
                treated,
                openedBy,
                endsAt == null ? null : INFUSED_AT.plus(hours(endsAt)),
                closedAt == null ? null : INFUSED_AT.plus(hours(closedAt)));
    }
}
