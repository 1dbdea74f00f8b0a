package health.vigil.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OracleGrade.Peak;
import health.vigil.oracle.OraclePatient.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/// The edges of the rules that no worked case touches, each worked out by hand.
class NaiveGradingEdgesTest {

    private static final Instant INFUSED_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final OraclePatient ADULT = patient("{'systolic': 120}");
    private static final ObjectNode FEVER = at(hours(1), "{'kind': 'vital-signs', 'temperature': 38.5}");
    private static final ObjectNode TOCILIZUMAB = at(hours(2), "{'kind': 'medication', 'drug': 'tocilizumab'}");

    @Test
    void aCourseEndsAfterTwentyFourHoursWithoutAComponentAndNotAtThem() {
        Duration end = hours(1 + 24 + 24);

        assertEquals(INFUSED_AT.plus(hours(1)), grade(end, FEVER).crsOnset());
        assertNull(grade(end.plus(TICK), FEVER).crsOnset());
    }

    @Test
    void aStoppedVasopressorWasPresentUpToItsStop() {
        ObjectNode start = norepinephrine(hours(3), "started");
        ObjectNode stop = norepinephrine(hours(40), "stopped");

        assertEquals(
                INFUSED_AT.plus(hours(1)),
                grade(hours(64), FEVER, TOCILIZUMAB, start, stop).crsOnset());
        assertNull(grade(hours(64).plus(TICK), FEVER, TOCILIZUMAB, start, stop).crsOnset());
    }

    @Test
    void twoVasopressorsAreMultipleOnceTheyRanThirtyMinutesTogether() {
        ObjectNode first = norepinephrine(hours(3), "started");
        ObjectNode second = at(hours(4), "{'kind': 'vasopressor', 'agent': 'epinephrine', 'action': 'started'}");
        Duration overlapped = hours(4).plusMinutes(30);

        assertEquals(3, grade(overlapped.minus(TICK), FEVER, first, second).crs());
        assertEquals(4, grade(overlapped, FEVER, first, second).crs());
    }

    @Test
    void aStopAndStartAtOneInstantBeginTheOverlapAnew() {
        ObjectNode first = norepinephrine(hours(3), "started");
        ObjectNode second = at(hours(3), "{'kind': 'vasopressor', 'agent': 'epinephrine', 'action': 'started'}");
        ObjectNode stop = norepinephrine(hours(5), "stopped");
        ObjectNode start = norepinephrine(hours(5), "started");

        assertEquals(
                4,
                grade(hours(5).minus(TICK), FEVER, first, second, stop, start).crs());
        assertEquals(3, grade(hours(5), FEVER, first, second, stop, start).crs());
    }

    @Test
    void aPeakIsTheFirstInstantOfTheHighestGrade() {
        ObjectNode first = norepinephrine(hours(3), "started");
        ObjectNode second = at(hours(4), "{'kind': 'vasopressor', 'agent': 'epinephrine', 'action': 'started'}");

        OracleGrade grade = grade(hours(9), FEVER, first, second);

        assertEquals(new Peak(4, INFUSED_AT.plus(hours(4).plusMinutes(30))), grade.crsPeak());
    }

    @Test
    void aRetractionThatARetractionNamesStillWithdraws() {
        ObjectNode retraction = at(hours(2), "{'kind': 'retraction', 'observationId': '" + id(FEVER) + "'}");
        ObjectNode ofTheRetraction = at(hours(3), "{'kind': 'retraction', 'observationId': '" + id(retraction) + "'}");

        assertNull(grade(hours(4), FEVER, retraction, ofTheRetraction).crs());
    }

    @Test
    void aFeverReadInsideAnAttributionNeverCounts() {
        ObjectNode attribution = attribution("fever", hours(1), hours(2));

        assertEquals(0, grade(hours(3), FEVER, attribution).crs());
    }

    @Test
    void aFeverReadBeforeAnAttributionKeepsItsWindow() {
        ObjectNode attribution = attribution("fever", hours(1).plus(TICK), hours(2));

        assertEquals(1, grade(hours(1).plusMinutes(30), FEVER, attribution).crs());
    }

    @Test
    void anAttributionEndsAtItsUntil() {
        ObjectNode low = at(hours(2), "{'kind': 'vital-signs', 'systolic': 80}");
        ObjectNode attribution = attribution("hypotension", hours(0), hours(5));

        assertEquals(1, grade(hours(5).minus(TICK), FEVER, low, attribution).crs());
        assertEquals(2, grade(hours(5), FEVER, low, attribution).crs());
    }

    @Test
    void aReadingMoreThanTwoMinutesAheadOfItsReceiptTakesNoPart() {
        Instant read = INFUSED_AT.plus(hours(1));
        ObjectNode tolerated =
                FEVER.deepCopy().put("receivedAt", read.minusSeconds(120).toString());
        ObjectNode refused = FEVER.deepCopy()
                .put("receivedAt", read.minusSeconds(120).minus(TICK).toString());

        assertEquals(1, grade(hours(2), tolerated).crs());
        assertNull(grade(hours(2), refused).crs());
    }

    @Test
    void aCorrectedBaselineHoldsFromTheInfusionOnceItIsKnown() {
        ObjectNode pressure = at(hours(2), "{'kind': 'vital-signs', 'systolic': 88}");
        Baseline first = new Baseline(json("{'systolic': 120}"), INFUSED_AT);
        Baseline corrected = new Baseline(json("{'systolic': 90}"), INFUSED_AT.plus(hours(9)));
        OraclePatient patient =
                new OraclePatient(ADULT.birthDate(), INFUSED_AT, ZoneOffset.UTC, List.of(first, corrected));
        Instant at = INFUSED_AT.plus(hours(3));

        assertEquals(
                2, NaiveGrading.grade(patient, List.of(FEVER, pressure), at, at).crs());
        assertEquals(
                1,
                NaiveGrading.grade(patient, List.of(FEVER, pressure), at, corrected.receivedAt())
                        .crs());
    }

    private static OracleGrade grade(Duration after, ObjectNode... observations) {
        return NaiveGrading.grade(
                ADULT, List.of(observations), INFUSED_AT.plus(after), INFUSED_AT.plus(Duration.ofDays(30)));
    }

    private static ObjectNode norepinephrine(Duration after, String action) {
        return at(after, "{'kind': 'vasopressor', 'agent': 'norepinephrine', 'action': '" + action + "'}");
    }

    private static ObjectNode attribution(String component, Duration from, Duration until) {
        ObjectNode attribution = at(from, "{'kind': 'attribution', 'components': ['" + component + "']}");
        return attribution
                .put("from", INFUSED_AT.plus(from).toString())
                .put("until", INFUSED_AT.plus(until).toString());
    }

    private static ObjectNode at(Duration after, String fields) {
        String at = INFUSED_AT.plus(after).toString();
        return json(fields)
                .put("id", "o" + (fields + after).hashCode())
                .put("effectiveAt", at)
                .put("receivedAt", at);
    }

    private static String id(ObjectNode observation) {
        return observation.get("id").textValue();
    }

    private static OraclePatient patient(String baseline) {
        return new OraclePatient(
                LocalDate.parse("1966-01-01"),
                INFUSED_AT,
                ZoneOffset.UTC,
                List.of(new Baseline(json(baseline), INFUSED_AT)));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static ObjectNode json(String fields) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(fields.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fields, e);
        }
    }
}
