package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest implausible value of each vital sign. It is not graded and is shown as left out.
record Artefacts(Map<VitalSign, Reading> newest) {
    private static final Duration SHOWN = Duration.ofHours(24);

    static final Artefacts NONE = new Artefacts(Map.of());

    Artefacts {
        newest = newest.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(newest));
    }

    /// The component of CRS for which a vital sign is judged.
    static Optional<Component> component(VitalSign sign) {
        return switch (sign) {
            case TEMPERATURE -> Optional.of(Component.FEVER);
            case SYSTOLIC, MEAN_ARTERIAL_PRESSURE -> Optional.of(Component.HYPOTENSION);
            case SPO2 -> Optional.of(Component.HYPOXIA);
            case HEART_RATE, RESPIRATORY_RATE, DIASTOLIC -> Optional.empty();
        };
    }

    /// The implausible values of the last day that would have been judged.
    ///
    /// @param atHome whether they were taken at home
    List<Evidence> leftOut(boolean atHome, Instant at) {
        return newest.entrySet().stream()
                .filter(entry -> component(entry.getKey()).isPresent()
                        && Windows.counts(entry.getValue().at(), SHOWN, at))
                .<Evidence>map(entry -> new Exclusion.Artefact(entry.getKey(), entry.getValue(), atHome))
                .toList();
    }

    Artefacts with(Observation observation, VitalSigns signs) {
        var next = new EnumMap<VitalSign, Reading>(VitalSign.class);
        next.putAll(newest);
        signs.values().forEach((sign, value) -> {
            if (!sign.plausible(value)) {
                next.put(sign, new Reading(value, observation.effectiveAt(), observation.id()));
            }
        });
        return new Artefacts(next);
    }
}
