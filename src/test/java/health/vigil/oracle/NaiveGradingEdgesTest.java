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
import static org.assertj.core.api.Assertions.assertThat;

/// The edges of time, knowledge, attribution and peak that no worked case touches, each worked out by hand.
class NaiveGradingEdgesTest {

    private static final ObjectNode FEVER = fever(hours(1));

    @Test
    void nothingIsKnownBeforeTheInfusion() {
        assertThat(ADULT.grade(Duration.ZERO.minus(TICK), FEVER)).isEqualTo(OracleGrade.BEFORE_INFUSION);
    }

    @Test
    void anOxygenRecordFromBeforeTheInfusionStandsUntilTheNext() {
        ObjectNode older = oxygen(hours(-5), "ventilator", ", 'reason': 'hypoxia'");
        ObjectNode mask = oxygen(hours(-2), "simple-mask", ", 'reason': 'hypoxia'");
        ObjectNode air = oxygen(hours(3), "room-air", "");

        assertThat(ADULT.crs(hours(2), FEVER, older, mask, air)).isEqualTo(3);
        assertThat(ADULT.crs(hours(3), FEVER, older, mask, air)).isEqualTo(1);
    }

    @Test
    void aVasopressorFromBeforeTheInfusionRunsOnlyIfItRunsAtIt() {
        ObjectNode start = pressor(hours(-4), "norepinephrine", "started");
        ObjectNode stop = pressor(hours(-1), "norepinephrine", "stopped");

        assertThat(ADULT.crs(hours(1), FEVER, start)).isEqualTo(3);
        assertThat(ADULT.crs(hours(1), FEVER, start, stop)).isEqualTo(1);
    }

    @Test
    void vasopressorsFromBeforeTheInfusionHaveOverlappedByIt() {
        ObjectNode first = pressor(minutes(-31), "norepinephrine", "started");
        ObjectNode second = pressor(minutes(-30), "epinephrine", "started");
        ObjectNode feverAtOnce = fever(Duration.ZERO);

        assertThat(ADULT.crs(Duration.ZERO, feverAtOnce, first, second)).isEqualTo(4);
    }

    @Test
    void aFindingFromBeforeTheInfusionStandsAndAReadingDoesNot() {
        assertThat(ADULT.icans(hours(1), finding(hours(-9), "papilloedema", true)))
                .isEqualTo(4);
        assertThat(ADULT.icans(hours(1), check(hours(-1), "'ice': 3"))).isNull();
        assertThat(ADULT.icans(hours(1), seizure(hours(-1), false, ""))).isNull();
        assertThat(ADULT.crs(hours(1), cool(hours(-1)))).isNull();
        assertThat(ADULT.crs(hours(1), FEVER, systolic(hours(-1), "60"), spo2(hours(-1), "60")))
                .isEqualTo(1);
        assertThat(ADULT.crs(hours(1), FEVER, bolus(hours(-1)))).isEqualTo(1);
    }

    @Test
    void aDrugFromBeforeTheInfusionWaivesNothing() {
        assertThat(ADULT.crs(hours(26), FEVER, cool(hours(26)), systolic(hours(26), "80"), drug(hours(-1), "aspirin")))
                .isEqualTo(0);
    }

    @Test
    void aReadingMoreThanTwoMinutesAheadOfItsReceiptTakesNoPart() {
        Instant read = INFUSED_AT.plus(hours(1));
        ObjectNode tolerated =
                FEVER.deepCopy().put("receivedAt", read.minusSeconds(120).toString());
        ObjectNode refused = FEVER.deepCopy()
                .put("receivedAt", read.minusSeconds(120).minus(TICK).toString());

        assertThat(ADULT.crs(hours(2), tolerated)).isEqualTo(1);
        assertThat(ADULT.crs(hours(2), refused)).isNull();
    }

    @Test
    void aRetractionThatARetractionNamesStillWithdraws() {
        ObjectNode retraction = at(hours(2), "retraction", "'observationId': '" + id(FEVER) + "'");
        ObjectNode ofTheRetraction = at(hours(3), "retraction", "'observationId': '" + id(retraction) + "'");

        assertThat(ADULT.crs(hours(4), FEVER, retraction, ofTheRetraction)).isNull();
    }

    @Test
    void aFeverReadInsideAnAttributionNeverCounts() {
        assertThat(ADULT.crs(hours(3), FEVER, attribution(hours(1), "fever", hours(1), hours(2))))
                .isEqualTo(0);
    }

    @Test
    void aFeverReadBeforeAnAttributionKeepsItsWindow() {
        ObjectNode attribution = attribution(hours(1), "fever", hours(1).plus(TICK), hours(2));

        assertThat(ADULT.crs(hours(1).plusMinutes(30), FEVER, attribution)).isEqualTo(1);
    }

