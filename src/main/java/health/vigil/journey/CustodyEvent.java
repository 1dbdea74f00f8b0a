package health.vigil.journey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One event in the custody of the cells or the product.
///
/// @param corrects the event whose place this one takes
/// @param place where it happened
/// @param to where it was sent
/// @param bagIds the bags it is about; empty: all
public record CustodyEvent(
        UUID id,
        Optional<UUID> corrects,
        CustodyStep what,
        String place,
        Optional<String> to,
        Optional<ProductCondition> condition,
        Optional<Boolean> temperatureInRange,
        List<String> bagIds,
        Optional<String> evidence,
        EntryStamp stamp) {
    public CustodyEvent {
        bagIds = List.copyOf(bagIds);
    }

    /// Where the next event has to happen.
    String next() {
        return to.orElse(place);
    }

    boolean concerns(String bagId) {
        return bagIds.isEmpty() || bagIds.contains(bagId);
    }

    boolean onTheWay() {
        return to.filter(other -> !SameText.same(other, place)).isPresent();
    }
}
