package health.vigil.observation;

import java.util.Map;
import java.util.Set;

/// An ICE score; the items are empty if only the total was charted.
///
/// @param total 0 to 10; items that were left out count in full
/// @param items the points of each scored item
/// @param leftOut the items that could not be asked
public record Ice(int total, Map<IceItem, Integer> items, Set<IceItem> leftOut) {
    public static final int BEST = 10;

    public Ice {
        if (total < 0 || total > BEST) {
            throw new IllegalArgumentException("ICE is 0 to 10");
        }
        items = Map.copyOf(items);
        leftOut = Set.copyOf(leftOut);
        if (leftOut.stream().anyMatch(items::containsKey)) {
            throw new IllegalArgumentException("An item of ICE is either scored or left out");
        }
    }

    public static Ice ofTotal(int total) {
        return new Ice(total, Map.of(), Set.of());
    }

    /// A score from its items.
    ///
    /// @param leftOut items that could not be asked; they count in full, so that they do not lower the score
    public static Ice ofItems(Map<IceItem, Integer> items, Set<IceItem> leftOut) {
        int scored = items.values().stream().mapToInt(Integer::intValue).sum();
        int full = leftOut.stream().mapToInt(IceItem::points).sum();
        return new Ice(scored + full, items, leftOut);
    }

    public boolean partial() {
        return !leftOut.isEmpty();
    }
}
