package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OracleGrade.Peak;
import health.vigil.oracle.OraclePatient.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.oracle.Case.ADULT;
import static health.vigil.oracle.Case.INFUSED_AT;
import static health.vigil.oracle.Case.TICK;
import static health.vigil.oracle.Case.at;
import static health.vigil.oracle.Case.attribution;
import static health.vigil.oracle.Case.bolus;
import static health.vigil.oracle.Case.check;
import static health.vigil.oracle.Case.cool;
import static health.vigil.oracle.Case.drug;
import static health.vigil.oracle.Case.fever;
import static health.vigil.oracle.Case.finding;
import static health.vigil.oracle.Case.hours;
import static health.vigil.oracle.Case.json;
import static health.vigil.oracle.Case.minutes;
import static health.vigil.oracle.Case.oxygen;
import static health.vigil.oracle.Case.pressor;
import static health.vigil.oracle.Case.seizure;
import static health.vigil.oracle.Case.spo2;
import static health.vigil.oracle.Case.systolic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The edges of time, knowledge, attribution and peak that no worked case touches, each worked out by hand.
class NaiveGradingEdgesTest {

    private static final ObjectNode FEVER = fever(hours(1));

    @Test
    void nothingIsKnownBeforeTheInfusion() {
        assertEquals(OracleGrade.BEFORE_INFUSION, ADULT.grade(Duration.ZERO.minus(TICK), FEVER));
    }

    @Test
    void anOxygenRecordFromBeforeTheInfusionStandsUntilTheNext() {
        ObjectNode older = oxygen(hours(-5), "ventilator", ", 'reason': 'hypoxia'");
        ObjectNode mask = oxygen(hours(-2), "simple-mask", ", 'reason': 'hypoxia'");
        ObjectNode air = oxygen(hours(3), "room-air", "");

        assertEquals(3, ADULT.crs(hours(2), FEVER, older, mask, air));
        assertEquals(1, ADULT.crs(hours(3), FEVER, older, mask, air));
    }

    @Test
    void aVasopressorFromBeforeTheInfusionRunsOnlyIfItRunsAtIt() {
        ObjectNode start = pressor(hours(-4), "norepinephrine", "started");
        ObjectNode stop = pressor(hours(-1), "norepinephrine", "stopped");

        assertEquals(3, ADULT.crs(hours(1), FEVER, start));
        assertEquals(1, ADULT.crs(hours(1), FEVER, start, stop));
    }

    @Test
    void vasopressorsFromBeforeTheInfusionHaveOverlappedByIt() {
        ObjectNode first = pressor(minutes(-31), "norepinephrine", "started");
        ObjectNode second = pressor(minutes(-30), "epinephrine", "started");
        ObjectNode feverAtOnce = fever(Duration.ZERO);

        assertEquals(4, ADULT.crs(Duration.ZERO, feverAtOnce, first, second));
    }

    @Test
    void aFindingFromBeforeTheInfusionStandsAndAReadingDoesNot() {
        assertEquals(4, ADULT.icans(hours(1), finding(hours(-9), "papilloedema", true)));
        assertNull(ADULT.icans(hours(1), check(hours(-1), "'ice': 3")));
        assertNull(ADULT.icans(hours(1), seizure(hours(-1), false, "")));
        assertNull(ADULT.crs(hours(1), cool(hours(-1))));
        assertEquals(1, ADULT.crs(hours(1), FEVER, systolic(hours(-1), "60"), spo2(hours(-1), "60")));
        assertEquals(1, ADULT.crs(hours(1), FEVER, bolus(hours(-1))));
    }

    @Test
    void aDrugFromBeforeTheInfusionWaivesNothing() {
        assertEquals(
                0, ADULT.crs(hours(26), FEVER, cool(hours(26)), systolic(hours(26), "80"), drug(hours(-1), "aspirin")));
    }

    @Test
    void aReadingMoreThanTwoMinutesAheadOfItsReceiptTakesNoPart() {
        Instant read = INFUSED_AT.plus(hours(1));
        ObjectNode tolerated =
                FEVER.deepCopy().put("receivedAt", read.minusSeconds(120).toString());
        ObjectNode refused = FEVER.deepCopy()
                .put("receivedAt", read.minusSeconds(120).minus(TICK).toString());

        assertEquals(1, ADULT.crs(hours(2), tolerated));
        assertNull(ADULT.crs(hours(2), refused));
    }

    @Test
    void aRetractionThatARetractionNamesStillWithdraws() {
        ObjectNode retraction = at(hours(2), "retraction", "'observationId': '" + id(FEVER) + "'");
        ObjectNode ofTheRetraction = at(hours(3), "retraction", "'observationId': '" + id(retraction) + "'");

        assertNull(ADULT.crs(hours(4), FEVER, retraction, ofTheRetraction));
    }

