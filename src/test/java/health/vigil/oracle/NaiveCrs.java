package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The CRS components, the gate and the grade at an instant, given the onset of the active course (null if none is).
final class NaiveCrs {

    private static final Duration FEVER_WINDOW = Duration.ofHours(24);
    private static final Duration STALENESS = Duration.ofHours(24);
    private static final Duration ANTIPYRETIC_WINDOW = Duration.ofHours(12);
    private static final Exact FEVER_THRESHOLD = Exact.of("38.0");
    private static final Set<String> ANTI_CYTOKINES = Set.of(
            "tocilizumab",
            "siltuximab",
            "anakinra",
            "ruxolitinib",
            "dexamethasone",
            "methylprednisolone",
            "hydrocortisone",
            "prednisone");
    private static final Set<String> ANTIPYRETICS = Set.of("acetaminophen", "ibuprofen", "metamizole");

    private final Chart chart;
    private final List<Instant> temperatures;
    private final List<Instant> fevers;
    private final List<Instant> antiCytokines;
    private final List<Instant> antipyretics;
    private final NaiveHypotension hypotension;
    private final NaiveHypoxia hypoxia;

    NaiveCrs(Chart chart) {
        this.chart = chart;
        List<Entry> usable = chart.ofKind("vital-signs").stream()
                .filter(entry -> Plausible.TEMPERATURE.in(entry).isPresent())
                .toList();
        this.temperatures = timesOf(usable);
        this.fevers = timesOf(usable.stream()
                .filter(entry -> Plausible.TEMPERATURE.in(entry).orElseThrow().isAtLeast(FEVER_THRESHOLD))
                .filter(entry -> !chart.attributed("fever", entry.at()))
                .toList());
        this.antiCytokines = timesOf(drugs(ANTI_CYTOKINES));
        this.antipyretics = timesOf(drugs(ANTIPYRETICS));
        this.hypotension = new NaiveHypotension(chart);
        this.hypoxia = new NaiveHypoxia(chart);
    }

    private List<Entry> drugs(Set<String> names) {
        return chart.ofKind("medication").stream()
                .filter(entry -> names.contains(entry.text("drug")))
                .toList();
    }

    private static List<Instant> timesOf(List<Entry> entries) {
        return entries.stream().map(Entry::at).toList();
    }

    Integer grade(Instant now, Instant onset) {
        if (chart.dead(now)) {
            return chart.deadOf("crs", now) ? Integer.valueOf(5) : null;
        }
        int fever = fever(now, onset);
        int grade = gateOpen(now, onset) ? Math.max(fever, Math.max(hypotension.at(now), hypoxia.at(now))) : fever;
        return grade > 0 || temperatureUsable(now) ? Integer.valueOf(grade) : null;
    }

    /// A counted component is present: one that the gate keeps out is not.
    boolean counts(Instant now, Instant onset) {
        return fever(now, onset) > 0 || (gateOpen(now, onset) && (hypotension.at(now) > 0 || hypoxia.at(now) > 0));
    }

    boolean feverReadAt(Instant now) {
        return fevers.contains(now);
    }

    int fever(Instant now, Instant onset) {
        for (Instant fever : fevers) {
            if (since(onset, fever) && Mark.within(FEVER_WINDOW, fever, now)) {
                return 1;
            }
        }
        return 0;
    }

    boolean gateOpen(Instant now, Instant onset) {
        return onset != null && (fever(now, onset) == 1 || treated(now, onset));
    }

    private boolean treated(Instant now, Instant onset) {
        for (Instant given : antiCytokines) {
            if (since(onset, given) && !given.isAfter(now)) {
                return true;
            }
        }
        for (Instant given : antipyretics) {
            if (since(onset, given) && Mark.within(ANTIPYRETIC_WINDOW, given, now)) {
                return true;
            }
        }
        return false;
    }

    /// "Since onset" holds the onset's own instant.
    private static boolean since(Instant onset, Instant at) {
        return onset != null && !at.isBefore(onset);
    }

    boolean temperatureUsable(Instant now) {
        return Mark.anyWithin(STALENESS, temperatures, now);
    }

    List<Instant> fevers() {
        return fevers;
    }

    NaiveHypotension hypotension() {
        return hypotension;
    }

    NaiveHypoxia hypoxia() {
        return hypoxia;
    }
}
