package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The points of an ICE item by item.
record IcePoints(int orientation, int naming, int commands, int writing, int attention) {
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("orientation", orientation)
                .put("naming", naming)
                .put("commands", commands)
                .put("writing", writing)
                .put("attention", attention);
    }
}
