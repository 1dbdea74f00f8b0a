package health.vigil.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.grading.ObservationJson.atHome;
import static health.vigil.grading.ObservationJson.attributed;
import static health.vigil.grading.ObservationJson.bolus;
import static health.vigil.grading.ObservationJson.both;
import static health.vigil.grading.ObservationJson.course;
import static health.vigil.grading.ObservationJson.drug;
import static health.vigil.grading.ObservationJson.infusion;
import static health.vigil.grading.ObservationJson.one;
import static health.vigil.grading.ObservationJson.oxygen;
import static health.vigil.grading.ObservationJson.sets;
import static health.vigil.grading.ObservationJson.started;
import static health.vigil.grading.ObservationJson.stopped;
import static health.vigil.grading.ObservationJson.temperature;
import static health.vigil.grading.ObservationJson.vital;
import static health.vigil.grading.ObservationJson.vitals;
import static health.vigil.grading.Story.hour;

/// CRS in every corner of its discrete space, against the oracle.
class CrsSpaceTest {
    private static final List<ObjectNode> NOTHING = List.of();
    private static final String NO_BASELINE = "{}";
    private static final List<String> AGENTS = List.of(
            "norepinephrine",
            "epinephrine",
            "phenylephrine",
            "dopamine",
            "angiotensin-ii",
            "metaraminol",
            "ephedrine",
            "vasopressin",
            "terlipressin",
            "dobutamine",
            "milrinone",
            "levosimendan",
            "midodrine",
            "methylene-blue",
            "hydroxocobalamin",
            "other");

    /// One or two of each role.
    private static final List<String> ROLES =
            List.of("norepinephrine", "epinephrine", "metaraminol", "vasopressin", "other", "dobutamine", "midodrine");

    private static final List<String> DEVICES = List.of(
            "room-air",
            "nasal-cannula",
            "high-flow-nasal-cannula",
            "blow-by",
            "simple-mask",
            "venturi-mask",
            "non-rebreather",
            "partial-rebreather",
            "face-tent",
            "tracheostomy-mask",
            "t-piece",
            "cpap",
            "bipap",
            "ventilator",
            "other");

    /// The time of the query, 36 h: a fever at 10 h has begun a course, and its own window has ended.
    private static final double ASKED = 36;

    private static final List<List<ObjectNode>> TEMPERATURES = List.of(
            NOTHING,
            temperature(35, "37.999"),
            temperature(35, "45.1"),
            temperature(35, "38"),
            both(temperature(10, "38.6"), temperature(35, "37")),
            both(temperature(10, "38.6"), temperature(30, "38")));

    private static final List<List<ObjectNode>> TREATMENTS =
            List.of(NOTHING, drug(30, "acetaminophen"), drug(11, "tocilizumab"), drug(9, "tocilizumab"));

    private static final List<ObjectNode> REPLACEMENT =
            one(11, "'kind': 'medication', 'drug': 'hydrocortisone', 'indication': 'replacement'");

    private static final List<List<ObjectNode>> COURSES = List.of(
            NOTHING,
            course(20, "opened"),
            course(20, "closed"),
            course(35, "opened"),
            course(35, "closed"),
            both(course(35, "opened"), course(35, "closed")),
            both(course(20, "closed"), course(35.5, "opened")),
            both(course(20, "opened"), course(35.5, "closed")));

    private static final List<List<ObjectNode>> ATTRIBUTIONS =
            sets(List.of(attributed(34, "fever"), attributed(34, "hypotension"), attributed(34, "hypoxia")));

    @Test
    void everyStateOfTheComponentsTheGateAndAttributions() {
        new CombinationSpace(50, NO_BASELINE, hour(ASKED))
                .axis(TEMPERATURES)
                .axis(NOTHING, vital("systolic", "90"), vital("systolic", "89.9"), bolus())
                .axis(
                        NOTHING,
                        started(34, "norepinephrine"),
                        started(34, "vasopressin"),
                        started(34, "dobutamine"),
                        both(started(34, "norepinephrine"), started(34, "epinephrine")))
                .axis(
                        NOTHING,
                        vital("spo2", "89"),
                        oxygen("blow-by", "", ""),
                        oxygen("simple-mask", "hypoxia", ""),
                        oxygen("cpap", "sleep-apnoea", ""),
                        oxygen("ventilator", "hypoxia", ""))
                .axis(TREATMENTS)
                .axis(ATTRIBUTIONS)
                .assertAgreement();
    }

