package health.vigil.observation;

import java.util.Map;

/// A CAPD score; the items are empty when only the total was charted.
public record Capd(int total, Map<CapdItem, Integer> items) {
    public static final int WORST = 32;

    public Capd {
        if (total < 0 || total > WORST) {
            throw new IllegalArgumentException("CAPD is 0 to 32");
        }
        items = Map.copyOf(items);
    }

    public static Capd ofTotal(int total) {
        return new Capd(total, Map.of());
    }

    public static Capd ofItems(Map<CapdItem, Integer> items) {
        return new Capd(items.values().stream().mapToInt(Integer::intValue).sum(), items);
    }
}
