package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The usual stations of a product's journey, relative to its infusion.
enum Journey {
    LEUKAPHERESIS("leukapheresis", 40, 40),
    GENETIC_ENGINEERING("genetic-engineering", 37, 34),
    EXPANSION("expansion", 34, 24),
    QUALITY_CONTROL("quality-control", 24, 14),
    LYMPHODEPLETION("lymphodepletion", 5, 3),
    INFUSION("infusion", 0, 0);

    private final String phase;
    private final int firstDay;
    private final int lastDay;

    Journey(String phase, int firstDay, int lastDay) {
        this.phase = phase;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    static ArrayNode to(Instant infusedAt) {
        var stations = JsonNodeFactory.instance.arrayNode();
        for (var station : values()) {
            stations.add(station.before(infusedAt));
        }
        return stations;
    }

    private ObjectNode before(Instant infusedAt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("phase", phase)
                .put("startedAt", infusedAt.minus(firstDay, ChronoUnit.DAYS).toString())
                .put("endedAt", infusedAt.minus(lastDay, ChronoUnit.DAYS).toString());
    }
}
