package health.vigil.oracle;

import health.vigil.oracle.NaiveCourse.ActiveCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The review flags of CRS.
///
/// Those whose condition the page does not spell out are read from their names. None of them depends on whether
/// the patient has died, except the one that requires a grade of 2.
final class NaiveCrsFlags {

    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration EARLY = Duration.ofHours(6);
    private static final List<String> COMPONENTS = List.of("fever", "hypotension", "hypoxia");

    private final Chart chart;
    private final NaiveCrs crs;

    NaiveCrsFlags(Chart chart, NaiveCrs crs) {
        this.chart = chart;
        this.crs = crs;
    }

    Set<String> at(Instant now, ActiveCourse course) {
        NaiveHypoxia hypoxia = crs.hypoxia();
        NaiveVasopressors vasopressors = crs.hypotension().vasopressors();
        Set<String> flags = new TreeSet<>(chart.attributedFlags(COMPONENTS, now));
        add(flags, "possible-masked-crs", masked(now, course));
        add(flags, "hypoxia-despite-oxygen", hypoxia.despiteOxygen(now));
        add(flags, "hypoxia-not-corrected", hypoxia.notCorrected(now));
        add(flags, "hypoxia-device-not-charted", hypoxia.deviceNotCharted(now));
        add(flags, "hypoxia-on-room-air", hypoxia.onRoomAir(now));
        add(flags, "flow-not-charted", hypoxia.flowNotCharted(now));
        add(flags, "device-by-analogy", hypoxia.byAnalogy(now));
        add(flags, "device-not-known", hypoxia.deviceNotKnown(now));
        add(flags, "reason-not-charted", hypoxia.reasonNotCharted(now));
        add(flags, "confirm-oxygen", hypoxia.toBeConfirmed(now));
        add(flags, "vasopressin-only", vasopressors.vasopressinOnly(now));
        add(flags, "agent-not-known", vasopressors.agentNotKnown(now));
        add(flags, "inotrope-not-counted", vasopressors.inotropeNotCounted(now));
        add(flags, "agent-not-counted", vasopressors.agentNotCounted(now));
        add(flags, "confirm-vasopressor", vasopressors.toBeConfirmed(now));
        add(flags, "late-onset", lateOnset(course));
        add(flags, "fever-within-6h-of-infusion", earlyFever(now, course));
        add(flags, "temperature-stale", !crs.temperatureUsable(now));
        add(flags, "single-reading", singleReading(now, course));
        add(flags, "attribution-ended", attributionEnded(now, course));
        return flags;
    }

    private static void add(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }

    private boolean masked(Instant now, ActiveCourse course) {
        boolean present = crs.hypotension().at(now) > 0 || crs.hypoxia().at(now) > 0;
        return present && !crs.gateOpen(now, course);
    }

    /// More than 14 days after the newest infusion at or before the onset, as long as the course is active.
    private boolean lateOnset(ActiveCourse course) {
        return course != null && course.onset().isAfter(newestInfusion(course).plus(LATE));
    }

    private Instant newestInfusion(ActiveCourse course) {
        return chart.patient().newestInfusionBy(course.onset());
    }

    /// A fever reading of the active course lies in the first six hours, their last instant included, after the
    /// newest infusion at or before the onset.
    private boolean earlyFever(Instant now, ActiveCourse course) {
        return course != null
                && crs.fevers().stream()
                        .filter(fever -> !fever.isBefore(course.onset()) && !fever.isAfter(now))
                        .anyMatch(fever -> Mark.within(EARLY, newestInfusion(course), fever));
    }

    /// The grade is 2, and every component that is 2 rests on one reading.
    private boolean singleReading(Instant now, ActiveCourse course) {
        return Objects.equals(crs.grade(now, course), 2)
                && (crs.hypotension().at(now) != 2 || crs.hypotension().restsOnOneReading(now))
                && (crs.hypoxia().at(now) != 2 || crs.hypoxia().restsOnOneReading(now));
    }

    /// An attribution ended while its component would count, and the component has counted since. The page
    /// does not say how long the flag is shown: here as long as the component is present and is not
    /// attributed again.
    private boolean attributionEnded(Instant now, ActiveCourse course) {
        for (Attribution attribution : chart.attributions()) {
            for (String component : COMPONENTS) {
                if (attribution.endedFor(component, now)
                        && grade(component, attribution.endFor(component), course) > 0
                        && grade(component, now, course) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int grade(String component, Instant at, ActiveCourse course) {
        return switch (component) {
            case "fever" -> chart.attributed("fever", at) ? 0 : crs.fever(at, course);
            case "hypotension" -> crs.hypotension().at(at);
            case "hypoxia" -> crs.hypoxia().at(at);
            default -> throw new IllegalArgumentException("no such component: " + component);
        };
    }
}
