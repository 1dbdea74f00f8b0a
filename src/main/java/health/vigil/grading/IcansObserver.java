package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.Ice;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds observations to the state of the ICANS rules.
record IcansObserver(Tool tool) {
    IcansState observe(IcansState state, List<Observation> sameInstant) {
        var next = state;
        var seizures = new ArrayList<SeizureRecord>();
        for (var observation : sameInstant) {
            if (observation.content() instanceof Seizure seizure) {
                seizures.add(new SeizureRecord(seizure, observation.effectiveAt(), observation.id()));
            } else {
                next = observe(next, observation);
            }
        }
        return seizures.isEmpty() ? next : next.with(next.seizures().with(seizures));
    }

    private IcansState observe(IcansState state, Observation observation) {
        return switch (observation.content()) {
            case NeuroCheck check -> check(state, observation, check);
            case NeuroFinding finding ->
                state.with(state.findings().with(finding.finding(), mark(observation, finding.present())));
            case Death death -> state.with(state.deaths().with(observation, death));
            // Only a yes is kept: the answers of a caregiver take no sign away.
            case HomeCheck check -> check.signs().isEmpty() ? state : state.withHome(mark(observation, true));
            case Seizure _,
                    VitalSigns _,
                    OxygenTherapy _,
                    Vasopressor _,
                    FluidBolus _,
                    Medication _,
                    LabResult _,
                    Attribution _,
                    CrsCourse _,
                    Retraction _ -> state;
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> state;
            case GradeConfirmation _ -> state;
        };
    }

    private IcansState check(IcansState state, Observation observation, NeuroCheck check) {
        var wakefulness =
                check.consciousness().map(level -> new Wakefulness(level, observation.effectiveAt(), observation.id()));
        return new IcansState(
                score(observation, check)
                        .map(score -> Score.newest(state.score(), score, tool))
                        .orElse(state.score()),
                wakefulness
                        .map(next -> Wakefulness.newest(state.wakefulness(), next))
                        .orElse(state.wakefulness()),
                state.seizures(),
                state.findings(),
                sign(state.tremor(), observation, check.tremor()),
                sign(state.handwriting(), observation, check.handwritingChange()),
                state.home(),
                state.deaths());
    }

    /// The result of the tool that applies to the patient. The other tool is ignored.
    private Optional<Score> score(Observation observation, NeuroCheck check) {
        var total = check.total(tool);
        if (total.isEmpty() && !check.notTestable().contains(tool)) {
            return Optional.empty();
        }
        var partial = tool == Tool.ICE && check.ice().filter(Ice::partial).isPresent();
        return Optional.of(
                new Score(observation.effectiveAt(), observation.id(), total, partial, check.notTestableReason()));
    }

    private static Optional<Mark> sign(Optional<Mark> kept, Observation observation, Optional<Boolean> present) {
        return present.map(seen -> Mark.newest(kept, mark(observation, seen))).orElse(kept);
    }

    private static Mark mark(Observation observation, boolean present) {
        return new Mark(present, observation.effectiveAt(), observation.id());
    }
}
