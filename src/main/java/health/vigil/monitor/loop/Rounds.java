package health.vigil.monitor.loop;

import health.vigil.store.Partitions.Claim;
import java.util.List;

/// What has to happen to a partition's patients although nobody says anything. What is nobody's partition is for the
/// {@link health.vigil.monitor.round.WardRounds}.
///
/// All of it throws {@link health.vigil.store.DatabaseFailure}.
public interface Rounds {
    /// Which of these partitions have something due.
    List<Integer> due(List<Integer> partitions);

    /// Fires what is due of a partition that is claimed here.
    ///
    /// @param partitions how many the topic has
    /// @throws health.vigil.monitor.batch.ClaimLost when someone else has claimed it
    void fire(Claim claim, int partitions);

    /// Tells more people of alerts that nobody answered in time, and ends what has been over for long enough. Any
    /// replica may: each alert is taken by one.
    void escalate();
}
