package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The ICANS domains and the grade at an instant.
final class NaiveIcans {

    static final List<String> FINDINGS = List.of(
            "focal-oedema",
            "diffuse-oedema",
            "papilloedema",
            "posturing",
            "sixth-nerve-palsy",
            "cushing-triad",
            "deep-focal-weakness");

    private static final Duration CHECK_WINDOW = Duration.ofHours(24);
    private static final int FULL_ICE = 10;
    private static final Map<String, Integer> ICE_ITEMS =
            Map.of("orientation", 4, "naming", 3, "commands", 1, "writing", 1, "attention", 1);

    /// Below every grade, so that at one instant a score beats "not testable".
    private static final int NOT_TESTABLE = -1;

    private final Chart chart;
    private final String tool;
    private final List<OracleObservation> checks;
    private final List<Mark> scores;
    private final List<Mark> consciousness;
    private final NaiveSeizures seizures;
    private final Map<String, List<Mark>> findings;

    NaiveIcans(Chart chart) {
        this.chart = chart;
        this.tool = toolFor(chart);
        // A check that was not done is ignored here, so the older score still counts.
        this.checks = chart.ofKind("neuro-check");
        this.scores = checks.stream()
                .filter(entry -> scored(entry) || notTestable(entry))
                .map(entry -> new Mark(entry.at(), scored(entry) ? scoreGrade(entry) : NOT_TESTABLE))
                .toList();
        this.consciousness = checks.stream()
                .filter(entry -> entry.has("consciousness"))
                .map(entry -> new Mark(entry.at(), consciousnessGrade(entry)))
                .toList();
        this.seizures = new NaiveSeizures(chart);
        this.findings = FINDINGS.stream().collect(Collectors.toMap(finding -> finding, this::records));
    }

    Integer grade(Instant now) {
        if (chart.dead(now)) {
            return chart.deadOf("icans", now) ? Integer.valueOf(5) : null;
        }
        OptionalInt score = score(now);
        int scoreDomain = chart.attributed(tool, now) ? 0 : score.orElse(0);
        int highest = IntStream.of(scoreDomain, consciousness(now), seizure(now), highestFinding(now))
                .max()
                .getAsInt();
        return highest > 0 || score.isPresent() ? Integer.valueOf(highest) : null;
    }

    /// CAPD under 12 completed years at infusion or with developmental delay, else ICE.
    private static String toolFor(Chart chart) {
        boolean delayed = chart.baseline().path("developmentalDelay").asBoolean();
        return chart.patient().age() < 12 || delayed ? "capd" : "ice";
    }

    /// What the newest score would give if no one attributed it; empty when it is not known.
    private OptionalInt score(Instant now) {
        OptionalInt newest = Mark.newestWithin(CHECK_WINDOW, scores, now);
        return newest.isPresent() && newest.getAsInt() == NOT_TESTABLE ? OptionalInt.empty() : newest;
    }

    private int consciousness(Instant now) {
        return chart.attributed("consciousness", now)
                ? 0
                : Mark.newestWithin(CHECK_WINDOW, consciousness, now).orElse(0);
    }

    private int seizure(Instant now) {
        return chart.attributed("seizure", now) ? 0 : seizures.grade(now);
    }

    NaiveSeizures seizures() {
        return seizures;
    }

    private int highestFinding(Instant now) {
        int highest = 0;
        for (String finding : FINDINGS) {
            int grade = chart.attributed(finding, now)
                    ? 0
                    : Mark.newest(findings.get(finding), now).orElse(0);
            highest = Math.max(highest, grade);
        }
        return highest;
    }

    private boolean scored(OracleObservation entry) {
        return entry.has(tool);
    }

    private boolean notTestable(OracleObservation entry) {
        for (JsonNode untestable : entry.body().path("notTestable")) {
            if (untestable.textValue().equals(tool)) {
                return true;
            }
        }
        return false;
    }