    @Test
    void aFeverReadInsideAnAttributionNeverCounts() {
        assertEquals(0, ADULT.crs(hours(3), FEVER, attribution(hours(1), "fever", hours(1), hours(2))));
    }

    @Test
    void aFeverReadBeforeAnAttributionKeepsItsWindow() {
        ObjectNode attribution = attribution(hours(1), "fever", hours(1).plus(TICK), hours(2));

        assertEquals(1, ADULT.crs(hours(1).plusMinutes(30), FEVER, attribution));
    }

    @Test
    void anAttributionEndsAtItsUntil() {
        ObjectNode low = systolic(hours(2), "80");
        ObjectNode attribution = attribution(hours(0), "hypotension", hours(0), hours(5));

        assertEquals(1, ADULT.crs(hours(5).minus(TICK), FEVER, low, attribution));
        assertEquals(2, ADULT.crs(hours(5), FEVER, low, attribution));
    }

    @Test
    void anAttributionOfHypotensionEndsADayAfterItsSignatureHoweverLateItBegan() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode fever = fever(hours(20));
        ObjectNode attribution = attribution(hours(3), "hypotension", hours(10), hours(60));

        assertEquals(3, ADULT.crs(hours(9), FEVER, fever, start, attribution));
        assertEquals(1, ADULT.crs(hours(27).minus(TICK), FEVER, fever, start, attribution));
        assertEquals(3, ADULT.crs(hours(27), FEVER, fever, start, attribution));
        assertTrue(ADULT.crsFlags(hours(27), FEVER, fever, start, attribution).contains("attribution-ended"));
    }

    @Test
    void anAttributionIsRenewedByAnotherSignature() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode fever = fever(hours(20));
        ObjectNode attribution = attribution(hours(3), "hypotension", hours(2));
        ObjectNode renewal = attribution(hours(26), "hypotension", hours(26));

        assertEquals(1, ADULT.crs(hours(30), fever, start, attribution, renewal));
        assertFalse(
                ADULT.crsFlags(hours(30), fever, start, attribution, renewal).contains("attribution-ended"));
    }

    @Test
    void anAttributionOfAScoreHasNoLimit() {
        ObjectNode check = check(hours(40), "'ice': 2");

        assertEquals(0, ADULT.icans(hours(40), check, attribution(hours(1), "ice", hours(1))));
    }

    @Test
    void aCorrectedBaselineHoldsFromTheInfusionOnceItIsKnown() {
        ObjectNode pressure = systolic(hours(2), "88");
        Baseline first = new Baseline(json("{'systolic': 120}"), INFUSED_AT);
        Baseline corrected = new Baseline(json("{'systolic': 90}"), INFUSED_AT.plus(hours(9)));
        OraclePatient patient =
                new OraclePatient(ADULT.patient().birthDate(), INFUSED_AT, ZoneOffset.UTC, List.of(first, corrected));
        Instant at = INFUSED_AT.plus(hours(3));

        assertEquals(
                2, NaiveGrading.grade(patient, List.of(FEVER, pressure), at, at).crs());
        assertEquals(
                1,
                NaiveGrading.grade(patient, List.of(FEVER, pressure), at, corrected.receivedAt())
                        .crs());
    }

    @Test
    void aPeakIsTheFirstInstantOfTheHighestGrade() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(4), "epinephrine", "started");

        assertEquals(
                new Peak(4, INFUSED_AT.plus(hours(4).plusMinutes(30))),
                ADULT.grade(hours(9), FEVER, first, second).crsPeak());
    }

    @Test
    void aPeakThatIsReachedOnceATimeHasPassedIsReachedAMicrosecondLater() {
        ObjectNode running = seizure(hours(2), false, "");

        assertEquals(
                new Peak(4, INFUSED_AT.plus(hours(2).plusMinutes(5).plus(TICK))),
                ADULT.grade(hours(9), running).icansPeak());
        assertEquals(
                new Peak(3, INFUSED_AT.plus(hours(2))),
                ADULT.grade(hours(2).plusMinutes(5), running).icansPeak());
    }

    @Test
    void aGradeThatBecomesKnownWhenABolusNoLongerCountsIsAPeakAMicrosecondLater() {
        OracleGrade grade = ADULT.grade(hours(9), bolus(hours(1)), cool(hours(2)));

        assertEquals(0, grade.crs());
        assertEquals(new Peak(0, INFUSED_AT.plus(hours(7).plus(TICK))), grade.crsPeak());
        assertNull(ADULT.grade(hours(7), bolus(hours(1)), cool(hours(2))).crsPeak());
    }

    private static String id(ObjectNode observation) {
        return observation.get("id").textValue();
    }
}
