package health.vigil.grading;

import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recorded deaths by cause. A second record of the same cause changes nothing.
record Deaths(Map<DeathCause, DeathEntry> byCause) {
    static final Deaths NONE = new Deaths(Map.of());

    record DeathEntry(Instant at, ObservationId id) {}

    Deaths {
        byCause = byCause.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byCause));
    }

    Deaths with(Observation observation, Death death) {
        var next = new EnumMap<DeathCause, DeathEntry>(DeathCause.class);
        next.putAll(byCause);
        next.putIfAbsent(death.cause(), new DeathEntry(observation.effectiveAt(), observation.id()));
        return new Deaths(next);
    }

    boolean any() {
        return !byCause.isEmpty();
    }

    private Optional<DeathEntry> of(Syndrome syndrome) {
        return Optional.ofNullable(byCause.get(
                switch (syndrome) {
                    case CRS -> DeathCause.CRS;
                    case ICANS -> DeathCause.ICANS;
                }));
    }

    /// The recorded death with this syndrome as its cause, if there is one.
    List<Evidence> evidence(Syndrome syndrome) {
        return of(syndrome).stream()
                .<Evidence>map(death -> new DeathRecord(syndrome, death))
                .toList();
    }

    /// Grade 5 if a death has this syndrome as its cause, else unknown.
    Grade grade(Syndrome syndrome) {
        return of(syndrome).isPresent() ? Grade.FIVE : Grade.UNKNOWN;
    }
}
