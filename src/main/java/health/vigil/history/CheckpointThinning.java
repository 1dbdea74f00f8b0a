package health.vigil.history;

import java.util.ArrayList;
import java.util.List;

/// Which checkpoints can go. They stand the wider apart the older they are, so that a late observation costs little
/// more than it is late, and an episode keeps some dozens of them however long it is.
public final class CheckpointThinning {
    private static final long CLOSEST = 16;
    private static final long SHARE = 8;

    private CheckpointThinning() {}

    /// The checkpoints that can go.
    ///
    /// @param places newest first
    public static List<CheckpointSummary> superfluous(List<CheckpointSummary> places) {
        var superfluous = new ArrayList<CheckpointSummary>();
        var kept = 0;
        for (int i = 1; i < places.size() - 1; i++) {
            var newer = places.get(kept).observations();
            var gap = newer - places.get(i + 1).observations();
            if (gap <= allowed(places.getFirst().observations() - newer)) {
                superfluous.add(places.get(i));
            } else {
                kept = i;
            }
        }
        return superfluous;
    }

    private static long allowed(long age) {
        return Math.max(CLOSEST, age / SHARE);
    }

    /// Whether it is time to look: not at each observation.
    public static boolean due(long before, long after) {
        return before / CLOSEST != after / CLOSEST;
    }
}
