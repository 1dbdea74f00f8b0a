package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// ICE and CAPD as a total, item by item, or not testable.
final class RandomScores {

    private static final SortedMap<String, Integer> ICE_ITEMS =
            new TreeMap<>(Map.of("orientation", 4, "naming", 3, "commands", 1, "writing", 1, "attention", 1));
    private static final SortedMap<String, Integer> CAPD_ITEMS = new TreeMap<>(Map.of(
            "eyeContact", 4,
            "purposeful", 4,
            "aware", 4,
            "communicates", 4,
            "restless", 4,
            "inconsolable", 4,
            "underactive", 4,
            "slowToRespond", 4));

    private final RandomChoice choice;
    private final RandomValues values;

    RandomScores(RandomChoice choice, RandomValues values) {
        this.choice = choice;
        this.values = values;
    }

    void put(ObjectNode body, String tool) {
        if (choice.percent(20)) {
            body.withArray("notTestable").add(tool);
            return;
        }
        int total = tool.equals("ice") ? values.ice() : values.capd();
        if (choice.percent(60)) {
            body.put(tool, total);
        } else {
            share(body.putObject(tool), tool.equals("ice") ? ICE_ITEMS : CAPD_ITEMS, total);
        }
    }

    /// Fills one item after the other, each up to its most.
    private static void share(ObjectNode score, SortedMap<String, Integer> items, int total) {
        int left = total;
        for (Map.Entry<String, Integer> item : items.entrySet()) {
            int points = Math.min(left, item.getValue());
            score.put(item.getKey(), points);
            left -= points;
        }
    }
}
