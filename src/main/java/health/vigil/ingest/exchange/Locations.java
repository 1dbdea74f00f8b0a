package health.vigil.ingest.exchange;

import health.vigil.access.HospitalWards;
import health.vigil.access.WardName;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The wards of the registration system's locations. A location that is mapped to no ward of the hospital's list
/// stops the start.
@Singleton
@Startup
class Locations {
    private final Map<String, String> wards;
    private final Set<String> watched;

    Locations(ExchangeSettings settings, HospitalWards hospital) {
        wards = settings.locations().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> WardName.tidy(entry.getValue())));
        watched = settings.wards().orElse(Set.of()).stream().map(WardName::key).collect(Collectors.toUnmodifiableSet());
        hospital.check(wards.values(), "vigil.exchange.locations");
        hospital.check(settings.wards().orElse(Set.of()), "vigil.exchange.wards");
    }

    /// The ward that a location means; absent if it is not mapped.
    Optional<String> ward(String location) {
        return Optional.ofNullable(wards.get(location));
    }

    /// The keys of the wards whose stays count as watched.
    Set<String> watched() {
        return watched;
    }
}
