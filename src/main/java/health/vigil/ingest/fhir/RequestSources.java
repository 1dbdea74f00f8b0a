package health.vigil.ingest.fhir;

import health.vigil.exchange.SourceKey;
import health.vigil.fhir.KnownIds;
import health.vigil.ingest.exchange.ExchangeIntake;
import health.vigil.observation.Sender;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SourceEntries.KnownSource;
import health.vigil.store.SourceEntries.PutId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the database knows of the resources that one request names. It is asked about all of them at once, and not
/// again after a failure.
final class RequestSources implements KnownIds {
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ExchangeIntake exchange;
    private final Sender sender;
    private final Set<String> ids;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, SourceKey> byId = new HashMap<>();
    private final Map<PutId, SourceKey> deleted = new HashMap<>();
    private final Map<String, KnownSource> known = new HashMap<>();
    private Optional<DatabaseFailure> failure = Optional.empty();

    /// @param ids the ids of ours that the request names
    RequestSources(ExchangeIntake exchange, Sender sender, Set<String> ids) {
        this.exchange = exchange;
        this.sender = sender;
        this.ids = new HashSet<>(ids);
    }

    /// Throws `DatabaseFailure` if the database cannot be reached.
    @Override
    public Optional<SourceKey> keyOf(String id) {
        if (!asked.contains(id)) {
            ids.add(id);
            byId.putAll(exchange.keysOf(sender, ids));
            asked.addAll(ids);
        }
        return Optional.ofNullable(byId.get(id));
    }

    /// Asks what is known. A failure is kept until somebody needs the answer.
    ///
    /// @param keys what a precondition or a conditional create is about
    /// @param targets what is to be deleted. For what is not known yet it waits, because the monitor stores a
    ///     resource some time after Kafka has it
    void load(Collection<SourceKey> keys, Set<PutId> targets) {
        try {
            known.putAll(exchange.known(keys));
            find(targets);
        } catch (DatabaseFailure unreachable) {
            failure = Optional.of(unreachable);
        }
    }

    private void find(Set<PutId> targets) {
        var missing = new HashSet<>(targets);
        long start = System.nanoTime();
        do {
            deleted.putAll(keys(missing));
            known.putAll(exchange.known(deleted.values()));
            missing.removeIf(target -> target(target).isPresent());
        } while (!missing.isEmpty() && System.nanoTime() - start < LONGEST_WAIT_NANOS && pause());
    }

    /// Waits for expected versions that are the next of their resources.
    void await(Map<SourceKey, ExpectedVersion> expected) {
        try {
            var missing = new HashMap<>(expected);
            long start = System.nanoTime();
            missing.entrySet().removeIf(each -> !isAwaited(each));
            while (!missing.isEmpty() && System.nanoTime() - start < LONGEST_WAIT_NANOS && pause()) {
                known.putAll(exchange.known(missing.keySet()));
                missing.entrySet().removeIf(each -> !isAwaited(each));
            }
        } catch (DatabaseFailure unreachable) {
            failure = Optional.of(unreachable);
        }
    }

    private boolean isAwaited(Map.Entry<SourceKey, ExpectedVersion> expected) {
        return failure.isEmpty() && expected.getValue().isNext(known(expected.getKey()));
    }

    private Map<PutId, SourceKey> keys(Set<PutId> targets) {
        var keys = new HashMap<>(exchange.keysOfPut(
                sender,
                targets.stream()
                        .filter(target -> !KnownIds.mayBeOurs(target.id()))
                        .toList()));
        var ours = targets.stream().map(PutId::id).filter(KnownIds::mayBeOurs).toList();
        exchange.keysOf(sender, ours).forEach((id, key) -> keys.put(new PutId(key.type(), id), key));
        return keys;
    }

    /// Whether to go on.
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What is known of a key that was asked for. Throws `DatabaseFailure` if the database could not be reached.
    Optional<KnownSource> known(SourceKey key) {
        failure.ifPresent(unreachable -> {
            throw unreachable;
        });
        return Optional.ofNullable(known.get(key.hex()));
    }

    /// The key of what is to be deleted, if it is known. Throws `DatabaseFailure` if the database could not be
    /// reached.
    Optional<SourceKey> target(PutId target) {
        failure.ifPresent(unreachable -> {
            throw unreachable;
        });
        return Optional.ofNullable(deleted.get(target)).filter(key -> known.containsKey(key.hex()));
    }
}
