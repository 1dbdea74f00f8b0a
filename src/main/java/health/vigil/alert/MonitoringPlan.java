package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How often a patient is checked after the infusion. The board, the grade's `overdue` and the timers use
/// this plan.
///
/// Sources: vital signs, Brudno and Kochenderfer 2016; ICE at least twice a day and daily laboratory, ASCO
/// 2021.
///
/// @param baselineWithin how long before the infusion a baseline ICE or CAPD counts
/// @param repeatReading how long after a single reading another one is due
/// @param grace how long after the due time a check raises an alert
/// @param outpatient for patients who are watched at home
public record MonitoringPlan(
        VitalSignsPlan vitalSigns,
        NeuroPlan neuroChecks,
        LaboratoryPlan labs,
        Retry retry,
        Duration baselineWithin,
        Duration repeatReading,
        Duration grace,
        OutpatientPlan outpatient) {
    public static final MonitoringPlan DEFAULT = new MonitoringPlan(
            VitalSignsPlan.DEFAULT,
            NeuroPlan.DEFAULT,
            LaboratoryPlan.DEFAULT,
            Retry.DEFAULT,
            Duration.ofDays(3),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            OutpatientPlan.DEFAULT);

    public MonitoringPlan {
        Intervals.check(baselineWithin, repeatReading);
        Intervals.require(
                !grace.isNegative() && grace.compareTo(Intervals.LONGEST) <= 0,
                "the grace " + grace + " is not from 0 to " + Intervals.LONGEST);
    }

    /// A plan with the usual checks at home.
    public MonitoringPlan(
            VitalSignsPlan vitalSigns,
            NeuroPlan neuroChecks,
            LaboratoryPlan labs,
            Retry retry,
            Duration baselineWithin,
            Duration repeatReading,
            Duration grace) {
        this(vitalSigns, neuroChecks, labs, retry, baselineWithin, repeatReading, grace, OutpatientPlan.DEFAULT);
    }

    /// The due times of all checks; empty if the patient is no longer watched.
    public List<DueCheck> due(CheckFacts facts, Severity severity, Instant at) {
        if (facts.endedBy(at)) {
            return List.of();
        }
        var due = new ArrayList<DueCheck>();
        var schedule = new CheckSchedule(facts, retry, at);
        if (!facts.infusedAt().isAfter(at)) {
            due.addAll(facts.outpatientSince()
                    .map(since -> outpatient.due(schedule, since))
                    .orElseGet(() -> recurring(schedule, severity)));
            due.addAll(questions(schedule, severity));
        }
        if (!baselineTaken(facts)) {
            due.add(schedule.once(facts.tool().baseline(), facts.infusedAt()));
        }
        return due;
    }

    private List<DueCheck> recurring(CheckSchedule schedule, Severity severity) {
        var facts = schedule.facts();
        return List.of(
                schedule.recurring(
                        Check.VITAL_SIGNS,
                        List.of(CheckPart.Bedside.TEMPERATURE, CheckPart.Bedside.BLOOD_PRESSURE),
                        vitalSigns.cadence(facts, severity, schedule.at())),
                schedule.recurring(
                        facts.tool(),
                        NeuroPlan.parts(facts.tool(), severity),
                        Cadence.steady(neuroChecks.interval(severity))),
                schedule.recurring(Check.LABS, labs.set(), Cadence.steady(labs.interval(severity))));
    }

    private List<DueCheck> questions(CheckSchedule schedule, Severity severity) {
        var questions = new Questions(severity.unconfirmed(), repeatReading);
        return Stream.of(
                        schedule.about(Check.CONFIRM_SUPPORT, unconfirmed(schedule.facts(), questions.support())),
                        schedule.about(Check.REPEAT_READING, unanswered(schedule.facts(), questions.readings())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Nobody does rounds at home, so nobody is asked whether the support of an outpatient still runs.
    private static List<PartAge> unconfirmed(CheckFacts facts, List<PartAge> asked) {
        return facts.outpatientSince().isPresent() ? List.of() : asked;
    }

    /// Of an outpatient any later reading is the repeated one, also one taken at home. It changes no grade.
    private static List<PartAge> unanswered(CheckFacts facts, List<PartAge> asked) {
        return asked.stream()
                .filter(part -> facts.outpatientSince().isEmpty()
                        || facts.last(part.part())
                                .filter(last -> !part.seenFrom(last))
                                .isEmpty())
                .toList();
    }

    private boolean baselineTaken(CheckFacts facts) {
        var oldest = facts.infusedAt().minus(baselineWithin);
        return facts.baselineAt().filter(taken -> !taken.isBefore(oldest)).isPresent();
    }
}
