package health.vigil.access;

import java.util.List;
import java.util.Optional;

/// A hospital that lists its wards.
public final class ListedWards {
    private ListedWards() {}

    public static HospitalWards of(String... names) {
        return new HospitalWards(Optional.of(List.of(names)));
    }
}
