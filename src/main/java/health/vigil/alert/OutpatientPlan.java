package health.vigil.alert;

import health.vigil.alert.Cadence.CadencePhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The intervals of checks of a patient who is watched at home.
///
/// @param early the interval of vital signs until `earlyFor` after the infusion
/// @param later the interval of vital signs from then on
/// @param questions the interval of the questions to the caregiver
/// @param visitsEarly the interval of ICE or CAPD at visits until `earlyFor`
/// @param visits the interval of ICE or CAPD at visits from then on
/// @param visitsFor how long after the infusion they are due
public record OutpatientPlan(
        Duration early,
        Duration earlyFor,
        Duration later,
        Duration questions,
        Duration visitsEarly,
        Duration visits,
        Duration visitsFor) {
    public static final OutpatientPlan DEFAULT = new OutpatientPlan(
            Duration.ofHours(8),
            Duration.ofDays(8),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(72),
            Duration.ofDays(15));

    private static final List<CheckPart.Bedside> VITAL_SIGNS = List.of(
            CheckPart.Bedside.TEMPERATURE,
            CheckPart.Bedside.HEART_RATE,
            CheckPart.Bedside.BLOOD_PRESSURE,
            CheckPart.Bedside.SPO2);

    public OutpatientPlan {
        Intervals.check(early, later, questions, visitsEarly, visits);
        Intervals.rising("vital signs at home, early and later", early, later);
        Intervals.rising("ICE or CAPD at visits, early and later", visitsEarly, visits);
        Intervals.require(!earlyFor.isNegative(), "the early days at home are negative: " + earlyFor);
        Intervals.require(!visitsFor.isNegative(), "the days of visits are negative: " + visitsFor);
    }

    /// @param since since when the patient is watched at home
    List<DueCheck> due(CheckSchedule schedule, Instant since) {
        var facts = schedule.facts();
        var begun = since.isBefore(facts.infusedAt()) ? facts.infusedAt() : since;
        var earlyUntil = facts.infusedAt().plus(earlyFor);
        var due = new ArrayList<DueCheck>();
        due.add(schedule.atHome(Check.VITAL_SIGNS, VITAL_SIGNS, phases(early, earlyUntil, later), begun));
        due.add(schedule.atHome(
                Check.HOME_CHECK, List.of(CheckPart.Bedside.HOME_CHECK), Cadence.steady(questions), begun));
        var tool = schedule.atHome(
                facts.tool(), List.of(part(facts.tool())), phases(visitsEarly, earlyUntil, visits), begun);
        if (!tool.dueAt().isAfter(facts.infusedAt().plus(visitsFor)) && asksForVisits(schedule)) {
            due.add(tool);
        }
        return due;
    }

    /// A visit that was missed on the last days is dropped one interval after them.
    private boolean asksForVisits(CheckSchedule schedule) {
        var end = schedule.facts().infusedAt().plus(visitsFor).plus(visits);
        return schedule.at().isBefore(end);
    }

    private static Cadence phases(Duration first, Instant until, Duration then) {
        return new Cadence(List.of(new CadencePhase(first, until)), then);
    }

    private static CheckPart part(Check tool) {
        return tool == Check.CAPD ? CheckPart.Bedside.CAPD : CheckPart.Bedside.ICE;
    }
}
