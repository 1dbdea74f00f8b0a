package health.vigil.oracle;

import health.vigil.oracle.NaiveCourse.ActiveCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The CRS components, the gate and the grade at an instant, given the course that is active (null if none is).
final class NaiveCrs {

    private static final Duration FEVER_WINDOW = Duration.ofHours(24);
    private static final Duration STALENESS = Duration.ofHours(24);
    private static final Duration ANTIPYRETIC_WINDOW = Duration.ofHours(12);
    private static final Exact FEVER_THRESHOLD = Exact.of("38.0");
    private static final Set<String> ANTI_CYTOKINES = Set.of(
            "tocilizumab",
            "siltuximab",
            "sarilumab",
            "anakinra",
            "emapalumab",
            "ruxolitinib",
            "itacitinib",
            "dexamethasone",
            "methylprednisolone",
            "hydrocortisone",
            "prednisone",
            "prednisolone");
    private static final Set<String> ANTIPYRETICS =
            Set.of("acetaminophen", "ibuprofen", "metamizole", "aspirin", "naproxen", "diclofenac");

    private final Chart chart;
    private final List<Instant> temperatures;
    private final List<Instant> fevers;
    private final List<Instant> antiCytokines;
    private final List<Instant> antipyretics;
    private final NaiveHypotension hypotension;
    private final NaiveHypoxia hypoxia;

    NaiveCrs(Chart chart) {
        this.chart = chart;
        List<OracleObservation> usable = chart.ofKind("vital-signs").stream()
                .filter(entry -> PlausibleRange.TEMPERATURE.in(entry).isPresent())
                .toList();
        // One taken at home shows no one free of fever, so a grade of 0 needs one of the hospital.
        this.temperatures =
                timesOf(usable.stream().filter(entry -> !entry.atHome()).toList());
        this.fevers = timesOf(usable.stream()
                .filter(entry ->
                        PlausibleRange.TEMPERATURE.in(entry).orElseThrow().isAtLeast(FEVER_THRESHOLD))
                .filter(entry -> !chart.attributed("fever", entry.at()))
                .toList());
        this.antiCytokines = timesOf(drugs(ANTI_CYTOKINES).stream()
                .filter(entry -> !entry.hasWord("indication", "replacement"))
                .toList());
        this.antipyretics = timesOf(drugs(ANTIPYRETICS));
        this.hypotension = new NaiveHypotension(chart);
        this.hypoxia = new NaiveHypoxia(chart);
    }

    private List<OracleObservation> drugs(Set<String> names) {
        return chart.ofKind("medication").stream()
                .filter(entry -> names.contains(entry.text("drug")))
                .toList();
    }

    private static List<Instant> timesOf(List<OracleObservation> entries) {
        return entries.stream().map(OracleObservation::at).toList();
    }

    Integer grade(Instant now, ActiveCourse course) {
        if (chart.dead(now)) {
            return chart.deadOf("crs", now) ? Integer.valueOf(5) : null;
        }
        if (!gateOpen(now, course) && supported(now)) {
            return null;
        }
        int grade = gateOpen(now, course) ? highest(now, course) : 0;
        return grade > 0 || temperatureUsable(now) ? Integer.valueOf(grade) : null;
    }

    private int highest(Instant now, ActiveCourse course) {
        return Math.max(fever(now, course), Math.max(hypotension.at(now), hypoxia.at(now)));
    }

    /// Hypotension or hypoxia is treated, each unless attributed: with the gate closed the grade is not known.
    private boolean supported(Instant now) {
        return hypotension.treated(now) || hypoxia.treated(now);
    }

    /// A counted component is present: one that the gate keeps out is not.
    boolean counts(Instant now, ActiveCourse course) {
        return gateOpen(now, course) && highest(now, course) > 0;
    }

    boolean feverReadAt(Instant now) {
        return fevers.contains(now);
    }

    int fever(Instant now, ActiveCourse course) {
        for (Instant fever : fevers) {
            if (since(course, fever) && Mark.within(FEVER_WINDOW, fever, now)) {
                return 1;
            }
        }
        return 0;
    }

    /// H and X count while the course is active and F is 1, or treated, or opened by a physician.
    boolean gateOpen(Instant now, ActiveCourse course) {
        return course != null && (fever(now, course) == 1 || treated(now, course) || course.openedByPhysician());
    }

    boolean treated(Instant now, ActiveCourse course) {
        return antiCytokineGiven(now, course) || antipyreticActs(now, course);
    }

    /// Also what lengthens a course: the page repeats neither the list nor the replacement there, but means the
    /// same.
    boolean antiCytokineGiven(Instant now, ActiveCourse course) {
        for (Instant given : antiCytokines) {
            if (since(course, given) && !given.isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    private boolean antipyreticActs(Instant now, ActiveCourse course) {
        for (Instant given : antipyretics) {
            if (since(course, given) && Mark.within(ANTIPYRETIC_WINDOW, given, now)) {
                return true;
            }
        }
        return false;
    }

    /// "Since onset" holds the onset's own instant.
    private static boolean since(ActiveCourse course, Instant at) {
        return course != null && !at.isBefore(course.onset());
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
