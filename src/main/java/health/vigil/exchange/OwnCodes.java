package health.vigil.exchange;

import health.vigil.observation.Consciousness;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.SeizureType;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.stream.Stream;

/// The code systems that Vigil itself defines. Their codes are our words.
public final class OwnCodes {
    /// Identifies what Vigil defines. Nothing is served at this address.
    public static final String CANON = "http://health.vigil/fhir";

    public static final String OBSERVATION = CANON + "/CodeSystem/observation";
    public static final String DEVICE = CANON + "/CodeSystem/oxygen-device";
    public static final String REASON = CANON + "/CodeSystem/oxygen-reason";
    public static final String LEVEL = CANON + "/CodeSystem/consciousness";
    public static final String SEIZURE_TYPE = CANON + "/CodeSystem/seizure-type";
    public static final String FLUID_REASON = CANON + "/CodeSystem/fluid-reason";

    private OwnCodes() {}

    static Stream<CodeRow> rows() {
        return Stream.of(
                        rows(OBSERVATION, ObservationItem.values()),
                        rows(OBSERVATION, Finding.values()),
                        rows(DEVICE, OxygenDevice.values())
                                .filter(row -> !row.code().equals("other")),
                        rows(REASON, OxygenReason.values()),
                        rows(LEVEL, Consciousness.values()),
                        rows(SEIZURE_TYPE, SeizureType.values()),
                        rows(FLUID_REASON, FluidReason.values()))
                .flatMap(rows -> rows);
    }

    private static Stream<CodeRow> rows(String system, Word[] words) {
        return Arrays.stream(words).map(word -> CodeRow.of(system, word.word(), word.word()));
    }
}
