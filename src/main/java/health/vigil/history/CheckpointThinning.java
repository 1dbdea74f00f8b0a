package health.vigil.history;

import java.util.ArrayList;
import java.util.List;

/// Decides which checkpoints to store and to delete. Older checkpoints are further apart, so that a late
/// observation costs little, and an episode of any length keeps a few dozen of them.
public final class CheckpointThinning {
    private static final long CLOSEST = 16;
    private static final long SHARE = 8;

    private CheckpointThinning() {}

    /// The checkpoints to delete.
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

    /// Whether a continued fold stores its last checkpoint. So a fold that starts from the stored ones repeats few
    /// observations.
    ///
    /// @param stored the number of observations in the newest stored checkpoint
    /// @param reached the number of observations in the last checkpoint of the fold
    public static boolean worthStoring(long stored, long reached) {
        return reached - stored >= CLOSEST;
    }

    /// Whether to thin now, which is not needed after each observation.
    public static boolean due(long before, long after) {
        return before / CLOSEST != after / CLOSEST;
    }
}
