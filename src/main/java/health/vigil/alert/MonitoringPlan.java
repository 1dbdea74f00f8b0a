package health.vigil.alert;

import health.vigil.grading.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How often a patient is checked after the infusion. The board, the grade's `overdue` and the timers ask this plan.
///
/// Sources: vital signs, Brudno and Kochenderfer 2016; ICE at least twice a day and daily laboratory, ASCO 2021.
///
/// @param vitalSigns how often without CRS
/// @param vitalSignsInCrs how often at CRS 1 and above
/// @param neuroChecks how often ICE or CAPD without CRS and ICANS
/// @param neuroChecksEarly how often with any CRS or at ICANS 1
/// @param neuroChecksSevere how often at ICANS 2 and above
/// @param labs how often
/// @param grace how long after it was due a check alarms
public record MonitoringPlan(
        Duration vitalSigns,
        Duration vitalSignsInCrs,
        Duration neuroChecks,
        Duration neuroChecksEarly,
        Duration neuroChecksSevere,
        Duration labs,
        Duration grace) {
    private static final Duration LONGEST = Duration.ofDays(7);

    public static final MonitoringPlan DEFAULT = new MonitoringPlan(
            Duration.ofHours(4),
            Duration.ofHours(2),
            Duration.ofHours(12),
            Duration.ofHours(8),
            Duration.ofHours(4),
            Duration.ofHours(24),
            Duration.ZERO);

    public MonitoringPlan {
        List.of(vitalSigns, vitalSignsInCrs, neuroChecks, neuroChecksEarly, neuroChecksSevere, labs)
                .forEach(MonitoringPlan::check);
        require(!grace.isNegative() && grace.compareTo(LONGEST) <= 0, "a grace of " + grace);
        require(vitalSignsInCrs.compareTo(vitalSigns) <= 0, "vital signs rarer in CRS than without");
        require(neuroChecksEarly.compareTo(neuroChecks) <= 0, "neurological checks rarer in CRS than without");
        require(neuroChecksSevere.compareTo(neuroChecksEarly) <= 0, "neurological checks rarer in ICANS 2 than in 1");
    }

    private static void check(Duration interval) {
        require(interval.isPositive() && interval.compareTo(LONGEST) <= 0, "an interval of " + interval);
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new IllegalArgumentException("Impossible monitoring plan: " + otherwise);
        }
    }

    /// The grades that decide how often.
    public record Severity(Grade crs, Grade icans) {
        boolean crsPresent() {
            return crs.above(Grade.ZERO);
        }
    }

    /// Which checks are due when. None when the patient is not watched any more.
    public List<DueCheck> due(CheckFacts facts, Severity severity, Instant at) {
        if (facts.endedBy(at)) {
            return List.of();
        }
        var due = new ArrayList<DueCheck>();
        if (!facts.infusedAt().isAfter(at)) {
            due.add(recurring(facts, Check.VITAL_SIGNS, vitalSigns(severity), at));
            due.add(recurring(facts, facts.tool(), neuroChecks(severity), at));
            due.add(recurring(facts, Check.LABS, labs, at));
        }
        if (!facts.baselineTaken()) {
            due.add(due(facts, baseline(facts.tool()), facts.infusedAt(), at));
        }
        return due;
    }

    private static Check baseline(Check tool) {
        return tool == Check.CAPD ? Check.BASELINE_CAPD : Check.BASELINE_ICE;
    }

    private Duration vitalSigns(Severity severity) {
        return severity.crsPresent() ? vitalSignsInCrs : vitalSigns;
    }

    private Duration neuroChecks(Severity severity) {
        if (severity.icans().above(Grade.ONE)) {
            return neuroChecksSevere;
        }
        return severity.icans().above(Grade.ZERO) || severity.crsPresent() ? neuroChecksEarly : neuroChecks;
    }

    private static DueCheck recurring(CheckFacts facts, Check check, Duration interval, Instant at) {
        return due(facts, check, facts.lastDone(check).plus(interval), at);
    }

    /// A pause moves what is due in it to its end.
    private static DueCheck due(CheckFacts facts, Check check, Instant natural, Instant at) {
        var pauses = facts.pauses().stream()
                .filter(pause -> pause.check() == check && pause.begunBy(at))
                .toList();
        var due = pauses.stream().map(Pause::until).reduce(natural, MonitoringPlan::later);
        return new DueCheck(
                check, due, pauses.stream().filter(pause -> pause.lastsAt(at)).findFirst());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
