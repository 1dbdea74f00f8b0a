package health.vigil.access;

import java.util.Optional;
import java.util.Set;

/// The wards a user works for: all of them, or some.
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
        return only.map(names -> names.contains(ward)).orElse(true);
    }
}
