package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Fever: a reading of the active course in its window. A reading inside a fever attribution never counts.
record FeverRule(Policy policy, Attributions attributions) {
    Temperatures read(Temperatures temperatures, Observation observation, BigDecimal value) {
        var reading = new Reading(value, observation.effectiveAt(), observation.id());
        if (value.compareTo(policy.feverThreshold()) < 0) {
            return temperatures.withAfebrile(reading);
        }
        return attributions.of(Component.FEVER, reading.at()).isPresent()
                ? temperatures.withAttributedFever(reading)
                : temperatures.withFever(reading);
    }

    Judgement judge(CrsState state, Instant at) {
        var fever = counting(state, at);
        return fever.isPresent()
                ? Judgement.until(ConsensusTable.FEVER, fever.get().at().plus(policy.feverWindow()))
                : Judgement.ABSENT;
    }

    /// The fever that counts at an instant.
    Optional<Reading> counting(CrsState state, Instant at) {
        return state.temperatures()
                .fever()
                .filter(fever ->
                        state.course().since(fever.at()) && Windows.counts(fever.at(), policy.feverWindow(), at));
    }

    /// The newest fever that another cause explains, while it would count.
    Optional<Reading> attributed(CrsState state, Instant at) {
        return state.temperatures().attributed().filter(fever -> Windows.counts(fever.at(), policy.feverWindow(), at));
    }

    /// Until when the newest usable temperature says that there is no fever.
    Instant freshUntil(CrsState state) {
        return state.temperatures()
                .newest()
                .map(reading -> reading.at().plus(policy.temperatureStaleness()))
                .orElse(Instant.MIN);
    }
}
