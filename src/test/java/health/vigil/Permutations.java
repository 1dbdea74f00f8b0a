package health.vigil;

import java.util.ArrayList;
import java.util.List;

/// All orders in which things may happen.
public final class Permutations {
    private Permutations() {}

    public static <T> List<List<T>> of(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (int index = 0; index < items.size(); index++) {
            var others = new ArrayList<>(items);
            var first = others.remove(index);
            for (var rest : of(others)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
