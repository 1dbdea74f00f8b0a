package health.vigil.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The wards of a user: all, or some.
///
/// @param only the names of the wards; absent for every ward
public record Wards(Optional<Set<String>> only) {
    public static final Wards ALL = new Wards(Optional.empty());

    public Wards {
        only = only.map(Set::copyOf);
    }

    public static Wards of(Set<String> names) {
        return new Wards(Optional.of(names));
    }

    public boolean include(String ward) {
        return keys().map(keys -> keys.contains(WardName.key(ward))).orElse(true);
    }

    /// The keys to compare names by ({@link WardName#key}); absent for every ward.
    public Optional<Set<String>> keys() {
        return only.map(names -> names.stream().map(WardName::key).collect(Collectors.toSet()));
    }
}
