package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.VitalSign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what is left out of a grade of CRS: by another cause, by the gate, by its age, or because it is
/// implausible.
record CrsExclusions(Policy policy, FeverRule fever, Attributions attributions) {
    List<Evidence> of(CrsState state, CrsComponents components, Instant at) {
        var leftOut = new ArrayList<Evidence>();
        fever.attributed(state, at).map(reading -> ofOtherCause(reading, false)).ifPresent(leftOut::add);
        fever.attributedAtHome(state, at)
                .map(reading -> ofOtherCause(reading, true))
                .ifPresent(leftOut::add);
        leftOut.addAll(components.gated());
        leftOut.addAll(attributions.leftOut(Component.HYPOTENSION, at));
        leftOut.addAll(attributions.leftOut(Component.HYPOXIA, at));
        leftOut.addAll(normalAtHome(state, at));
        leftOut.addAll(tooOld(state, at));
        leftOut.addAll(state.artefacts().leftOut(false, at));
        leftOut.addAll(state.home().artefacts().leftOut(true, at));
        return leftOut;
    }

    private Evidence ofOtherCause(Reading reading, boolean atHome) {
        return new Exclusion.FeverOfOtherCause(
                reading, attributions.of(Component.FEVER, reading.at()), policy.feverWindow(), atHome);
    }

    private List<Evidence> normalAtHome(CrsState state, Instant at) {
        return state.home().normal().entrySet().stream()
                .map(entry -> new Exclusion.NormalAtHome(entry.getKey(), entry.getValue(), window(entry.getKey())))
                .filter(reading -> Windows.counts(reading.reading().at(), reading.window(), at))
                .<Evidence>map(reading -> reading)
                .toList();
    }

    private Duration window(VitalSign sign) {
        return switch (sign) {
            case TEMPERATURE -> policy.temperatureStaleness();
            case SPO2 -> policy.spo2Window();
            case SYSTOLIC, DIASTOLIC, MEAN_ARTERIAL_PRESSURE, HEART_RATE, RESPIRATORY_RATE ->
                policy.bloodPressureWindow();
        };
    }

    private List<Evidence> tooOld(CrsState state, Instant at) {
        var temperature = state.temperatures()
                .newest()
                .flatMap(reading -> tooOld(VitalSign.TEMPERATURE, reading, policy.temperatureStaleness(), at));
        var pressure = state.pressures()
                .newest()
                .flatMap(reading -> tooOld(reading.sign(), reading.reading(), policy.bloodPressureWindow(), at));
        var saturation =
                state.oxygen().spo2().flatMap(reading -> tooOld(VitalSign.SPO2, reading, policy.spo2Window(), at));
        return Stream.of(temperature, pressure, saturation)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Evidence> tooOld(VitalSign sign, Reading reading, Duration window, Instant at) {
        return Windows.counts(reading.at(), window, at)
                ? Optional.empty()
                : Optional.of(new Exclusion.OldSign(sign, reading, window));
    }
}
