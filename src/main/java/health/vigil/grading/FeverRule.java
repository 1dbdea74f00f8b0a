package health.vigil.grading;

import health.vigil.grading.CrsEvidence.AtHome;
import health.vigil.grading.CrsEvidence.Temperature;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /// Only a fever counts. A temperature that is no fever is kept apart, so it shows no one free of fever.
    HomeReadings readAtHome(HomeReadings home, Reading reading) {
        if (!fever(reading.value())) {
            return home.withNormal(VitalSign.TEMPERATURE, reading);
        }
        return attributions.of(Component.FEVER, reading.at()).isPresent()
                ? home.withAttributedFever(reading)
                : home.withFever(reading);
    }

    private boolean fever(BigDecimal celsius) {
        return celsius.compareTo(policy.feverThreshold()) >= 0;
    }

    /// Judges by the fever that counts, or else by the newest usable temperature that is no fever.
    Judgement judge(CrsState state, Instant at) {
        var fever = counting(state, at);
        var home = countingAtHome(state, at);
        if (home.isPresent()) {
            return judge(fever, home.get());
        }
        if (fever.isPresent()) {
            var last = fever.get().at().plus(policy.feverWindow());
            return Judgement.until(last, List.of(temperature(fever.get(), policy.feverWindow())));
        }
        var newest = state.temperatures().newest();
        return newest.isEmpty() || fever(newest.get().value()) || !fresh(newest.get(), at)
                ? Judgement.ABSENT
                : Judgement.absent(List.of(temperature(newest.get(), policy.temperatureStaleness())));
    }

    /// Judges by a fever at home, and by one of the hospital if it counts, too.
    private Judgement judge(Optional<Reading> fever, Reading home) {
        var window = policy.feverWindow();
        var last = fever.map(Reading::at)
                .map(read -> Windows.later(read, home.at()))
                .orElse(home.at());
        var evidence = new ArrayList<Evidence>(2);
        fever.map(reading -> temperature(reading, window)).ifPresent(evidence::add);
        evidence.add(new AtHome(temperature(home, window)));
        return Judgement.until(last.plus(window), evidence);
    }

    private CrsEvidence temperature(Reading reading, Duration window) {
        return new Temperature(reading, policy.feverThreshold(), window);
    }

    private boolean fresh(Reading temperature, Instant at) {
        return Windows.counts(temperature.at(), policy.temperatureStaleness(), at);
    }

    /// The fever that counts at an instant.
    Optional<Reading> counting(CrsState state, Instant at) {
        return counting(state.temperatures().fever(), state.course(), at);
    }

    /// The fever at home that counts at an instant.
    private Optional<Reading> countingAtHome(CrsState state, Instant at) {
        return counting(state.home().fever(), state.course(), at);
    }

    private Optional<Reading> counting(Optional<Reading> newest, Course course, Instant at) {
        var fever = Reading.counting(newest, policy.feverWindow(), at);
        return fever.isPresent() && course.since(fever.get().at()) ? fever : Optional.empty();
    }

    /// The newest fever with another cause, while it would count.
    Optional<Reading> attributed(CrsState state, Instant at) {
        return Reading.counting(state.temperatures().attributed(), policy.feverWindow(), at);
    }

    /// The newest fever at home with another cause, while it would count.
    Optional<Reading> attributedAtHome(CrsState state, Instant at) {
        return Reading.counting(state.home().attributedFever(), policy.feverWindow(), at);
    }

    /// Until when the newest usable temperature shows that there is no fever.
    Instant freshUntil(CrsState state) {
        return state.temperatures()
                .newest()
                .map(reading -> reading.at().plus(policy.temperatureStaleness()))
                .orElse(Instant.MIN);
    }
}
