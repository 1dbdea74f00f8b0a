package health.vigil.grading;

import health.vigil.grading.CrsEvidence.Temperature;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Fever: a reading of the active course in its window. A reading inside a fever attribution never counts.
record FeverRule(Policy policy, Attributions attributions) {
    Temperatures read(Temperatures temperatures, Observation observation, BigDecimal value) {
        var reading = new Reading(value, observation.effectiveAt(), observation.id());
        if (!fever(value)) {
            return temperatures.withAfebrile(reading);
        }
        return attributions.of(Component.FEVER, reading.at()).isPresent()
                ? temperatures.withAttributedFever(reading)
                : temperatures.withFever(reading);
    }

    private boolean fever(BigDecimal celsius) {
        return celsius.compareTo(policy.feverThreshold()) >= 0;
    }

    /// Judges by the fever that counts, or else by the newest usable temperature that is no fever.
    Judgement judge(CrsState state, Instant at) {
        var fever = counting(state, at);
        if (fever.isPresent()) {
            var last = fever.get().at().plus(policy.feverWindow());
            return Judgement.until(last, List.of(temperature(fever.get(), policy.feverWindow())));
        }
        var newest = state.temperatures().newest();
        return newest.isEmpty() || fever(newest.get().value()) || !fresh(newest.get(), at)
                ? Judgement.ABSENT
                : Judgement.absent(List.of(temperature(newest.get(), policy.temperatureStaleness())));
    }

    private Evidence temperature(Reading reading, Duration window) {
        return new Temperature(reading, policy.feverThreshold(), window);
    }

    private boolean fresh(Reading temperature, Instant at) {
        return Windows.counts(temperature.at(), policy.temperatureStaleness(), at);
    }

    /// The fever that counts at an instant.
    Optional<Reading> counting(CrsState state, Instant at) {
        var fever = Reading.counting(state.temperatures().fever(), policy.feverWindow(), at);
        return fever.isPresent() && state.course().since(fever.get().at()) ? fever : Optional.empty();
    }

    /// The newest fever with another cause, while it would count.
    Optional<Reading> attributed(CrsState state, Instant at) {
        return Reading.counting(state.temperatures().attributed(), policy.feverWindow(), at);
    }

    /// Until when the newest usable temperature shows that there is no fever.
    Instant freshUntil(CrsState state) {
        return state.temperatures()
                .newest()
                .map(reading -> reading.at().plus(policy.temperatureStaleness()))
                .orElse(Instant.MIN);
    }
}