    @Test
    void anAttributionEndsAtItsUntil() {
        ObjectNode low = systolic(hours(2), "80");
        ObjectNode attribution = attribution(hours(0), "hypotension", hours(0), hours(5));

        assertThat(ADULT.crs(hours(5).minus(TICK), FEVER, low, attribution)).isEqualTo(1);
        assertThat(ADULT.crs(hours(5), FEVER, low, attribution)).isEqualTo(2);
    }

    @Test
    void anAttributionOfHypotensionEndsADayAfterItsSignatureHoweverLateItBegan() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode fever = fever(hours(20));
        ObjectNode attribution = attribution(hours(3), "hypotension", hours(10), hours(60));

        assertThat(ADULT.crs(hours(9), FEVER, fever, start, attribution)).isEqualTo(3);
        assertThat(ADULT.crs(hours(27).minus(TICK), FEVER, fever, start, attribution))
                .isEqualTo(1);
        assertThat(ADULT.crs(hours(27), FEVER, fever, start, attribution)).isEqualTo(3);
        assertThat(ADULT.crsFlags(hours(27), FEVER, fever, start, attribution)).contains("attribution-ended");
    }

    @Test
    void anAttributionIsRenewedByAnotherSignature() {
        ObjectNode start = pressor(hours(2), "norepinephrine", "started");
        ObjectNode fever = fever(hours(20));
        ObjectNode attribution = attribution(hours(3), "hypotension", hours(2));
        ObjectNode renewal = attribution(hours(26), "hypotension", hours(26));

        assertThat(ADULT.crs(hours(30), fever, start, attribution, renewal)).isEqualTo(1);
        assertThat(ADULT.crsFlags(hours(30), fever, start, attribution, renewal))
                .doesNotContain("attribution-ended");
    }

    @Test
    void anAttributionOfAScoreHasNoLimit() {
        ObjectNode check = check(hours(40), "'ice': 2");

        assertThat(ADULT.icans(hours(40), check, attribution(hours(1), "ice", hours(1))))
                .isEqualTo(0);
    }

    @Test
    void aCorrectedBaselineHoldsFromTheInfusionOnceItIsKnown() {
        ObjectNode pressure = systolic(hours(2), "88");
        Baseline first = new Baseline(json("{'systolic': 120}"), INFUSED_AT);
        Baseline corrected = new Baseline(json("{'systolic': 90}"), INFUSED_AT.plus(hours(9)));
        OraclePatient patient =
                new OraclePatient(ADULT.patient().birthDate(), INFUSED_AT, ZoneOffset.UTC, List.of(first, corrected));
        Instant at = INFUSED_AT.plus(hours(3));

        assertThat(NaiveGrading.grade(patient, List.of(FEVER, pressure), at, at).crs())
                .isEqualTo(2);
        assertThat(NaiveGrading.grade(patient, List.of(FEVER, pressure), at, corrected.receivedAt())
                        .crs())
                .isEqualTo(1);
    }

    @Test
    void aPeakIsTheFirstInstantOfTheHighestGrade() {
        ObjectNode first = pressor(hours(3), "norepinephrine", "started");
        ObjectNode second = pressor(hours(4), "epinephrine", "started");

        assertThat(ADULT.grade(hours(9), FEVER, first, second).crsPeak())
                .isEqualTo(new Peak(4, INFUSED_AT.plus(hours(4).plusMinutes(30))));
    }

    @Test
    void aPeakThatIsReachedOnceATimeHasPassedIsReachedAMicrosecondLater() {
        ObjectNode running = seizure(hours(2), false, "");

        assertThat(ADULT.grade(hours(9), running).icansPeak())
                .isEqualTo(new Peak(4, INFUSED_AT.plus(hours(2).plusMinutes(5).plus(TICK))));
        assertThat(ADULT.grade(hours(2).plusMinutes(5), running).icansPeak())
                .isEqualTo(new Peak(3, INFUSED_AT.plus(hours(2))));
    }

    @Test
    void aGradeThatBecomesKnownWhenABolusNoLongerCountsIsAPeakAMicrosecondLater() {
        OracleGrade grade = ADULT.grade(hours(9), bolus(hours(1)), cool(hours(2)));

        assertThat(grade.crs()).isEqualTo(0);
        assertThat(grade.crsPeak()).isEqualTo(new Peak(0, INFUSED_AT.plus(hours(7).plus(TICK))));
        assertThat(ADULT.grade(hours(7), bolus(hours(1)), cool(hours(2))).crsPeak())
                .isNull();
    }

    private static String id(ObjectNode observation) {
        return observation.get("id").textValue();
    }
}
