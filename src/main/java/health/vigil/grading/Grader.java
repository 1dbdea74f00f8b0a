package health.vigil.grading;

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
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Grades one patient: a fold of the chart over observations in order of time.
///
/// The result depends only on the set of observations. The observations of one instant are one step, so they must
/// come in one call. It is a pure function: the same arguments give the same result.
public final class Grader {
    private final Policy policy;
    private final Patient patient;
    private final Attributions attributions;
    private final Rules<CrsState> crs;
    private final Rules<IcansState> icans;

    public Grader(Policy policy, Patient patient, Attributions attributions) {
        this.policy = policy;
        this.patient = patient;
        this.attributions = attributions;
        crs = new CrsRules(policy, patient, attributions);
        icans = new IcansRules(policy, patient, attributions);
    }

    /// The grader of the same patient if one more attribution were signed. Charts from before its beginning hold
    /// for both.
    public Grader supposing(Observation attribution) {
        return new Grader(policy, patient, attributions.with(attribution, policy.attributionLimit()));
    }

    /// The chart just before the infusion.
    ///
    /// @param before the observations before the infusion that may stand at it ({@link #mayStand}), sorted by
    /// effectiveAt; those that stand count from the infusion on
    public Chart begin(List<Observation> before) {
        var at = Windows.justBefore(patient.infusedAt());
        return new Chart(at, begin(crs, before, at), begin(icans, before, at));
    }

    private static <S> SyndromeChart<S> begin(Rules<S> rules, List<Observation> before, Instant at) {
        var state = rules.nothing();
        for (var sameInstant : Fold.instants(of(rules, before))) {
            state = rules.observe(state, sameInstant);
        }
        return new SyndromeChart<>(
                state, Track.begin(at, rules.assess(rules.nothing(), at).flags()));
    }

    /// Whether an observation before the infusion may stand at it: oxygen, infusions for the circulation, and
    /// findings. Readings, scores, seizures, drugs and boluses from before never count.
    public static boolean mayStand(Content content) {
        return switch (content) {
            case OxygenTherapy _, Vasopressor _, NeuroFinding _ -> true;
            case VitalSigns _, FluidBolus _, Medication _, NeuroCheck _, Seizure _ -> false;
            case LabResult _, Attribution _, CrsCourse _, Retraction _, Death _ -> false;
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> false;
            case GradeConfirmation _, HomeCheck _ -> false;
        };
    }

    /// Folds the time after `chart.asOf()` up to and including `until`.
    ///
    /// @param observations all graded observations with `chart.asOf() < effectiveAt <= until`, sorted by
    ///     effectiveAt; none retracted, none dated in the future. Attributions and retractions among them are
    ///     ignored
    public Progress advance(Chart chart, List<Observation> observations, Instant until) {
        var crsFold = fold(crs, chart.crs(), chart.asOf());
        var icansFold = fold(icans, chart.icans(), chart.asOf());
        var crsChart = crsFold.live(of(crs, observations), until);
        var icansChart = icansFold.live(of(icans, observations), until);
        return new Progress(
                new Chart(until, crsChart, icansChart),
                inOrder(crsFold.changes(), icansFold.changes(), GradeChange::at),
                inOrder(crsFold.flags(), icansFold.flags(), FlagChange::at));
    }

    private <S> Fold<S> fold(Rules<S> rules, SyndromeChart<S> chart, Instant asOf) {
        return asOf.isBefore(patient.infusedAt())
                ? Fold.beforeInfusion(rules, attributions, chart, patient.infusedAt())
                : new Fold<>(rules, attributions, chart, rules.horizon(chart.state(), asOf));
    }

    private static <C> List<C> inOrder(List<C> crs, List<C> icans, Function<C, Instant> at) {
        if (icans.isEmpty()) {
            return crs;
        }
        var changes = new ArrayList<>(crs);
        changes.addAll(icans);
        changes.sort(Comparator.comparing(at));
        return changes;
    }

    private static List<Observation> of(Rules<?> rules, List<Observation> observations) {
        var concerning = new ArrayList<Observation>();
        for (var observation : observations) {
            if (rules.concern(observation.content())) {
                concerning.add(observation);
            }
        }
        return concerning;
    }

    /// Both grades with their reasons at an instant, without observations since the chart.
    ///
    /// @param at not before `chart.asOf()`; only before the infusion it may be earlier, because nothing is graded
    ///     then
    public GradeReport report(Chart chart, Instant at) {
        if (at.isBefore(patient.infusedAt())) {
            return new GradeReport(
                    at,
                    beforeInfusion(Syndrome.CRS),
                    beforeInfusion(Syndrome.ICANS),
                    List.of(),
                    oxygen(chart, at),
                    Optional.of(patient.infusedAt()),
                    List.of());
        }
        var now = advance(chart, List.of(), at).chart();
        var next = Windows.earlier(
                crs.horizon(now.crs().state(), at).nextChange(),
                icans.horizon(now.icans().state(), at).nextChange());
        return new GradeReport(
                at,
                report(crs, now.crs(), at),
                report(icans, now.icans(), at),
                now.crs().state().infusions().agents(),
                oxygen(now, at),
                Optional.of(next).filter(instant -> !instant.equals(Instant.MAX)),
                crs.unconfirmed(now.crs().state(), now.crs().track().flags(), at));
    }

    private static Optional<ChartedOxygen> oxygen(Chart chart, Instant at) {
        return chart.crs()
                .state()
                .oxygen()
                .newest()
                .filter(charted -> !charted.at().isAfter(at));
    }

    private static <S> SyndromeReport report(Rules<S> rules, SyndromeChart<S> chart, Instant at) {
        var known = chart.track().grade() != Grade.UNKNOWN;
        return new SyndromeReport(
                rules.syndrome(),
                chart.track().grade(),
                rules.unknown(chart.state(), at),
                Optional.of(chart.track().since()).filter(_ -> known),
                rules.course(chart.state(), at),
                rules.evidence(chart.state(), at),
                rules.leftOut(chart.state(), at),
                rules.outlook(chart.state(), at),
                chart.track().flags(),
                chart.track().peak());
    }

    private static SyndromeReport beforeInfusion(Syndrome syndrome) {
        return new SyndromeReport(
                syndrome,
                Grade.UNKNOWN,
                Optional.of(new Unknown.BeforeInfusion()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty());
    }
}