    /// Readings at home before, with and after one of the hospital at 35 h, at the query and at the end of their
    /// windows.
    @ParameterizedTest
    @CsvSource({"36, 0", "47, 0", "47, 1", "59, 1"})
    void everyReadingAtHomeBesideOneOfTheHospital(double hours, long microseconds) {
        new CombinationSpace(50, NO_BASELINE, hour(hours).plusNanos(microseconds * 1000))
                .axis(
                        NOTHING,
                        temperature(35, "37"),
                        temperature(35, "38"),
                        atHome(35, "temperature", "38"),
                        atHome(35, "temperature", "37.9"),
                        both(temperature(10, "38.6"), atHome(34.5, "temperature", "38")),
                        both(atHome(10, "temperature", "38.6"), temperature(35, "37")))
                .axis(NOTHING, vital("systolic", "120"), vital("systolic", "89"), vital("systolic", "84"))
                .axis(
                        NOTHING,
                        atHome(34.5, "systolic", "89"),
                        atHome(35, "systolic", "89"),
                        atHome(35.5, "systolic", "89"),
                        atHome(35.5, "systolic", "84"),
                        atHome(35.5, "systolic", "120"),
                        both(atHome(34.5, "systolic", "89"), atHome(35.5, "systolic", "89")))
                .axis(
                        NOTHING,
                        both(vital("spo2", "97"), atHome(34.5, "spo2", "89")),
                        both(vital("spo2", "89"), atHome(35.5, "spo2", "97")),
                        both(vital("spo2", "89"), atHome(35.5, "spo2", "89")),
                        both(vital("spo2", "97"), atHome(35.5, "spo2", "84")))
                .axis(NOTHING, oxygen(34, "room-air", "", ""), oxygen(34, "nasal-cannula", "comfort", "2"))
                .axis(
                        NOTHING,
                        List.of(attributed(34, "fever")),
                        List.of(attributed(34, "hypotension")),
                        List.of(attributed(34, "hypoxia")))
                .assertAgreement();
    }

    /// With a component that may go on until the query, at the end of each window and of each course.
    @ParameterizedTest
    @CsvSource({"34, 0", "34, 1", "36, 0", "58, 0", "58, 1", "60, 0", "106, 0", "106, 1", "107, 0", "107, 1"})
    void everyCourseOpenedAndClosed(double hours, long microseconds) {
        new CombinationSpace(50, NO_BASELINE, hour(hours).plusNanos(microseconds * 1000))
                .axis(
                        both(temperature(10, "38.6"), temperature(105, "37")),
                        both(temperature(10, "38.6"), both(temperature(35, "38"), temperature(105, "37"))),
                        temperature(105, "37"))
                .axis(NOTHING, drug(11, "tocilizumab"), drug(34, "tocilizumab"), drug(47, "acetaminophen"), REPLACEMENT)
                .axis(COURSES)
                .axis(
                        NOTHING,
                        vital("systolic", "80"),
                        started(33, "norepinephrine"),
                        both(started(30, "norepinephrine"), stopped(35, "norepinephrine")))
                .axis(NOTHING, List.of(attributed(34, "hypotension")))
                .assertAgreement();
    }

    /// All started together at 35.5 h: 30 minutes later, and just before, and with one of them stopped and
    /// restarted.
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void everySetOfVasopressorsAroundTheOverlap(long microseconds) {
        new CombinationSpace(50, NO_BASELINE, hour(ASKED).plusNanos(microseconds * 1000))
                .axis(temperature(35, "38"), both(temperature(10, "38.6"), temperature(35, "37")))
                .axis(sets(ROLES.stream()
                        .map(agent -> started(35.5, agent).getFirst())
                        .toList()))
                .axis(NOTHING, both(stopped(35.75, "norepinephrine"), started(35.75, "norepinephrine")))
                .axis(NOTHING, List.of(attributed(35.9, "hypotension")))
                .assertAgreement();
    }

    @Test
    void everyPairOfAgents() {
        var agents = AGENTS.stream().map(agent -> started(35.5, agent)).toList();
        new CombinationSpace(50, NO_BASELINE, hour(ASKED))
                .axis(temperature(35, "38"), temperature(35, "37"))
                .axis(agents)
                .axis(agents)
                .assertAgreement();
    }

