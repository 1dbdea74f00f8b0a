package health.vigil.exchange;

import java.util.Optional;

/// Where a patient lies, in the words of the registration system.
///
/// @param location the point of care, or an identifier of a location
public record Place(Optional<String> location, Optional<String> room, Optional<String> bed) {
    public static final Place NOT_SAID = new Place(Optional.empty(), Optional.empty(), Optional.empty());
}
