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
    private static final Duration SEIZURE_WINDOW = Duration.ofHours(24);
    private static final Exact PROLONGED_ABOVE_MINUTES = Exact.of("5");

    /// Below every grade, so that at one instant a score beats "not testable".
    private static final int NOT_TESTABLE = -1;

    private final Chart chart;
    private final String tool;
    private final List<Mark> scores;
    private final List<Mark> consciousness;
    private final List<Mark> seizures;
    private final Map<String, List<Mark>> findings;

    NaiveIcans(Chart chart) {
        this.chart = chart;
        this.tool = toolFor(chart);
        List<Entry> checks = chart.ofKind("neuro-check");
        this.scores = checks.stream()
                .filter(entry -> scored(entry) || notTestable(entry))
                .map(entry -> new Mark(entry.at(), scored(entry) ? scoreGrade(entry) : NOT_TESTABLE))
                .toList();
        this.consciousness = checks.stream()
                .filter(entry -> entry.body().hasNonNull("consciousness"))
                .map(entry -> new Mark(entry.at(), consciousnessGrade(entry)))
                .toList();
        this.seizures = chart.ofKind("seizure").stream()
                .map(entry -> new Mark(entry.at(), seizureGrade(entry)))
                .toList();
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
        return chart.attributed("seizure", now) ? 0 : Mark.highestWithin(SEIZURE_WINDOW, seizures, now);
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

    private boolean scored(Entry entry) {
        return entry.body().hasNonNull(tool);
    }

    private boolean notTestable(Entry entry) {
        for (JsonNode untestable : entry.body().path("notTestable")) {
            if (untestable.textValue().equals(tool)) {
                return true;
            }
        }
        return false;
    }

    private int scoreGrade(Entry entry) {
        int total = total(entry.body().get(tool));
        return tool.equals("ice") ? iceGrade(total) : capdGrade(total);
    }

    private static int total(JsonNode score) {
        int total = 0;
        for (JsonNode item : score) {
            total += item.intValue();
        }
        return score.isObject() ? total : score.intValue();
    }

    private int iceGrade(int ice) {
        int baseline = chart.baseline().path("ice").asInt(10);
        if (ice >= baseline) {
            return 0;
        }
        return ice >= 7 ? 1 : ice >= 3 ? 2 : 3;
    }

    private int capdGrade(int capd) {
        return capd >= 9 && !atBaseline(capd) ? 3 : 0;
    }

    private boolean atBaseline(int capd) {
        int baseline = chart.baseline().path("capd").asInt(0);
        return baseline >= 9 && capd <= baseline;
    }

    /// The newest CAPD is known, grades 0, and does so only because of the baseline.
    boolean capdAtBaseline(Instant now) {
        boolean excused = tool.equals("capd") && score(now).orElse(NOT_TESTABLE) == 0 && !chart.attributed("capd", now);
        return excused && newestCapds(now).stream().anyMatch(capd -> capd >= 9);
    }

    private List<Integer> newestCapds(Instant now) {
        List<Entry> capds = chart.ofKind("neuro-check").stream()
                .filter(entry -> scored(entry) && !entry.at().isAfter(now))
                .toList();
        Instant newest = capds.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.MIN);
        return capds.stream()
                .filter(entry -> entry.at().equals(newest))
                .map(entry -> total(entry.body().get("capd")))
                .toList();
    }

    private static int consciousnessGrade(Entry entry) {
        return switch (entry.text("consciousness")) {
            case "awake" -> 0;
            case "spontaneous" -> 1;
            case "voice" -> 2;
            case "touch" -> 3;
            case "vigorous", "unarousable" -> 4;
            default -> throw new IllegalArgumentException("no such level: " + entry.text("consciousness"));
        };
    }

    private static int seizureGrade(Entry entry) {
        boolean prolonged =
                Exact.read(entry.body(), "durationMinutes").orElseThrow().isAbove(PROLONGED_ABOVE_MINUTES);
        return prolonged || !entry.flag("resolved") || !entry.flag("returnedToBaseline") ? 4 : 3;
    }

    /// At one instant "present" grades higher than "not present", so only a later record takes a finding back.
    private List<Mark> records(String finding) {
        int grade = finding.equals("focal-oedema") ? 3 : 4;
        return chart.ofKind("neuro-finding").stream()
                .filter(entry -> entry.says("finding", finding))
                .map(entry -> new Mark(entry.at(), entry.flag("present") ? grade : 0))
                .toList();
    }
}
