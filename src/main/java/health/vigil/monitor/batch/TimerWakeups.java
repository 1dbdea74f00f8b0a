package health.vigil.monitor.batch;

import health.vigil.alert.Check;
import health.vigil.alert.Condition;
import health.vigil.intake.Subject;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.store.Timers.AwaitedTimer;
import java.util.List;
import java.util.stream.Stream;

/// Makes timers of checks and devices due when they may have to be decided again. The rounds decide what is
/// overdue.
public final class TimerWakeups {
    private TimerWakeups() {}

    /// New grades change how often a patient is checked, and a retracted check was not done.
    public static void regraded(Sql sql, List<RegradedEpisode> regraded) {
        Timers.makeDue(
                sql,
                Timers.CHECK,
                regraded.stream()
                        .filter(RegradedEpisode::mayChangeThePlan)
                        .map(each -> each.id().toString())
                        .toList());
    }

    /// Wakes the timers whose alerts an applied observation may end.
    static void applied(Sql sql, List<Disposition> dispositions) {
        Timers.makeAwaitedDue(
                sql,
                dispositions.stream()
                        .filter(Disposition.Apply.class::isInstance)
                        .map(Disposition.Apply.class::cast)
                        .flatMap(TimerWakeups::awaitedTimers)
                        .distinct()
                        .toList());
    }

    private static Stream<AwaitedTimer> awaitedTimers(Disposition.Apply apply) {
        return apply.episodes().stream()
                .filter(episode -> episode.owns(apply.observation().effectiveAt()))
                .flatMap(episode -> Stream.concat(
                        checks(apply.observation().content())
                                .map(check -> new AwaitedTimer(
                                        Timers.CHECK,
                                        episode.id().toString(),
                                        episode.id(),
                                        new Condition.CheckOverdue(check).key())),
                        device(apply)
                                .map(device -> new AwaitedTimer(
                                        Timers.DEVICE,
                                        device,
                                        episode.id(),
                                        new Condition.DeviceSilent(device).key()))));
    }

    private static Stream<Check> checks(Content content) {
        return switch (content) {
            case VitalSigns _ -> Stream.of(Check.VITAL_SIGNS, Check.REPEAT_READING);
            case NeuroCheck _ -> Stream.of(Check.ICE, Check.CAPD, Check.BASELINE_ICE, Check.BASELINE_CAPD);
            case LabResult _ -> Stream.of(Check.LABS);
            case HomeCheck _ -> Stream.of(Check.HOME_CHECK);
            case OxygenTherapy _, Vasopressor _ -> Stream.of(Check.CONFIRM_SUPPORT, Check.REPEAT_READING);
            case FluidBolus _, Attribution _, CrsCourse _ -> Stream.of(Check.REPEAT_READING);
            case Medication _, Seizure _, NeuroFinding _, Retraction _, Death _ -> Stream.empty();
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> Stream.empty();
            case GradeConfirmation _ -> Stream.empty();
        };
    }

    private static Stream<String> device(Disposition.Apply apply) {
        return apply.observed().submission().subject() instanceof Subject.ByDevice(var device)
                ? Stream.of(device.value())
                : Stream.empty();
    }
}
