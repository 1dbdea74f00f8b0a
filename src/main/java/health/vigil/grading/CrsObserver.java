package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Death;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.time.Instant;
import java.util.List;

/// Takes observations into what the rules of CRS can see.
record CrsObserver(FeverRule fever, PressureRule pressure, HypoxiaRule hypoxia) {
    /// Stops act before starts; a fever at this instant begins a course.
    CrsState observe(CrsState state, List<Observation> sameInstant) {
        var next = state;
        for (var observation : sameInstant) {
            next = stops(observation) ? observe(next, observation) : next;
        }
        for (var observation : sameInstant) {
            next = stops(observation) ? next : observe(next, observation);
        }
        return feverAt(next, sameInstant.getFirst().effectiveAt())
                ? next.with(next.course().begin(sameInstant.getFirst().effectiveAt()))
                : next;
    }

    private static boolean stops(Observation observation) {
        return observation.content() instanceof Vasopressor vasopressor
                && vasopressor.action() == InfusionAction.STOPPED;
    }

    private static boolean feverAt(CrsState state, Instant at) {
        return state.temperatures()
                .fever()
                .filter(fever -> fever.at().equals(at))
                .isPresent();
    }

    private CrsState observe(CrsState state, Observation observation) {
        return switch (observation.content()) {
            case VitalSigns signs -> vitalSigns(state, observation, signs);
            case OxygenTherapy therapy -> oxygen(state, observation, therapy);
            case Vasopressor vasopressor -> state.with(state.infusions().with(observation, vasopressor));
            case FluidBolus bolus -> bolus(state, observation, bolus);
            case Medication medication ->
                state.with(state.treatments()
                        .with(new Dose(medication.drug(), observation.effectiveAt(), observation.id())));
            case Death death -> state.with(state.deaths().with(observation, death));
            case NeuroCheck _, Seizure _, NeuroFinding _, LabResult _, Attribution _, Retraction _ -> state;
        };
    }

    private CrsState vitalSigns(CrsState state, Observation observation, VitalSigns signs) {
        var temperatures = signs.plausible(VitalSign.TEMPERATURE)
                .map(value -> fever.read(state.temperatures(), observation, value))
                .orElse(state.temperatures());
        var newestPressure = pressure.read(observation, signs)
                .map(reading -> PressureReading.newest(state.pressure(), reading))
                .orElse(state.pressure());
        var oxygen = signs.plausible(VitalSign.SPO2)
                .map(value -> state.oxygen().withSpo2(new Reading(value, observation.effectiveAt(), observation.id())))
                .orElse(state.oxygen());
        return new CrsState(
                state.course(),
                temperatures,
                newestPressure,
                state.bolus(),
                state.infusions(),
                oxygen,
                state.treatments(),
                state.artefacts().with(observation, signs),
                state.deaths());
    }

    private CrsState oxygen(CrsState state, Observation observation, OxygenTherapy therapy) {
        var at = observation.effectiveAt();
        if (therapy.device() == OxygenDevice.ROOM_AIR) {
            return state.with(state.oxygen().withRoomAir(at));
        }
        return state.with(
                state.oxygen().withDevice(new OxygenEntry(therapy, observation.id(), hypoxia.grade(therapy)), at));
    }

    private static CrsState bolus(CrsState state, Observation observation, FluidBolus bolus) {
        return bolus.reason() == FluidReason.HYPOTENSION
                ? state.withBolus(new Reading(bolus.volumeMillilitres(), observation.effectiveAt(), observation.id()))
                : state;
    }
}
