package health.vigil.observation;

import java.util.Map;

/// An ICE score; the items are empty when only the total was charted.
public record Ice(int total, Map<IceItem, Integer> items) {
    public static final int BEST = 10;

    public Ice {
        if (total < 0 || total > BEST) {
            throw new IllegalArgumentException("ICE is 0 to 10");
        }
        items = Map.copyOf(items);
    }

    public static Ice ofTotal(int total) {
        return new Ice(total, Map.of());
    }

    public static Ice ofItems(Map<IceItem, Integer> items) {
        return new Ice(items.values().stream().mapToInt(Integer::intValue).sum(), items);
    }
}
