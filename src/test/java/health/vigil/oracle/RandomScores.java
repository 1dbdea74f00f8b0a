package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// ICE and CAPD as a total, item by item, with items left out, not testable, or not done.
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
        if (choice.percent(15)) {
            body.withArray("notTestable").add(tool);
            return;
        }
        if (choice.percent(15)) {
            body.withArray("notDone").add(tool);
            body.put("notDoneReason", choice.any(RandomWords.NOT_DONE_REASONS));
            return;
        }
        int total = tool.equals("ice") ? values.ice() : values.capd();
        if (choice.percent(60)) {
            body.put(tool, total);
        } else {
            share(body.putObject(tool), tool.equals("ice") ? ICE_ITEMS : CAPD_ITEMS, total);
            if (tool.equals("ice") && choice.percent(50)) {
                leaveOut(body);
            }
        }
    }

    /// One to three of the five items.
    private void leaveOut(ObjectNode body) {
        List<String> items = List.copyOf(ICE_ITEMS.keySet());
        int first = choice.between(0, 4);
        for (String item : items.subList(first, Math.min(first + choice.between(1, 3), items.size()))) {
            ((ObjectNode) body.get("ice")).remove(item);
            body.withArray("itemsNotDone").add(item);
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
