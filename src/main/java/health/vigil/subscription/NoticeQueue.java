package health.vigil.subscription;

import health.vigil.store.Database;
import health.vigil.store.SubscriptionQueue;
import health.vigil.store.SubscriptionQueue.ClaimedNotice;
import health.vigil.store.SubscriptionQueue.NoticeType;
import health.vigil.store.SubscriptionQueue.QueueShare;
import health.vigil.webhook.CourierThreads.CourierQueue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The messages that the couriers of one channel send.
///
/// @param share which of the waiting messages these are
/// @param lease how long no other courier claims a subscription
/// @param sending sends a message that tells something, and stores the outcome
record NoticeQueue(
        Database database,
        Supplier<QueueShare> share,
        Duration lease,
        Consumer<ClaimedNotice> sending,
        Map<String, Integer> onTheirWay)
        implements CourierQueue<ClaimedNotice> {
    private static final int OF_ONE_ACCOUNT = 2;

    NoticeQueue(Database database, Supplier<QueueShare> share, Duration lease, Consumer<ClaimedNotice> sending) {
        this(database, share, lease, sending, new ConcurrentHashMap<>());
    }

    /// Enforces the limit per account, because only one thread claims at a time.
    @Override
    public Optional<ClaimedNotice> take() {
        var mine = share.get();
        if (mine.nobody()) {
            return Optional.empty();
        }
        var busy = onTheirWay.entrySet().stream()
                .filter(account -> account.getValue() >= OF_ONE_ACCOUNT)
                .map(Map.Entry::getKey)
                .toList();
        var taken = database.transact(sql -> SubscriptionQueue.take(sql, mine, busy, lease));
        taken.ifPresent(notice -> onTheirWay.merge(notice.subscription().owner(), 1, Integer::sum));
        return taken;
    }

    @Override
    public Optional<Duration> nextDue() {
        var mine = share.get();
        return mine.nobody() ? Optional.empty() : database.transact(sql -> SubscriptionQueue.nextDue(sql, mine));
    }

    @Override
    public void deliver(ClaimedNotice notice) {
        try {
            tell(notice);
        } finally {
            onTheirWay.computeIfPresent(notice.subscription().owner(), (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    /// What may not be told any more counts as told.
    private void tell(ClaimedNotice notice) {
        var nothing = notice.type() == NoticeType.EVENT_NOTIFICATION
                && notice.events().isEmpty();
        if (nothing) {
            database.execute(sql -> SubscriptionQueue.delivered(sql, notice));
        } else {
            sending.accept(notice);
        }
    }
}
