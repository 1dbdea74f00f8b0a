package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.VitalSign;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells which values of the last day were left out because they cannot be true.
record ArtefactExplainer(Artefacts artefacts) {
    private static final Duration SHOWN = Duration.ofHours(24);
    private static final Map<VitalSign, Component> COMPONENTS = new EnumMap<>(Map.of(
            VitalSign.TEMPERATURE, Component.FEVER,
            VitalSign.SYSTOLIC, Component.HYPOTENSION,
            VitalSign.MEAN_ARTERIAL_PRESSURE, Component.HYPOTENSION,
            VitalSign.SPO2, Component.HYPOXIA));

    List<Basis> leftOut(Instant at) {
        return artefacts.newest().entrySet().stream()
                .filter(entry -> COMPONENTS.containsKey(entry.getKey())
                        && Windows.counts(entry.getValue().at(), SHOWN, at))
                .map(entry -> leftOut(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Basis leftOut(VitalSign sign, Reading reading) {
        var component = COMPONENTS.getOrDefault(sign, Component.FEVER);
        return new Reason(component, 0, Rule.IMPLAUSIBLE)
                .of(
                        sign.label() + " " + Sentences.number(reading.value()) + " " + sign.unit() + " is outside "
                                + sign.range() + ", which is what Vigil can judge: repeat it, look at the patient",
                        reading.at(),
                        reading.id());
    }
}
