package health.vigil.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Told.attributed;
import static health.vigil.grading.Told.one;
import static health.vigil.grading.Told.sets;

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
            "vasopressin",
            "dobutamine",
            "milrinone");

    /// Asked at 36 h: a fever at 10 h has begun a course and has itself run out.
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

    private static final List<List<ObjectNode>> ATTRIBUTIONS =
            sets(List.of(attributed(34, "fever"), attributed(34, "hypotension"), attributed(34, "hypoxia")));

    @Test
    void everyStateOfTheComponentsTheGateAndAttributions() {
        new Space(50, NO_BASELINE, hour(ASKED))
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
                        oxygen("blow-by", "hypoxia", ""),
                        oxygen("simple-mask", "hypoxia", ""),
                        oxygen("cpap", "sleep-apnoea", ""),
                        oxygen("ventilator", "hypoxia", ""))
                .axis(TREATMENTS)
                .axis(ATTRIBUTIONS)
                .assertAgreement();
    }

    /// All started together at 35.5 h: 30 minutes later, and just before, and with one of them stopped and restarted.
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void everySetOfVasopressorsAroundTheOverlap(long microseconds) {
        new Space(50, NO_BASELINE, hour(ASKED).plusNanos(microseconds * 1000))
                .axis(temperature(35, "38"), both(temperature(10, "38.6"), temperature(35, "37")))
                .axis(sets(AGENTS.stream()
                        .map(agent -> started(35.5, agent).getFirst())
                        .toList()))
                .axis(NOTHING, both(stopped(35.75, "norepinephrine"), started(35.75, "norepinephrine")))
                .axis(NOTHING, List.of(attributed(35.9, "hypotension")))
                .assertAgreement();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'oxygenFlow': 2}", "{'oxygenFlow': 7}"})
    void everyOxygenState(String baseline) {
        var states = new ArrayList<List<ObjectNode>>(
                List.of(NOTHING, one(35, "'kind': 'oxygen-therapy', 'device': 'room-air'")));
        for (var device : List.of(
                "room-air",
                "nasal-cannula",
                "high-flow-nasal-cannula",
                "blow-by",
                "simple-mask",
                "venturi-mask",
                "non-rebreather",
                "cpap",
                "bipap",
                "ventilator")) {
            for (var reason : List.of("hypoxia", "comfort", "airway-protection", "sleep-apnoea", "procedure")) {
                for (var flow : List.of("", "0", "2", "2.01", "6", "6.01", "7", "80", "80.1", "-1")) {
                    states.add(oxygen(device, reason, flow));
                }
            }
        }
        new Space(50, baseline, hour(ASKED))
                .axis(List.of(temperature(35, "38")))
                .axis(states)
                .axis(NOTHING, vital("spo2", "89.9"), vital("spo2", "90"), vital("spo2", "29"))
                .assertAgreement();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 10, 11, 17, 18, 80})
    void everyPressureByAgeAndBaseline(int age) {
        for (var baseline :
                List.of("{}", "{'systolic': 92}", "{'systolic': 120}", "{'systolic': 125}", "{'systolic': 160}")) {
            new Space(age, baseline, hour(ASKED))
                    .axis(List.of(temperature(35, "38")))
                    .axis(vitals(
                            "systolic",
                            "29.9",
                            "30",
                            "69.9",
                            "70",
                            "71.9",
                            "72",
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
                    .axis(vitals("meanArterialPressure", "19.9", "20", "64.9", "65", "250", "251"))
                    .assertAgreement();
        }
    }

    private static List<List<ObjectNode>> vitals(String sign, String... values) {
        return Stream.concat(Stream.of(NOTHING), Stream.of(values).map(value -> vital(sign, value)))
                .toList();
    }

    private static List<ObjectNode> vital(String sign, String value) {
        return one(35, "'kind': 'vital-signs', '" + sign + "': " + value);
    }

    private static List<ObjectNode> temperature(double hours, String celsius) {
        return one(hours, "'kind': 'vital-signs', 'temperature': " + celsius);
    }

    private static List<ObjectNode> bolus() {
        return one(35, "'kind': 'fluid-bolus', 'volume': 500, 'reason': 'hypotension'");
    }

    private static List<ObjectNode> started(double hours, String agent) {
        return one(hours, "'kind': 'vasopressor', 'agent': '" + agent + "', 'action': 'started'");
    }

    private static List<ObjectNode> stopped(double hours, String agent) {
        return one(hours, "'kind': 'vasopressor', 'agent': '" + agent + "', 'action': 'stopped'");
    }

    private static List<ObjectNode> drug(double hours, String drug) {
        return one(hours, "'kind': 'medication', 'drug': '" + drug + "'");
    }

    private static List<ObjectNode> oxygen(String device, String reason, String flow) {
        var charted = "'kind': 'oxygen-therapy', 'device': '" + device + "', 'reason': '" + reason + "'";
        return one(35, flow.isEmpty() ? charted : charted + ", 'flow': " + flow);
    }

    private static List<ObjectNode> both(List<ObjectNode> one, List<ObjectNode> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
