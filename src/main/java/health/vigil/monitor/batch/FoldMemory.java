package health.vigil.monitor.batch;

import health.vigil.grading.Policies;
import health.vigil.history.RegradeRequest;
import health.vigil.history.RememberedFold;
import health.vigil.monitor.batch.Regrading.RegradeResult;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The folds of the episodes that this monitor graded last. They stay true while the claim on their partition
/// lasts, because nobody else grades these episodes. Not thread-safe: the thread that reads the stream makes
/// every call.
@ApplicationScoped
public class FoldMemory {
    private static final int MOST = 5_000;

    private final SequencedMap<UUID, ClaimedFold> folds = new LinkedHashMap<>();

    private record ClaimedFold(PartitionId source, long epoch, RememberedFold fold) {
        boolean under(Claim claim) {
            return source.equals(claim.source()) && epoch == claim.epoch();
        }
    }

    /// The fold that can be continued for a request, under a claim.
    Optional<RememberedFold> continuing(Claim claim, RegradeRequest request, Policies policies) {
        return Optional.ofNullable(folds.get(request.episode().id()))
                .filter(known -> known.under(claim))
                .map(ClaimedFold::fold)
                .filter(fold -> fold.continues(request)
                        && policies.newest().policy().version().equals(fold.policy())
                        && policies.reaching(request.foldRequest().before()).equals(List.of(policies.newest())));
    }

    /// Runs a transaction under a claim, and remembers its folds after the commit. If it fails, the folds of the
    /// partition are forgotten, because the outcome may be unknown.
    ///
    /// @param graded returns what the transaction graded
    public <T> T after(Claim claim, Supplier<T> transaction, Function<T, RegradeResult> graded) {
        try {
            var result = transaction.get();
            remember(claim, graded.apply(result));
            return result;
        } catch (RuntimeException | Error failure) {
            forget(claim);
            throw failure;
        }
    }

    private void remember(Claim claim, RegradeResult graded) {
        if (!graded.failed().isEmpty()) {
            forget(claim);
            return;
        }
        graded.regraded().forEach(each -> remember(claim, each.id(), each.remembered()));
        while (folds.size() > MOST) {
            folds.pollFirstEntry();
        }
    }

    private void remember(Claim claim, UUID episode, RememberedFold fold) {
        if (fold.holdsAPicture()) {
            folds.remove(episode);
        } else {
            folds.putLast(episode, new ClaimedFold(claim.source(), claim.epoch(), fold));
        }
    }

    private void forget(Claim claim) {
        folds.values().removeIf(known -> known.source().equals(claim.source()));
    }
}
