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
import static org.assertj.core.api.Assertions.assertThat;

/// The edges of the CRS rules that no worked case touches, each worked out by hand.
class NaiveCrsEdgesTest {

    private static final ObjectNode FEVER = fever(hours(1));
    private static final ObjectNode TOCILIZUMAB = drug(hours(2), "tocilizumab");
    private static final String FOR_HYPOXIA = ", 'reason': 'hypoxia'";

    // The course

    @Test
    void anUntreatedCourseEndsAfterTwentyFourHoursWithoutAComponentAndNotAtThem() {
        Duration end = hours(1 + 24 + 24);

        assertThat(ADULT.grade(end, FEVER).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(1)));
        assertThat(ADULT.grade(end.plus(TICK), FEVER).crsOnset()).isNull();
    }

    @Test
    void aTreatedCourseEndsAfterSeventyTwo() {
        Duration end = hours(1 + 24 + 72);

        assertThat(ADULT.grade(end, FEVER, TOCILIZUMAB).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(1)));
        assertThat(ADULT.grade(end.plus(TICK), FEVER, TOCILIZUMAB).crsOnset()).isNull();
    }

    @Test
    void aDrugGivenInTheLastInstantOfACourseLengthensItAndOneGivenLaterDoesNot() {
        Duration end = hours(1 + 24 + 24);

        assertThat(ADULT.grade(hours(60), FEVER, drug(end, "prednisolone")).crsOnset())
                .isEqualTo(INFUSED_AT.plus(hours(1)));
        assertThat(ADULT.grade(hours(60), FEVER, drug(end.plus(TICK), "prednisolone"))
                        .crsOnset())
                .isNull();
    }

    @Test
    void aReplacementNeitherLengthensACourseNorWaivesFever() {
        ObjectNode replacement = at(hours(2), "medication", "'drug': 'hydrocortisone', 'indication': 'replacement'");
        ObjectNode antiemetic = at(hours(2), "medication", "'drug': 'dexamethasone', 'indication': 'antiemetic'");
        ObjectNode low = systolic(hours(30), "80");

        assertThat(ADULT.grade(hours(49).plus(TICK), FEVER, replacement).crsOnset())
                .isNull();
        assertThat(ADULT.crs(hours(30), FEVER, cool(hours(30)), low, replacement))
                .isEqualTo(0);
        assertThat(ADULT.crs(hours(30), FEVER, cool(hours(30)), low, antiemetic))
                .isEqualTo(2);
    }

    @Test
    void anAntipyreticWaivesFeverWithinItsWindowAndDoesNotLengthenTheCourse() {
        ObjectNode given = drug(hours(20), "diclofenac");
        ObjectNode low = systolic(hours(30), "80");

        assertThat(ADULT.crs(hours(32), FEVER, cool(hours(30)), low, given)).isEqualTo(2);
        assertThat(ADULT.crs(hours(32).plus(TICK), FEVER, cool(hours(30)), low, given))
                .isEqualTo(0);
        assertThat(ADULT.grade(hours(33), FEVER, low, given).crsCourse().endsAt())
                .isEqualTo(INFUSED_AT.plus(hours(32 + 24)));
    }

    @Test
    void aStoppedVasopressorWasPresentUpToItsStop() {
        ObjectNode start = pressor(hours(3), "norepinephrine", "started");
        ObjectNode stop = pressor(hours(40), "norepinephrine", "stopped");
        Duration end = hours(40 + 72);

        assertThat(ADULT.grade(end, FEVER, TOCILIZUMAB, start, stop).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(1)));
        assertThat(ADULT.grade(end.plus(TICK), FEVER, TOCILIZUMAB, start, stop).crsOnset())
                .isNull();
    }

    @Test
    void whatTheGateKeepsOutIsAbsent() {
        ObjectNode start = pressor(hours(30), "norepinephrine", "started");

        assertThat(ADULT.grade(hours(49), FEVER, start).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(1)));
        assertThat(ADULT.grade(hours(49).plus(TICK), FEVER, start).crsOnset()).isNull();
    }

    @Test
    void aCourseTellsWhenItWillEndByItselfWhileNothingCountsAndWhenItDid() {
        ObjectNode again = fever(hours(80));

        assertThat(ADULT.grade(hours(25), FEVER).crsCourse()).isEqualTo(course(true, 1, false, null, null, null));
        assertThat(ADULT.grade(hours(25).plus(TICK), FEVER).crsCourse())
                .isEqualTo(course(true, 1, false, null, 49, null));
        assertThat(ADULT.grade(hours(70), FEVER).crsCourse()).isEqualTo(course(false, 1, false, null, null, 49));
        assertThat(ADULT.grade(hours(81), FEVER, again).crsCourse())
                .isEqualTo(course(true, 80, false, null, null, null));
        assertThat(ADULT.grade(hours(3), cool(hours(1))).crsCourse()).isNull();
    }

    @Test
    void aPhysicianOpensACourseThatLastsWithoutAComponentForTheResolutionTime() {
        ObjectNode opened = physician(hours(5), "opened");

        assertThat(ADULT.grade(hours(29), opened).crsCourse()).isEqualTo(course(true, 5, false, "physician", 29, null));
        assertThat(ADULT.grade(hours(29).plus(TICK), opened).crsCourse())
                .isEqualTo(course(false, 5, false, "physician", null, 29));
    }

    @Test
    void aPhysicianOpensTheGateOfACourseThatIsActiveAndItsOnsetStays() {
        ObjectNode low = systolic(hours(30), "80");
        ObjectNode opened = physician(hours(31), "opened");

        assertThat(ADULT.crs(hours(31).minus(TICK), FEVER, cool(hours(30)), low, opened))
                .isEqualTo(0);
        assertThat(ADULT.crs(hours(31), FEVER, cool(hours(30)), low, opened)).isEqualTo(2);
        assertThat(ADULT.grade(hours(31), FEVER, low, opened).crsCourse())
                .isEqualTo(course(true, 1, false, "physician", null, null));
    }

    @Test
    void theGateAPhysicianOpenedIsThatOfTheCourse() {
        ObjectNode opened = physician(hours(5), "opened");
        ObjectNode low = systolic(hours(30), "80");

        assertThat(ADULT.crs(hours(30), cool(hours(30)), opened, low)).isEqualTo(0);
        assertThat(ADULT.crsFlags(hours(30), cool(hours(30)), opened, low)).contains("possible-masked-crs");
    }

    @Test
    void aPhysicianClosesACourseAndFeverReadingsBeforeItNoLongerCount() {
        ObjectNode closed = physician(hours(2), "closed");
        ObjectNode again = fever(hours(3));

        assertThat(ADULT.crs(hours(2).minus(TICK), FEVER, closed)).isEqualTo(1);
        assertThat(ADULT.crs(hours(2), FEVER, closed)).isEqualTo(0);
        assertThat(ADULT.grade(hours(2), FEVER, closed).crsCourse()).isEqualTo(course(false, 1, false, null, null, 2));
        assertThat(ADULT.grade(hours(3), FEVER, closed, again).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(3)));
        assertThat(ADULT.grade(hours(51).plus(TICK), FEVER, closed, again).crsOnset())
                .isNull();
    }

    @Test
    void atOneInstantACourseIsClosedBeforeAFeverStartsTheNext() {
        ObjectNode closed = physician(hours(2), "closed");
        ObjectNode opened = physician(hours(2), "opened");

        assertThat(ADULT.grade(hours(2), FEVER, fever(hours(2)), closed).crsCourse())
                .isEqualTo(course(true, 2, false, null, null, null));
        assertThat(ADULT.grade(hours(2), FEVER, opened, closed).crsCourse())
                .isEqualTo(course(true, 2, false, "physician", 26, null));
        assertThat(ADULT.grade(hours(2), FEVER, fever(hours(2)), opened, closed).crsCourse())
                .isEqualTo(course(true, 2, false, "physician", null, null));
    }

    @Test
    void aCourseThatHasEndedTellsHowItWasTreatedToTheLast() {
        ObjectNode closed = physician(hours(4), "closed");

        assertThat(ADULT.grade(hours(200), FEVER, TOCILIZUMAB, closed).crsCourse())
                .isEqualTo(course(false, 1, true, null, null, 4));
        assertThat(ADULT.grade(hours(5), FEVER, closed, drug(hours(5), "siltuximab"))
                        .crsCourse())
                .isEqualTo(course(false, 1, false, null, null, 4));
    }

    // The gate

    @Test
    void treatedHypotensionWithoutFeverIsNotKnownUnlessAttributed() {
        ObjectNode start = pressor(hours(2), "vasopressin", "started");
        ObjectNode attributed = attribution(hours(2), "hypotension", hours(2));

        assertThat(ADULT.crs(hours(2), cool(hours(1)), start)).isNull();
        assertThat(ADULT.crs(hours(2), cool(hours(1)), start, attributed)).isEqualTo(0);
        assertThat(ADULT.crsFlags(hours(2), cool(hours(1)), start)).contains("possible-masked-crs");
        assertThat(ADULT.crsFlags(hours(2), cool(hours(1)), start, attributed)).doesNotContain("possible-masked-crs");
    }

    @Test
    void aBolusWithoutFeverIsNotKnownWithinItsWindow() {
        assertThat(ADULT.crs(hours(8), cool(hours(1)), bolus(hours(2)))).isNull();
        assertThat(ADULT.crs(hours(8).plus(TICK), cool(hours(1)), bolus(hours(2))))
                .isEqualTo(0);
    }

    @Test
    void oxygenForHypoxiaWithoutFeverIsNotKnownAndForAnotherReasonIs() {
        Case atHome = adult("{'oxygenFlow': 2}");
        ObjectNode attributed = attribution(hours(2), "hypoxia", hours(2));
        ObjectNode cannula = oxygen(hours(2), "nasal-cannula", ", 'flow': 2");

        assertThat(ADULT.crs(hours(2), cool(hours(1)), cannula)).isNull();
        assertThat(ADULT.crs(hours(2), cool(hours(1)), cannula, attributed)).isEqualTo(0);
        assertThat(ADULT.crs(hours(2), cool(hours(1)), oxygen(hours(2), "cpap", ", 'reason': 'sleep-apnoea'")))
                .isEqualTo(0);
        assertThat(ADULT.crs(hours(2), cool(hours(1)), oxygen(hours(2), "room-air", FOR_HYPOXIA)))
                .isEqualTo(0);
        assertThat(atHome.crs(hours(2), cool(hours(1)), cannula)).isEqualTo(0);
    }

    @Test
    void lowReadingsAloneWithoutFeverAreZeroAndFlagged() {
        assertThat(ADULT.crs(hours(2), cool(hours(1)), spo2(hours(2), "80"))).isEqualTo(0);
        assertThat(ADULT.crsFlags(hours(2), cool(hours(1)), spo2(hours(2), "80")))
                .contains("possible-masked-crs");
        assertThat(ADULT.crs(hours(2), spo2(hours(2), "80"))).isNull();
    }

    // Vasopressors

    @Test
    void twoVasopressorsAreMultipleOnceTheyRanThirtyMinutesTogether() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(4), "ephedrine", "started");
        Duration overlapped = hours(4).plusMinutes(30);

        assertThat(ADULT.crs(overlapped.minus(TICK), FEVER, first, second)).isEqualTo(3);
        assertThat(ADULT.crs(overlapped, FEVER, first, second)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vasopressin", "terlipressin", "other"})
    void someNeverCountTowardsMultipleAndAloneAreThree(String agent) {
        ObjectNode it = pressor(hours(3), agent, "started", ", 'agentName': 'cafedrine'");
        ObjectNode norepinephrine = pressor(hours(3), "norepinephrine", "started");
        boolean known = !agent.equals("other");

        assertThat(ADULT.crs(hours(5), FEVER, it)).isEqualTo(3);
        assertThat(ADULT.crs(hours(5), FEVER, it, norepinephrine)).isEqualTo(3);
        assertThat(ADULT.crsFlags(hours(5), FEVER, it).contains("vasopressin-only"))
                .isEqualTo(known);
        assertThat(ADULT.crsFlags(hours(5), FEVER, it).contains("agent-not-known"))
                .isEqualTo(!known);
        assertThat(ADULT.crsFlags(hours(5), FEVER, it, norepinephrine)).doesNotContain("vasopressin-only");
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

        assertThat(ADULT.crs(hours(20), FEVER, it)).isEqualTo(1);
        assertThat(ADULT.crsFlags(hours(20), FEVER, it)).contains(flag);
        assertThat(ADULT.crsFlags(hours(20), FEVER, it)).doesNotContain("confirm-vasopressor");
    }

    @Test
    void aStopAndStartAtOneInstantBreakNothing() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(3), "epinephrine", "started");
        ObjectNode stop = pressor(hours(5), "norepinephrine", "stopped");
        ObjectNode start = pressor(hours(5), "norepinephrine", "started");
        ObjectNode later = pressor(hours(5).plus(TICK), "norepinephrine", "started");

        assertThat(ADULT.crs(hours(5), FEVER, first, second, stop, start)).isEqualTo(4);
        assertThat(ADULT.crs(hours(6), FEVER, first, second, stop, start)).isEqualTo(4);
        assertThat(ADULT.crs(hours(5).plusMinutes(30), FEVER, first, second, stop, later))
                .isEqualTo(3);
    }

    @Test
    void aStopOfNoneIsForgotten() {
        ObjectNode stop = pressor(hours(2), "norepinephrine", "stopped");
        ObjectNode start = pressor(hours(3), "norepinephrine", "started");

        assertThat(ADULT.crs(hours(3), FEVER, stop, start)).isEqualTo(3);
    }

    @Test
    void anInfusionIsNamedByItsIdElseByItsDeviceElseByNothing() {
        ObjectNode byId = pressor(hours(2), "norepinephrine", "started", ", 'infusionId': 'a', 'deviceId': 'b'");
        ObjectNode byDevice = pressor(hours(2), "norepinephrine", "started", ", 'deviceId': 'b'");
        ObjectNode stopOfDevice = pressor(hours(3), "norepinephrine", "stopped", ", 'deviceId': 'b'");
        ObjectNode stopOfNone = pressor(hours(3), "norepinephrine", "stopped");
        ObjectNode stopOfAnotherDrug = pressor(hours(3), "epinephrine", "stopped", ", 'infusionId': 'a'");

        assertThat(ADULT.crs(hours(3), FEVER, byId, stopOfDevice)).isEqualTo(3);
        assertThat(ADULT.crs(hours(3), FEVER, byDevice, stopOfDevice)).isEqualTo(1);
        assertThat(ADULT.crs(hours(3), FEVER, byDevice, stopOfNone)).isEqualTo(3);
        assertThat(ADULT.crs(hours(3), FEVER, byId, stopOfAnotherDrug)).isEqualTo(3);
    }

    @Test
    void aChangeSaysThatItRunsAndARateOfZeroThatItDoesNot() {
        ObjectNode changed = pressor(hours(2), "norepinephrine", "changed", ", 'rate': 4");
        ObjectNode toNothing = pressor(hours(3), "norepinephrine", "changed", ", 'rate': 0.0");
        ObjectNode again = pressor(hours(4), "norepinephrine", "changed", ", 'rate': 0.01");
        ObjectNode stop = pressor(hours(5), "norepinephrine", "stopped");
        ObjectNode startAtNothing = pressor(hours(6), "norepinephrine", "started", ", 'rate': 0");

        assertThat(ADULT.crs(hours(2), FEVER, changed, toNothing, again, stop, startAtNothing))
                .isEqualTo(3);
        assertThat(ADULT.crs(hours(3), FEVER, changed, toNothing, again, stop, startAtNothing))
                .isEqualTo(1);
        assertThat(ADULT.crs(hours(4), FEVER, changed, toNothing, again, stop, startAtNothing))
                .isEqualTo(3);
        assertThat(ADULT.crs(hours(5), FEVER, changed, toNothing, again, stop, startAtNothing))
                .isEqualTo(1);
        assertThat(ADULT.crs(hours(6), FEVER, changed, toNothing, again, stop, startAtNothing))
                .isEqualTo(1);
    }

    @Test
    void aChangeOfWhatRunsAddsNone() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode changed = pressor(hours(2), "norepinephrine", "changed");
        ObjectNode paused = pressor(hours(4), "norepinephrine", "paused");

        assertThat(ADULT.crs(hours(4), FEVER, start, changed, paused)).isEqualTo(1);
    }

    @Test
    void aVasopressorIsAskedAboutTwelveHoursAfterTheLastRecordOfItsInfusion() {
        ObjectNode first = pressor(hours(2), "norepinephrine", "started", ", 'infusionId': 'a'");
        ObjectNode second = pressor(hours(10), "norepinephrine", "started", ", 'infusionId': 'b'");
        ObjectNode changed = pressor(hours(13), "norepinephrine", "changed", ", 'infusionId': 'a', 'rate': 2");

        assertThat(ADULT.crsFlags(hours(14).minus(TICK), FEVER, first, second)).doesNotContain("confirm-vasopressor");
        assertThat(ADULT.crsFlags(hours(14), FEVER, first, second)).contains("confirm-vasopressor");
        assertThat(ADULT.crsFlags(hours(14), FEVER, first, second, changed)).doesNotContain("confirm-vasopressor");
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

        assertThat(adult.crs(hours(2), FEVER, vitals(hours(2), "'systolic': " + systolic + withMean)))
                .isEqualTo(crs);
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

        assertThat(patient.crs(hours(2), FEVER, systolic(hours(2), systolic))).isEqualTo(crs);
    }

    @Test
    void aMeanPressureIsNoReadingOfAChild() {
        ObjectNode mean = vitals(hours(3), "'meanArterialPressure': 40");

        assertThat(aged(18, "{}").crs(hours(3), FEVER, systolic(hours(2), "120"), mean))
                .isEqualTo(2);
        assertThat(aged(17, "{}").crs(hours(3), FEVER, systolic(hours(2), "120"), mean))
                .isEqualTo(1);
        assertThat(aged(17, "{}").crs(hours(3), FEVER, systolic(hours(2), "60"), mean))
                .isEqualTo(2);
    }

    @Test
    void aPressureAndABolusCountWithinTheirWindows() {
        ObjectNode low = systolic(hours(2), "80");

        assertThat(ADULT.crs(hours(14), FEVER, low)).isEqualTo(2);
        assertThat(ADULT.crs(hours(14).plus(TICK), FEVER, low)).isEqualTo(1);
        assertThat(ADULT.crs(hours(8), FEVER, bolus(hours(2)))).isEqualTo(2);
        assertThat(ADULT.crs(hours(8).plus(TICK), FEVER, bolus(hours(2)))).isEqualTo(1);
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

        assertThat(ADULT.crs(hours(2), FEVER, oxygen(hours(2), device, FOR_HYPOXIA + withFlow)))
                .isEqualTo(crs);
        assertThat(ADULT.crs(hours(2), FEVER, oxygen(hours(2), device, withFlow)))
                .isEqualTo(crs);
    }

    @Test
    void whatIsMissingInAnOxygenRecordIsFlagged() {
        assertThat(oxygenFlags("nasal-cannula", FOR_HYPOXIA)).contains("flow-not-charted");
        assertThat(oxygenFlags("high-flow-nasal-cannula", ", 'flow': 81")).contains("flow-not-charted");
        assertThat(oxygenFlags("nasal-cannula", ", 'reason': 'comfort'")).doesNotContain("flow-not-charted");
        assertThat(oxygenFlags("simple-mask", FOR_HYPOXIA)).doesNotContain("flow-not-charted");
        assertThat(oxygenFlags("simple-mask", "")).contains("reason-not-charted");
        assertThat(oxygenFlags("room-air", "")).doesNotContain("reason-not-charted");
        assertThat(oxygenFlags("t-piece", FOR_HYPOXIA)).contains("device-by-analogy");
        assertThat(oxygenFlags("other", ", 'deviceName': 'a helmet'")).contains("device-not-known");
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
        assertThat(adult("{'spo2': " + baseline + "}").crs(hours(2), FEVER, spo2(hours(2), value)))
                .isEqualTo(crs);
    }

    @Test
    void aLowSaturationCountsWhateverTheOxygenIsFor() {
        Case atHome = adult("{'oxygenFlow': 2}");
        ObjectNode low = spo2(hours(2), "84");
        ObjectNode comfort = oxygen(hours(2), "ventilator", ", 'reason': 'comfort'");
        ObjectNode home = oxygen(hours(2), "nasal-cannula", FOR_HYPOXIA + ", 'flow': 2");
        ObjectNode more = oxygen(hours(2), "nasal-cannula", FOR_HYPOXIA + ", 'flow': 2.1");
        ObjectNode air = oxygen(hours(2), "room-air", "");

        assertThat(ADULT.crs(hours(14), FEVER, low, comfort)).isEqualTo(2);
        assertThat(ADULT.crs(hours(14).plus(TICK), FEVER, low, comfort)).isEqualTo(1);
        assertThat(ADULT.crsFlags(hours(2), FEVER, low, comfort)).contains("hypoxia-despite-oxygen");
        assertThat(atHome.crs(hours(2), FEVER, home)).isEqualTo(1);
        assertThat(atHome.crs(hours(2), FEVER, more)).isEqualTo(2);
        assertThat(atHome.crsFlags(hours(2), FEVER, low, home)).contains("hypoxia-despite-oxygen");
        assertThat(atHome.crsFlags(hours(2), FEVER, low, home)).doesNotContain("hypoxia-not-corrected");
        assertThat(atHome.crsFlags(hours(2), FEVER, low, more)).contains("hypoxia-not-corrected");
        assertThat(ADULT.crsFlags(hours(2), FEVER, low, air)).contains("hypoxia-on-room-air");
        assertThat(ADULT.crsFlags(hours(2), FEVER, low, air)).doesNotContain("hypoxia-device-not-charted");
        assertThat(ADULT.crsFlags(hours(2), FEVER, low)).contains("hypoxia-device-not-charted");
    }

    @Test
    void ofTwoOxygenRecordsOfOneInstantTheHigherCounts() {
        ObjectNode air = oxygen(hours(2), "room-air", "");
        ObjectNode mask = oxygen(hours(2), "face-tent", "");

        assertThat(ADULT.crs(hours(2), FEVER, air, mask)).isEqualTo(3);
        assertThat(ADULT.crs(hours(2), cool(hours(1)), air, mask)).isNull();
    }

    @Test
    void oxygenIsAskedAboutTwelveHoursAfterItsRecord() {
        ObjectNode cannula = oxygen(hours(2), "nasal-cannula", ", 'reason': 'comfort', 'flow': 2");
        ObjectNode air = oxygen(hours(2), "room-air", "");

        assertThat(ADULT.crsFlags(hours(14).minus(TICK), cannula)).doesNotContain("confirm-oxygen");
        assertThat(ADULT.crsFlags(hours(14), cannula)).contains("confirm-oxygen");
        assertThat(ADULT.crsFlags(hours(14), air)).doesNotContain("confirm-oxygen");
    }

    // One reading alone

    @Test
    void aTwoThatRestsOnOnePressureIsFlaggedUntilARepeat() {
        ObjectNode low = systolic(hours(3), "88");

        assertThat(single(low)).isTrue();
        assertThat(single(low, systolic(hours(2).minus(TICK), "88"))).isTrue();
        assertThat(single(low, systolic(hours(2), "88"))).isFalse();
        assertThat(single(low, systolic(hours(2), "120"))).isTrue();
        assertThat(single(low, vitals(hours(3), "'systolic': 87"))).isTrue();
        assertThat(single(systolic(hours(3), "85"))).isTrue();
        assertThat(single(systolic(hours(3), "84.9"))).isFalse();
        assertThat(single(low, bolus(hours(1)))).isFalse();
        assertThat(single(low, oxygen(hours(1), "nasal-cannula", ""))).isFalse();
        assertThat(single(low, oxygen(hours(1), "simple-mask", ""))).isFalse();
    }

    @Test
    void aTwoThatRestsOnOneSaturationIsFlaggedUntilARepeat() {
        ObjectNode low = spo2(hours(3), "85");

        assertThat(single(low)).isTrue();
        assertThat(single(low, oxygen(hours(1), "room-air", ""))).isTrue();
        assertThat(single(low, spo2(hours(2).minus(TICK), "80"))).isTrue();
        assertThat(single(low, spo2(hours(2), "80"))).isFalse();
        assertThat(single(spo2(hours(3), "84.9"))).isFalse();
        assertThat(single(low, oxygen(hours(1), "cpap", ", 'reason': 'sleep-apnoea'")))
                .isFalse();
        assertThat(single(low, systolic(hours(3), "88"))).isTrue();
        assertThat(single(low, systolic(hours(3), "84"))).isFalse();
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

        assertThat(ADULT.crsFlags(late, fever(late))).doesNotContain("late-onset");
        assertThat(ADULT.crsFlags(late.plus(TICK), fever(late.plus(TICK)))).contains("late-onset");
        assertThat(ADULT.infusedAgain(late.plus(TICK)).crsFlags(late.plus(TICK), fever(late.plus(TICK))))
                .doesNotContain("late-onset");
        assertThat(ADULT.infusedAgain(late.plus(TICK).plus(TICK)).crsFlags(late.plus(hours(1)), fever(late.plus(TICK))))
                .contains("late-onset");
    }

    @Test
    void aFeverIsEarlyWithinSixHoursOfTheNewestInfusionBeforeTheOnset() {
        assertThat(ADULT.crsFlags(hours(7), fever(hours(6)))).contains("fever-within-6h-of-infusion");
        assertThat(ADULT.crsFlags(hours(7), fever(hours(6).plus(TICK)))).doesNotContain("fever-within-6h-of-infusion");
        assertThat(ADULT.infusedAgain(hours(40)).crsFlags(hours(47), fever(hours(46))))
                .contains("fever-within-6h-of-infusion");
        assertThat(ADULT.infusedAgain(hours(40)).crsFlags(hours(47), fever(hours(39)), fever(hours(41))))
                .doesNotContain("fever-within-6h-of-infusion");
    }

    @Test
    void aTemperatureIsUsableForADayAlsoWhenItIsAttributed() {
        ObjectNode attributed = attribution(hours(1), "fever", hours(1));

        assertThat(ADULT.crs(hours(25), FEVER, attributed)).isEqualTo(0);
        assertThat(ADULT.crs(hours(25).plus(TICK), FEVER, attributed)).isNull();
        assertThat(ADULT.crsFlags(hours(25).plus(TICK), FEVER)).contains("temperature-stale");
        assertThat(ADULT.crs(minutes(61), vitals(hours(1), "'temperature': 45.1")))
                .isNull();
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
