package health.vigil.fhirview;

import java.util.Arrays;
import java.util.Optional;

/// The part of an observation that one resource contains. Its word ends the id of the resource.
public enum ResourcePart {
    TEMPERATURE("t"),
    HEART_RATE("hr"),
    RESPIRATORY_RATE("rr"),
    BLOOD_PRESSURE("bp"),
    /// A mean pressure that was read alone.
    MEAN_PRESSURE("map"),
    SATURATION("spo2"),
    OXYGEN("o2"),
    BOLUS("fl"),
    ICE("ice"),
    CAPD("capd"),
    CONSCIOUSNESS("loc"),
    TREMOR("tr"),
    HANDWRITING("hw"),
    SEIZURE("sz"),
    FINDING("fi"),
    LABORATORY("lab"),
    WEIGHT("wt"),
    /// A dose, or the infusion that an observation starts.
    DRUG("med");

    private final String word;

    ResourcePart(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<ResourcePart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }
}
