package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
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
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds observations to the state of the CRS rules.
record CrsObserver(Policy policy, FeverRule fever, PressureRule pressure, HypoxiaRule hypoxia, HomeRule home) {
    /// Adds the observations of one instant. The end of a course acts first; a fever at the same instant then
    /// begins a new one.
    CrsState observe(CrsState state, List<Observation> sameInstant) {
        var at = sameInstant.getFirst().effectiveAt();
        var vasopressors = vasopressors(sameInstant);
        var next = vasopressors.isEmpty() ? state : state.with(state.infusions().with(vasopressors));
        for (var observation : endsFirst(sameInstant)) {
            next = observe(next, observation);
        }
        return feverAt(next, at) ? next.with(next.course().begin(at)) : next;
    }

    private static List<Observation> endsFirst(List<Observation> sameInstant) {
        return sameInstant.size() == 1
                ? sameInstant
                : Stream.concat(
                                sameInstant.stream().filter(CrsObserver::ends),
                                sameInstant.stream().filter(observation -> !ends(observation)))
                        .toList();
    }

    private static boolean ends(Observation observation) {
        return observation.content() instanceof CrsCourse course && course.action() == CrsCourse.Action.CLOSED;
    }

    private static List<Observation> vasopressors(List<Observation> sameInstant) {
        return sameInstant.size() == 1 && !vasopressor(sameInstant.getFirst())
                ? List.of()
                : sameInstant.stream().filter(CrsObserver::vasopressor).toList();
    }

    private static boolean vasopressor(Observation observation) {
        return observation.content() instanceof Vasopressor;
    }

    private static boolean feverAt(CrsState state, Instant at) {
        return at(state.temperatures().fever(), at) || at(state.home().fever(), at);
    }

    private static boolean at(Optional<Reading> reading, Instant at) {
        return reading.isPresent() && reading.get().at().equals(at);
    }

    private CrsState observe(CrsState state, Observation observation) {
        return switch (observation.content()) {
            case VitalSigns signs ->
                signs.atHome() ? atHome(state, observation, signs) : vitalSigns(state, observation, signs);
            case OxygenTherapy therapy ->
                state.with(state.oxygen().with(hypoxia.entry(therapy, observation.id()), observation.effectiveAt()));
            case FluidBolus bolus -> bolus(state, observation, bolus);
            case Medication medication -> medication(state, observation, medication);
            case CrsCourse course -> state.with(course(state, observation, course));
            case Death death -> state.with(state.deaths().with(observation, death));
            case Vasopressor _, NeuroCheck _, Seizure _, NeuroFinding _, LabResult _, Attribution _, Retraction _ ->
                state;
            case Transfusion _, Culture _, DiseaseEvent _, Weight _, SyndromeAssessment _ -> state;
            case GradeConfirmation _, HomeCheck _ -> state;
        };
    }

    /// A reading taken at home reaches nothing that a reading of the hospital reaches.
    private CrsState atHome(CrsState state, Observation observation, VitalSigns signs) {
        var plausible = signs.plausible();
        var next = home.read(state.home(), observation, plausible);
        return state.with(plausible.all() ? next : next.with(next.artefacts().with(observation, signs)));
    }

    private CrsState vitalSigns(CrsState state, Observation observation, VitalSigns signs) {
        var plausible = signs.plausible();
        var temperatures = plausible
                .value(VitalSign.TEMPERATURE)
                .map(value -> fever.read(state.temperatures(), observation, value))
                .orElse(state.temperatures());
        var pressures = pressure.read(observation, plausible)
                .map(state.pressures()::with)
                .orElse(state.pressures());
        var oxygen = plausible
                .value(VitalSign.SPO2)
                .map(value -> spo2(state.oxygen(), new Reading(value, observation.effectiveAt(), observation.id())))
                .orElse(state.oxygen());
        return new CrsState(
                state.course(),
                temperatures,
                pressures,
                state.bolus(),
                state.infusions(),
                oxygen,
                state.treatments(),
                plausible.all() ? state.artefacts() : state.artefacts().with(observation, signs),
                state.deaths(),
                state.home());
    }

    private Oxygen spo2(Oxygen oxygen, Reading reading) {
        return oxygen.withSpo2(reading, oxygen.spo2().filter(hypoxia::low).isPresent());
    }

    private static CrsState bolus(CrsState state, Observation observation, FluidBolus bolus) {
        return bolus.reason() == FluidReason.HYPOTENSION
                ? state.withBolus(new Reading(bolus.volumeMillilitres(), observation.effectiveAt(), observation.id()))
                : state;
    }

    private static CrsState medication(CrsState state, Observation observation, Medication medication) {
        var dose = new Dose(medication.drug(), observation.effectiveAt(), observation.id());
        return state.with(state.treatments().with(dose, medication.effect()));
    }

    private Course course(CrsState state, Observation observation, CrsCourse entry) {
        var at = observation.effectiveAt();
        return switch (entry.action()) {
            case OPENED -> state.course().openedBy(observation.id(), at);
            case CLOSED -> state.course().close(at, state.treatments().treats(state.course(), at, policy));
        };
    }
}
