package health.vigil.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.grading.ObservationJson.attributed;
import static health.vigil.grading.ObservationJson.one;
import static health.vigil.grading.ObservationJson.sets;
import static health.vigil.grading.Story.hour;

/// ICANS in every corner of its discrete space, against the oracle.
class IcansSpaceTest {
    private static final List<ObjectNode> NOTHING = List.of();
    private static final double ASKED = 36;
    private static final List<String> FINDINGS = List.of(
            "focal-oedema",
            "diffuse-oedema",
            "papilloedema",
            "posturing",
            "sixth-nerve-palsy",
            "cushing-triad",
            "deep-focal-weakness",
            "intracranial-haemorrhage",
            "myoclonus",
            "headache");

    private static final List<String> OTHERS = List.of(
            "aphasia",
            "facial-palsy",
            "other-cranial-neuropathy",
            "bradykinesia",
            "rigidity",
            "rest-tremor",
            "gait-change",
            "micrographia",
            "personality-change",
            "memory-change",
            "limb-weakness-peripheral",
            "haemophagocytosis",
            "splenomegaly");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "50; {}",
                "50; {'ice': 8}",
                "50; {'ice': 2}",
                "12; {}",
                "11; {}",
                "11; {'capd': 8}",
                "11; {'capd': 9}",
                "3; {'capd': 12}",
                "50; {'developmentalDelay': true}"
            })
    void everyScoreWithEveryOtherDomain(int age, String baseline) {
        new CombinationSpace(age, baseline, hour(ASKED))
                .axis(scores())
                .axis(levels())
                .axis(NOTHING, seizure("5", true, true), seizure("5.01", true, true))
                .axis(NOTHING, finding("focal-oedema", true), finding("posturing", true))
                .axis(NOTHING, List.of(attributed(30, "ice")), List.of(attributed(30, "capd")))
                .assertAgreement();
    }

    private static List<List<ObjectNode>> scores() {
        var scores = new ArrayList<List<ObjectNode>>(List.of(NOTHING));
        IntStream.rangeClosed(0, 10).forEach(total -> scores.add(check("'ice': " + total)));
        IntStream.of(0, 8, 9, 10, 12, 13, 32).forEach(total -> scores.add(check("'capd': " + total)));
        scores.add(check("'notTestable': ['ice', 'capd']"));
        scores.add(
                check("'ice': {'orientation': 3, 'naming': 3}, 'itemsNotDone': ['commands', 'writing', 'attention']"));
        scores.add(check("'ice': {'orientation': 0, 'commands': 1, 'writing': 0, 'attention': 1},"
                + " 'itemsNotDone': ['naming']"));
        scores.add(Stream.concat(
                        one(20, "'kind': 'neuro-check', 'ice': 2, 'capd': 20").stream(),
                        check("'notDone': ['ice', 'capd'], 'notDoneReason': 'asleep'").stream())
                .toList());
        scores.add(Stream.concat(
                        one(20, "'kind': 'neuro-check', 'ice': 2, 'capd': 20").stream(),
                        check("'notTestable': ['ice', 'capd']").stream())
                .toList());
        return scores;
    }

    private static List<List<ObjectNode>> levels() {
        return Stream.concat(
                        Stream.of(NOTHING),
                        Stream.of("awake", "spontaneous", "voice", "touch", "vigorous", "unarousable")
                                .map(level -> check("'consciousness': '" + level + "'")))
                .toList();
    }

    @Test
    void everySeizureWithAttributionsOfTheOtherDomains() {
        var seizures = new ArrayList<List<ObjectNode>>(List.of(NOTHING));
        for (var minutes : List.of("0.5", "4.99", "5", "5.01", "30")) {
            for (int outcome = 0; outcome < 4; outcome++) {
                seizures.add(seizure(minutes, (outcome & 1) != 0, (outcome & 2) != 0));
            }
        }
        new CombinationSpace(50, "{}", hour(ASKED))
                .axis(NOTHING, check("'ice': 10"), check("'ice': 9"))
                .axis(levels())
                .axis(seizures)
                .axis(sets(List.of(attributed(30, "ice"), attributed(30, "consciousness"), attributed(30, "seizure"))))
                .assertAgreement();
    }

    /// Seizures that go on, that end and that repeat: at the end of each window and just after.
    @ParameterizedTest
    @CsvSource({"34, 300000000", "34, 300000001", "35, 0", "58, 0", "58, 1", "58, 300000000", "58, 300000001", "82, 1"})
    void everyPairOfSeizures(double hours, long microseconds) {
        var first = new ArrayList<List<ObjectNode>>();
        for (var length : List.of("", ", 'durationMinutes': 5", ", 'durationMinutes': 5.01")) {
            for (var end : List.of("true", "true, 'returnedToBaseline': false", "false, 'returnedToBaseline': false")) {
                first.add(one(34, "'kind': 'seizure', 'type': 'clinical', 'resolved': " + end + length));
            }
        }
        var second = new ArrayList<List<ObjectNode>>(List.of(NOTHING));
        for (var at :
                List.of(hour(34), fifthMinute(), fifthMinute().plus(Story.STEP), hour(58), hour(58).plus(Story.STEP))) {
            first.forEach(seizure -> second.add(seizure.stream()
                    .map(body ->
                            body.deepCopy().put("effectiveAt", at.toString()).put("type", "electrographic"))
                    .toList()));
        }
        new CombinationSpace(50, "{}", hour(hours).plusNanos(microseconds * 1000))
                .axis(first)
                .axis(second)
                .axis(NOTHING, List.of(attributed(30, "seizure")))
                .assertAgreement();
    }

    private static Instant fifthMinute() {
        return hour(34).plusSeconds(300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void everyFindingThatMayStandAtTheInfusion(double asked) {
        var all = Stream.concat(FINDINGS.stream(), OTHERS.stream()).toList();
        new CombinationSpace(50, "{}", hour(asked))
                .axis(all.stream().map(finding -> finding(-1, finding, true)).toList())
                .axis(all.stream()
                        .flatMap(finding -> Stream.of(
                                finding(-0.5, finding, false), finding(1, finding, false), finding(1, finding, true)))
                        .toList())
                .assertAgreement();
    }

    @Test
    void everySetOfFindings() {
        new CombinationSpace(50, "{}", hour(ASKED))
                .axis(NOTHING, check("'ice': 10"))
                .axis(sets(FINDINGS.stream()
                        .map(finding -> finding(finding, true).getFirst())
                        .toList()))
                .axis(NOTHING, finding("focal-oedema", false), finding("papilloedema", false))
                .assertAgreement();
    }

    @Test
    void everyFindingAttributedOrTakenBack() {
        var all = Stream.concat(FINDINGS.stream(), OTHERS.stream()).toList();
        var attributions = all.stream().map(finding -> List.of(attributed(30, finding)));
        var absences = all.stream().map(finding -> finding(finding, false));
        new CombinationSpace(50, "{}", hour(ASKED))
                .axis(all.stream()
                        .map(finding ->
                                one(32, "'kind': 'neuro-finding', 'finding': '" + finding + "', 'present': true"))
                        .toList())
                .axis(Stream.concat(Stream.of(NOTHING), Stream.concat(attributions, absences))
                        .toList())
                .axis(NOTHING, check("'ice': 10"))
                .assertAgreement();
    }

    private static List<ObjectNode> check(String fields) {
        return one(35, "'kind': 'neuro-check', " + fields);
    }

    private static List<ObjectNode> seizure(String minutes, boolean resolved, boolean returned) {
        return one(
                34,
                "'kind': 'seizure', 'type': 'clinical', 'durationMinutes': " + minutes + ", 'resolved': " + resolved
                        + ", 'returnedToBaseline': " + returned);
    }

    private static List<ObjectNode> finding(String finding, boolean present) {
        return finding(33, finding, present);
    }

    private static List<ObjectNode> finding(double hours, String finding, boolean present) {
        return one(hours, "'kind': 'neuro-finding', 'finding': '" + finding + "', 'present': " + present);
    }
}
