package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The review flags of CRS.
///
/// The page defines `possible-masked-crs` and `late-onset`; the others are read from their names. None of them depends
/// on whether the patient has died.
final class NaiveCrsFlags {

    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration EARLY = Duration.ofHours(6);
    private static final Duration FEVER_WINDOW = Duration.ofHours(24);

    private final Chart chart;
    private final NaiveCrs crs;

    NaiveCrsFlags(Chart chart, NaiveCrs crs) {
        this.chart = chart;
        this.crs = crs;
    }

    Set<String> at(Instant now, Instant onset) {
        Set<String> flags = new TreeSet<>(chart.attributedFlags(List.of("fever", "hypotension", "hypoxia"), now));
        add(flags, "possible-masked-crs", masked(now, onset));
        add(
                flags,
                "late-onset",
                onset != null && onset.isAfter(chart.infusedAt().plus(LATE)));
        add(flags, "hypoxia-device-not-charted", crs.hypoxia().onlyProvisional(now));
        add(flags, "vasopressin-only", crs.hypotension().vasopressinOnly(now));
        add(flags, "inotrope-not-counted", crs.hypotension().inotropeRunning(now));
        add(flags, "fever-within-6h-of-infusion", earlyFever(now));
        add(flags, "temperature-stale", !crs.temperatureUsable(now));
        return flags;
    }

    private static void add(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }

    private boolean masked(Instant now, Instant onset) {
        boolean present = crs.hypotension().at(now) > 0 || crs.hypoxia().at(now) > 0;
        return present && !crs.gateOpen(now, onset);
    }

    /// Raised while a counted fever reading of the first six hours, the sixth hour's end included, is in its window.
    private boolean earlyFever(Instant now) {
        return crs.fevers().stream()
                .filter(fever -> Mark.within(EARLY, chart.infusedAt(), fever))
                .anyMatch(fever -> Mark.within(FEVER_WINDOW, fever, now));
    }
}