    private int scoreGrade(OracleObservation entry) {
        return tool.equals("ice") ? iceGrade(total(entry)) : capdGrade(total(entry));
    }

    /// An ICE with items left out is graded by its sum plus the full points of the items left out.
    private int total(OracleObservation entry) {
        JsonNode score = entry.body().get(tool);
        if (!score.isObject()) {
            return score.intValue();
        }
        int total = 0;
        for (JsonNode item : score) {
            total += item.intValue();
        }
        for (String item : iceItemsLeftOut(entry)) {
            total += ICE_ITEMS.get(item);
        }
        return total;
    }

    private List<String> iceItemsLeftOut(OracleObservation entry) {
        JsonNode score = entry.body().path("ice");
        return ICE_ITEMS.keySet().stream()
                .filter(item -> tool.equals("ice") && score.isObject() && !score.hasNonNull(item))
                .toList();
    }

    private int iceGrade(int ice) {
        if (ice >= baselineIce()) {
            return 0;
        }
        return ice >= 7 ? 1 : ice >= 3 ? 2 : 3;
    }

    private int baselineIce() {
        return chart.baseline().path("ice").asInt(FULL_ICE);
    }

    private int capdGrade(int capd) {
        return capd >= 9 && !atBaseline(capd) ? 3 : 0;
    }

    private boolean atBaseline(int capd) {
        int baseline = chart.baseline().path("capd").asInt(0);
        return baseline >= 9 && capd <= baseline;
    }

    // The flags of a score look at the newest one in its window, of several of one instant at those that grade
    // highest. No flag says that a score is at the baseline while it is attributed, because its domain is then 0
    // for another reason.

    /// The newest CAPD is known, grades 0, and does so only because of the baseline.
    boolean capdAtBaseline(Instant now) {
        return tool.equals("capd")
                && !chart.attributed("capd", now)
                && countingScores(now).stream().anyMatch(entry -> scoreGrade(entry) == 0 && total(entry) >= 9);
    }

    /// The newest ICE is known and at or above the baseline, and under 10.
    boolean iceAtBaseline(Instant now) {
        return tool.equals("ice")
                && !chart.attributed("ice", now)
                && countingScores(now).stream().anyMatch(entry -> scoreGrade(entry) == 0 && total(entry) < FULL_ICE);
    }

    /// Of several scores of one instant the lowest total counts.
    boolean icePartial(Instant now) {
        List<OracleObservation> counting = countingScores(now);
        int lowest = counting.stream().mapToInt(this::total).min().orElse(0);
        return counting.stream()
                .filter(entry -> total(entry) == lowest)
                .anyMatch(entry -> !iceItemsLeftOut(entry).isEmpty());
    }

    private List<OracleObservation> countingScores(Instant now) {
        OptionalInt grade = score(now);
        List<OracleObservation> scored = checks.stream()
                .filter(entry -> scored(entry) && !entry.at().isAfter(now))
                .toList();
        Instant newest = scored.stream()
                .map(OracleObservation::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return scored.stream()
                .filter(entry -> entry.at().equals(newest))
                .filter(entry -> grade.isPresent() && scoreGrade(entry) == grade.getAsInt())
                .toList();
    }

    private static int consciousnessGrade(OracleObservation entry) {
        return switch (entry.text("consciousness")) {
            case "awake" -> 0;
            case "spontaneous" -> 1;
            case "voice" -> 2;
            case "touch" -> 3;
            case "vigorous", "unarousable" -> 4;
            default -> throw new IllegalArgumentException("no such level: " + entry.text("consciousness"));
        };
    }

    /// At one instant "present" grades higher than "not present", so only a later record takes a finding back.
    private List<Mark> records(String finding) {
        int grade = finding.equals("focal-oedema") ? 3 : 4;
        return chart.ofKind("neuro-finding").stream()
                .filter(entry -> entry.hasWord("finding", finding))
                .map(entry -> new Mark(entry.at(), entry.flag("present") ? grade : 0))
                .toList();
    }
}
