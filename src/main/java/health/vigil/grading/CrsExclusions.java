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
        fever.attributed(state, at).map(this::ofOtherCause).ifPresent(leftOut::add);
        leftOut.addAll(components.gated());
        leftOut.addAll(attributions.leftOut(Component.HYPOTENSION, at));
        leftOut.addAll(attributions.leftOut(Component.HYPOXIA, at));
        leftOut.addAll(tooOld(state, at));
        leftOut.addAll(state.artefacts().leftOut(at));
        return leftOut;
    }

    private Evidence ofOtherCause(Reading reading) {
        return new Exclusion.FeverOfOtherCause(
                reading, attributions.of(Component.FEVER, reading.at()), policy.feverWindow());
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
