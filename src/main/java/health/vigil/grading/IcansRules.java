package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
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

/// ICANS: the worst of its domains (Lee 2019, tables 4 and 5).
final class IcansRules implements Rules<IcansState> {
    private final Attributions attributions;
    private final IcansDomains domains;
    private final IcansObserver observer;
    private final IcansFlags flags;
    private final IcansExplainer explainer;

    IcansRules(Policy policy, Patient patient, Attributions attributions) {
        this.attributions = attributions;
        domains = new IcansDomains(policy, patient.baseline(), tool(patient), attributions);
        observer = new IcansObserver(tool(patient));
        flags = new IcansFlags(domains);
        explainer = new IcansExplainer(policy, domains, attributions);
    }

    /// The CAPD under 12 completed years, or at any age with developmental delay; else the ICE.
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
            case NeuroCheck _, Seizure _, NeuroFinding _, Death _ -> true;
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
            return state.deaths().grade(DeathCause.ICANS);
        }
        int highest = highest(state, at);
        return highest == 0 && domains.known(state, at).isEmpty() ? Grade.UNKNOWN : Grade.of(highest);
    }

    private int highest(IcansState state, Instant at) {
        int checks = Math.max(
                domains.score(state, at).grade(),
                domains.consciousness(state, at).grade());
        int findings = state.findings().present().stream()
                .mapToInt(finding -> domains.finding(finding, at).grade())
                .max()
                .orElse(0);
        return Math.max(checks, Math.max(domains.seizure(state, at).grade(), findings));
    }

    @Override
    public Explanation explain(IcansState state, Instant at) {
        return explainer.explain(state, grade(state, at), at);
    }

    @Override
    public Optional<CourseReport> course(IcansState state, Instant at) {
        return Optional.empty();
    }

    @Override
    public List<Unconfirmed> unconfirmed(IcansState state, Set<Flag> up, Instant at) {
        return List.of();
    }
}