    /// Two infusions of one agent beside another agent, with every record of them at one instant or the next.
    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void everyRecordOfAnInfusion(long microseconds) {
        var records = new ArrayList<List<ObjectNode>>(List.of(NOTHING));
        for (var action : List.of("started", "changed", "paused", "stopped")) {
            for (var more : List.of("", ", 'infusionId': 'a'", ", 'infusionId': 'b'", ", 'rate': 0")) {
                records.add(infusion(35.5, "norepinephrine", "'action': '" + action + "'" + more));
            }
        }
        var later = records.stream()
                .map(one -> one.stream()
                        .map(body ->
                                body.deepCopy().put("effectiveAt", hour(35.75).toString()))
                        .toList())
                .toList();
        new CombinationSpace(50, NO_BASELINE, hour(ASKED).plusNanos(microseconds * 1000))
                .axis(List.of(temperature(35, "38")))
                .axis(NOTHING, started(35, "epinephrine"))
                .axis(NOTHING, infusion(35, "norepinephrine", "'action': 'started', 'infusionId': 'a'"))
                .axis(records)
                .axis(records)
                .axis(later)
                .assertAgreement();
    }

    /// Recorded before the infusion, and changed after it.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 1})
    void everythingThatMayStandAtTheInfusion(double asked) {
        new CombinationSpace(50, "{'oxygenFlow': 2}", hour(asked))
                .axis(NOTHING, temperature(0, "37"), temperature(0, "38"), temperature(-1, "38"))
                .axis(
                        NOTHING,
                        started(-1, "norepinephrine"),
                        started(-1, "vasopressin"),
                        both(started(-1, "norepinephrine"), started(-0.25, "epinephrine")),
                        both(started(-1, "norepinephrine"), stopped(-0.5, "norepinephrine")),
                        started(-13, "norepinephrine"))
                .axis(NOTHING, stopped(0.5, "norepinephrine"), started(0.5, "norepinephrine"))
                .axis(
                        NOTHING,
                        oxygen(-1, "simple-mask", "hypoxia", ""),
                        oxygen(-1, "nasal-cannula", "hypoxia", "2"),
                        oxygen(-1, "cpap", "sleep-apnoea", ""),
                        both(oxygen(-1, "simple-mask", "", ""), oxygen(-0.5, "room-air", "", "")),
                        oxygen(-13, "ventilator", "hypoxia", ""))
                .axis(NOTHING, oxygen(0.5, "room-air", "", ""))
                .axis(
                        NOTHING,
                        one(-1, "'kind': 'vital-signs', 'systolic': 60, 'spo2': 60"),
                        both(drug(-1, "tocilizumab"), course(-1, "opened")),
                        one(-1, "'kind': 'fluid-bolus', 'volume': 500, 'reason': 'hypotension'"))
                .assertAgreement();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'oxygenFlow': 2}", "{'oxygenFlow': 7}", "{'spo2': 93}", "{'spo2': 92}", "{'spo2': 88}"})
    void everyOxygenState(String baseline) {
        var states = new ArrayList<List<ObjectNode>>(List.of(NOTHING));
        for (var device : DEVICES) {
            var flows = device.endsWith("cannula")
                    ? List.of("", "0", "2", "2.01", "6", "6.01", "7", "80", "80.1", "-1")
                    : List.of("", "7");
            for (var reason : List.of("", "hypoxia", "comfort", "airway-protection", "sleep-apnoea", "procedure")) {
                flows.forEach(flow -> states.add(oxygen(device, reason, flow)));
            }
        }
        new CombinationSpace(50, baseline, hour(ASKED))
                .axis(temperature(35, "38"), temperature(35, "37"))
                .axis(states)
                .axis(vitals("spo2", "29", "84.9", "85", "88.9", "89", "89.9", "90"))
                .assertAgreement();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 10, 11, 17, 18, 80})
    void everyPressureByAgeAndBaseline(int age) {
        for (var baseline :
                List.of("{}", "{'systolic': 60}", "{'systolic': 92}", "{'systolic': 125}", "{'systolic': 160}")) {
            new CombinationSpace(age, baseline, hour(ASKED))
                    .axis(List.of(temperature(35, "38")))
                    .axis(vitals(
                            "systolic",
                            "29.9",
                            "30",
                            "59.9",
                            "60",
                            "61.9",
                            "62",
                            "69.9",
                            "70",
                            "71.9",
                            "72",
                            "75.9",
                            "76",
                            "79.9",
                            "80",
                            "84.9",
                            "85",
                            "85.9",
                            "86",
                            "87.3",
                            "87.4",
                            "89.9",
                            "90",
                            "95.9",
                            "96",
                            "99.9",
                            "100",
                            "114",
                            "300",
                            "301"))
                    .axis(vitals("meanArterialPressure", "19.9", "20", "59.9", "60", "64.9", "65", "250", "251"))
                    .assertAgreement();
        }
    }
}
