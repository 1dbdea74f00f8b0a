package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The newest value of each vital sign that cannot be true; it grades nothing and is shown as left out.
record Artefacts(Map<VitalSign, Reading> newest) {
    static final Artefacts NONE = new Artefacts(Map.of());

    Artefacts {
        newest = newest.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(newest));
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
