package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The component H.
final class NaiveHypotension {

    private static final Duration PRESSURE_WINDOW = Duration.ofHours(12);
    private static final Duration BOLUS_WINDOW = Duration.ofHours(6);
    private static final Duration OVERLAP = Duration.ofMinutes(30);
    private static final String VASOPRESSIN = "vasopressin";
    private static final List<String> OTHER_VASOPRESSORS =
            List.of("norepinephrine", "epinephrine", "phenylephrine", "dopamine", "angiotensin-ii");
    private static final List<String> INOTROPES = List.of("dobutamine", "milrinone");

    private final Chart chart;
    private final Map<String, List<Instant>> starts;
    private final Map<String, List<Instant>> stops;
    private final List<Mark> pressures;
    private final List<Instant> boluses;

    NaiveHypotension(Chart chart) {
        this.chart = chart;
        this.starts = timesByAgent("started");
        this.stops = timesByAgent("stopped");
        this.pressures = chart.ofKind("vital-signs").stream()
                .filter(this::readsPressure)
                .map(entry -> new Mark(entry.at(), hypotensive(entry) ? 2 : 0))
                .toList();
        this.boluses = chart.ofKind("fluid-bolus").stream()
                .filter(entry -> entry.says("reason", "hypotension"))
                .map(Entry::at)
                .toList();
    }

    /// 0 while attributed, else 0, 2, 3 or 4.
    int at(Instant now) {
        if (chart.attributed("hypotension", now)) {
            return 0;
        }
        int byVasopressors = byVasopressors(now);
        return byVasopressors > 0 ? byVasopressors : byPressureOrBolus(now);
    }

    private int byVasopressors(Instant now) {
        if (starts.isEmpty()) {
            return 0;
        }
        List<Instant> others = startsOfOthers(now);
        if (others.size() >= 2 && !now.isBefore(others.get(1).plus(OVERLAP))) {
            return 4;
        }
        return !others.isEmpty() || running(VASOPRESSIN, now) ? 3 : 0;
    }

    private int byPressureOrBolus(Instant now) {
        boolean bolus = Mark.anyWithin(BOLUS_WINDOW, boluses, now);
        return bolus ? 2 : Mark.newestWithin(PRESSURE_WINDOW, pressures, now).orElse(0);
    }

    private List<Instant> startsOfOthers(Instant now) {
        return OTHER_VASOPRESSORS.stream()
                .map(agent -> runningSince(agent, now))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private boolean running(String agent, Instant now) {
        return runningSince(agent, now) != null;
    }

    /// The first start not before the last stop, or null: stops act before starts at one instant, and a start of a
    /// running agent changes nothing.
    private Instant runningSince(String agent, Instant now) {
        Instant lastStop = Instant.MIN;
        for (Instant stop : stops.getOrDefault(agent, List.of())) {
            lastStop = !stop.isAfter(now) && stop.isAfter(lastStop) ? stop : lastStop;
        }
        Instant since = null;
        for (Instant start : starts.getOrDefault(agent, List.of())) {
            boolean runs = !start.isAfter(now) && !start.isBefore(lastStop);
            since = runs && (since == null || start.isBefore(since)) ? start : since;
        }
        return since;
    }

    private Map<String, List<Instant>> timesByAgent(String action) {
        return chart.ofKind("vasopressor").stream()
                .filter(entry -> entry.says("action", action))
                .collect(Collectors.groupingBy(
                        entry -> entry.text("agent"), Collectors.mapping(Entry::at, Collectors.toList())));
    }

    boolean vasopressinOnly(Instant now) {
        return running(VASOPRESSIN, now) && startsOfOthers(now).isEmpty();
    }

    boolean inotropeRunning(Instant now) {
        return INOTROPES.stream().anyMatch(agent -> running(agent, now));
    }

    private boolean readsPressure(Entry entry) {
        return Plausible.SYSTOLIC.in(entry).isPresent()
                || (adult() && Plausible.MEAN_ARTERIAL_PRESSURE.in(entry).isPresent());
    }

    /// By the first of these that decides.
    private boolean hypotensive(Entry entry) {
        Optional<Exact> systolic = Plausible.SYSTOLIC.in(entry);
        Optional<Exact> baseline = Exact.read(chart.baseline(), "systolic");
        if (systolic.isPresent()
                && baseline.isPresent()
                && systolic.get().isAtLeast(baseline.get().times("0.95"))) {
            return false;
        }
        if (systolic.isPresent() && systolic.get().isBelow(limitForAge())) {
            return true;
        }
        return adult() && (lowMean(entry) || lowForThisPatient(systolic, baseline));
    }

    private static boolean lowMean(Entry entry) {
        return Plausible.MEAN_ARTERIAL_PRESSURE
                .in(entry)
                .filter(mean -> mean.isBelow("65"))
                .isPresent();
    }

    private static boolean lowForThisPatient(Optional<Exact> systolic, Optional<Exact> baseline) {
        return systolic.isPresent()
                && baseline.isPresent()
                && systolic.get().isBelow(baseline.get().times("0.80"))
                && systolic.get().isBelow("100");
    }

    private boolean adult() {
        return chart.patient().age() >= 18;
    }

    private String limitForAge() {
        int age = chart.patient().age();
        if (age < 1) {
            return "70";
        }
        return age <= 10 ? String.valueOf(70 + 2 * age) : "90";
    }
}
