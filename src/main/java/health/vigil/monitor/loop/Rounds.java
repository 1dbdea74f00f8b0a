package health.vigil.monitor.loop;

import health.vigil.store.Partitions.Claim;
import java.util.List;

/// The time-driven work on the patients of a partition. {@link health.vigil.monitor.round.WardRounds} does
/// the work that belongs to no partition.
///
/// All methods throw {@link health.vigil.store.DatabaseFailure}.
public interface Rounds {
    /// The partitions, of those given, that have due timers.
    List<Integer> due(List<Integer> partitions);

    /// Fires the due timers of a claimed partition.
    ///
    /// @param partitions the number of partitions of the topic
    /// @throws health.vigil.monitor.batch.ClaimLost when another member has claimed it
    void fire(Claim claim, int partitions);

    /// Escalates unanswered alerts and resolves settled ones. Every replica may call this: row locks let only
    /// one handle each alert.
    void escalate();
}
