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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CRS: fever, hypotension and hypoxia in a course, behind the gate (Lee 2019, table of CRS).
final class CrsRules implements Rules<CrsState> {
    private final Policy policy;
    private final FeverRule fever;
    private final HypotensionRule hypotension;
    private final HypoxiaRule hypoxia;
    private final CrsObserver observer;
    private final CrsFlags flags;
    private final CrsExclusions exclusions;
    private final CrsOutlook outlook;
    private final Attributions attributions;

    CrsRules(Policy policy, Patient patient, Attributions attributions) {
        this.policy = policy;
        this.attributions = attributions;
        fever = new FeverRule(policy, attributions);
        var pressure = new PressureRule(patient, policy);
        hypotension = new HypotensionRule(policy, pressure, attributions);
        hypoxia = new HypoxiaRule(patient, policy, attributions);
        observer = new CrsObserver(policy, fever, pressure, hypoxia, new HomeRule(fever, pressure, hypoxia));
        flags = new CrsFlags(policy, patient, fever, hypotension, hypoxia, attributions);
        exclusions = new CrsExclusions(policy, fever, attributions);
        outlook = new CrsOutlook(policy);
    }

    @Override
    public Syndrome syndrome() {
        return Syndrome.CRS;
    }

    @Override
    public CrsState nothing() {
        return CrsState.NONE;
    }

    @Override
    public boolean concern(Content content) {
        return switch (content) {
            case VitalSigns _, OxygenTherapy _, Vasopressor _, FluidBolus _, Medication _, CrsCourse _, Death _ -> true;
            case NeuroCheck _, Seizure _, NeuroFinding _, LabResult _, Attribution _, Retraction _ -> false;
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> false;
            case GradeConfirmation _, HomeCheck _ -> false;
        };
    }

    @Override
    public CrsState elapse(CrsState state, Horizon before, Instant to) {
        var course = state.course().presentUntil(Windows.earlier(before.presentUntil(), to));
        var end = course.end(state.treatments().resolution(course, policy));
        return state.with(to.isAfter(end) ? course.close(end, state.treatments().treats(course, end, policy)) : course);
    }

    @Override
    public CrsState observe(CrsState state, List<Observation> sameInstant) {
        return observer.observe(state, sameInstant);
    }

    @Override
    public Assessment assess(CrsState state, Instant at) {
        var components = components(state, at);
        var grade = grade(state, components, at);
        var raised = flags.at(state, components, grade, at);
        return new Assessment(grade, raised, horizon(state, components, at));
    }

    @Override
    public Horizon horizon(CrsState state, Instant at) {
        return horizon(state, components(state, at), at);
    }

    private Horizon horizon(CrsState state, CrsComponents components, Instant at) {
        return new Horizon(components.countedUntil(), nextChange(state, components, at));
    }

    private CrsComponents components(CrsState state, Instant at) {
        var febrile = fever.judge(state, at);
        return new CrsComponents(
                febrile,
                hypotension.judge(state, at),
                hypoxia.judge(state, at),
                Gate.judge(state, febrile, at, policy),
                hypotension.treated(state, at) || hypoxia.treated(state, at),
                fever.freshUntil(state));
    }

    private Grade grade(CrsState state, CrsComponents components, Instant at) {
        if (state.deaths().any()) {
            return state.deaths().grade(syndrome());
        }
        if (components.undecided()) {
            return Grade.UNKNOWN;
        }
        int highest = components.highest();
        return highest == 0 && at.isAfter(components.freshUntil()) ? Grade.UNKNOWN : Grade.of(highest);
    }

    private Instant nextChange(CrsState state, CrsComponents components, Instant at) {
        var next = Windows.earlier(components.nextChange(), attributions.nextBoundary(at));
        next = Windows.earlier(next, flags.nextChange(state, at));
        next = Windows.earlierAfter(at, next, components.freshUntil());
        var attributed = fever.attributed(state, at).map(reading -> reading.at().plus(policy.feverWindow()));
        next = Windows.earlierAfter(at, next, attributed.orElse(Instant.MIN));
        return state.course().active() ? Windows.earlierAfter(at, next, endOfCourse(state)) : next;
    }

    @Override
    public List<UnconfirmedRecord> unconfirmed(CrsState state, Set<Flag> up, Instant at) {
        return new CrsQuestions(policy, hypotension, hypoxia).of(state, up, at);
    }

    private Instant endOfCourse(CrsState state) {
        return state.course().end(state.treatments().resolution(state.course(), policy));
    }

    @Override
    public List<Evidence> evidence(CrsState state, Instant at) {
        return state.deaths().any()
                ? state.deaths().evidence(syndrome())
                : Rules.worstFirst(components(state, at).counted());
    }

    @Override
    public Optional<Unknown> unknown(CrsState state, Instant at) {
        var components = components(state, at);
        if (grade(state, components, at) != Grade.UNKNOWN) {
            return Optional.empty();
        }
        if (state.deaths().any()) {
            return Optional.of(new Unknown.OtherDeath(syndrome()));
        }
        return Optional.of(
                components.undecided()
                        ? new Unknown.Undecided()
                        : new Unknown.NoTemperature(policy.temperatureStaleness()));
    }

    @Override
    public List<Evidence> leftOut(CrsState state, Instant at) {
        return state.deaths().any() ? List.of() : exclusions.of(state, components(state, at), at);
    }

    @Override
    public List<Outlook> outlook(CrsState state, Instant at) {
        return state.deaths().any() ? List.of() : outlook.of(state, components(state, at), at);
    }

    @Override
    public Optional<CourseReport> course(CrsState state, Instant at) {
        var course = state.course();
        var quiet = course.active() && components(state, at).countedUntil().isBefore(at);
        return course.onset()
                .map(onset -> new CourseReport(
                        course.active(),
                        onset,
                        course.active() ? state.treatments().treats(course, at, policy) : course.wasTreated(),
                        course.openedBy(),
                        quiet ? Optional.of(endOfCourse(state)) : Optional.empty(),
                        course.closedAt()));
    }
}
