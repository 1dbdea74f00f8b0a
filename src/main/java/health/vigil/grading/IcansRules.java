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
import health.vigil.observation.Tool;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ICANS: the worst of its domains (Lee 2019, tables of ICANS for adults and children).
final class IcansRules implements Rules<IcansState> {
    private final Attributions attributions;
    private final IcansDomains domains;
    private final IcansObserver observer;
    private final IcansFlags flags;
    private final IcansExclusions exclusions;
    private final IcansOutlook outlook;
    private final Policy policy;

    IcansRules(Policy policy, Patient patient, Attributions attributions) {
        this.policy = policy;
        this.attributions = attributions;
        domains = new IcansDomains(policy, patient.baseline(), tool(patient), attributions);
        observer = new IcansObserver(tool(patient));
        flags = new IcansFlags(domains);
        exclusions = new IcansExclusions(policy, domains, attributions);
        outlook = new IcansOutlook(policy, domains);
    }

    /// The patient's tool: CAPD under 12 completed years, or at any age with developmental delay; else ICE.
    static Tool tool(Patient patient) {
        return patient.ageYears() < Patient.FIRST_AGE_FOR_ICE
                        || patient.baseline().developmentalDelay()
                ? Tool.CAPD
                : Tool.ICE;
    }

    @Override
    public Syndrome syndrome() {
        return Syndrome.ICANS;
    }

    @Override
    public IcansState nothing() {
        return IcansState.NONE;
    }

    @Override
    public boolean concern(Content content) {
        return switch (content) {
            case NeuroCheck _, Seizure _, NeuroFinding _, HomeCheck _, Death _ -> true;
            case VitalSigns _,
                    OxygenTherapy _,
                    Vasopressor _,
                    FluidBolus _,
                    Medication _,
                    LabResult _,
                    Attribution _,
                    CrsCourse _,
                    Retraction _ -> false;
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> false;
            case GradeConfirmation _ -> false;
        };
    }

    @Override
    public IcansState elapse(IcansState state, Horizon before, Instant to) {
        return state;
    }

    @Override
    public IcansState observe(IcansState state, List<Observation> sameInstant) {
        return observer.observe(state, sameInstant);
    }

    @Override
    public Assessment assess(IcansState state, Instant at) {
        return new Assessment(grade(state, at), flags.at(state, at), horizon(state, at));
    }

    @Override
    public Horizon horizon(IcansState state, Instant at) {
        return new Horizon(Instant.MIN, Windows.earlier(domains.nextChange(state, at), attributions.nextBoundary(at)));
    }

    private Grade grade(IcansState state, Instant at) {
        if (state.deaths().any()) {
            return state.deaths().grade(syndrome());
        }
        int highest = Evidence.highest(domains.counted(state, at));
        return highest == 0 && domains.known(state, at).isEmpty() ? Grade.UNKNOWN : Grade.of(highest);
    }

    @Override
    public List<Evidence> evidence(IcansState state, Instant at) {
        return state.deaths().any()
                ? state.deaths().evidence(syndrome())
                : Rules.worstFirst(domains.counted(state, at));
    }

    @Override
    public Optional<Unknown> unknown(IcansState state, Instant at) {
        if (grade(state, at) != Grade.UNKNOWN) {
            return Optional.empty();
        }
        if (state.deaths().any()) {
            return Optional.of(new Unknown.OtherDeath(syndrome()));
        }
        return Optional.of(domains.counting(state, at)
                .<Unknown>map(score -> new Unknown.NotTestable(domains.tool(), score.reason()))
                .orElseGet(() -> new Unknown.NoScore(domains.tool(), policy.neuroCheckWindow())));
    }

    @Override
    public List<Evidence> leftOut(IcansState state, Instant at) {
        return state.deaths().any() ? List.of() : exclusions.of(state, at);
    }

    @Override
    public List<Outlook> outlook(IcansState state, Instant at) {
        return state.deaths().any() ? List.of() : outlook.of(state, at);
    }

    @Override
    public Optional<CourseReport> course(IcansState state, Instant at) {
        return Optional.empty();
    }

    @Override
    public List<UnconfirmedRecord> unconfirmed(IcansState state, Set<Flag> up, Instant at) {
        return List.of();
    }
}
