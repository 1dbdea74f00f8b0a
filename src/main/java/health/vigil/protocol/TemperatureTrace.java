package health.vigil.protocol;

import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The temperatures of a whole episode, of which those of a continuous monitor are thinned: the highest and the
/// lowest of every ten minutes are kept.
public final class TemperatureTrace {
    private static final long TEN_MINUTES = 600;

    private final Map<Long, TemperatureExtremes> extremes = new TreeMap<>();

    private record TemperatureExtremes(Observation lowest, Observation highest) {
        TemperatureExtremes with(Observation other) {
            return new TemperatureExtremes(
                    celsius(other).compareTo(celsius(lowest)) < 0 ? other : lowest,
                    celsius(other).compareTo(celsius(highest)) > 0 ? other : highest);
        }
    }

    private static BigDecimal celsius(Observation observation) {
        return temperature(observation).orElseThrow();
    }

    private static Optional<BigDecimal> temperature(Observation observation) {
        return observation.content() instanceof VitalSigns signs
                ? signs.plausible().value(VitalSign.TEMPERATURE)
                : Optional.empty();
    }

    /// Adds an observation. Any other than a temperature changes nothing. Observations come in order of time.
    public void add(Observation observation) {
        if (temperature(observation).isPresent()) {
            extremes.merge(
                    Math.floorDiv(observation.effectiveAt().getEpochSecond(), TEN_MINUTES),
                    new TemperatureExtremes(observation, observation),
                    (kept, one) -> kept.with(one.lowest()));
        }
    }

    public List<Observation> kept() {
        var kept = new ArrayList<Observation>();
        extremes.values()
                .forEach(pair ->
                        Stream.of(pair.lowest(), pair.highest()).distinct().forEach(kept::add));
        return kept;
    }
}
