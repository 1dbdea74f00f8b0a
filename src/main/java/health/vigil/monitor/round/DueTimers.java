package health.vigil.monitor.round;

import health.vigil.monitor.batch.Poison;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/// Fires due timers that belong to no partition, each in its own transaction. A timer that fails is retried
/// later and does not block the others.
final class DueTimers {
    private static final Logger LOG = Logger.getLogger(DueTimers.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATER = Duration.ofMinutes(1);

    private DueTimers() {}

    static void fire(Database database, String kind, BiConsumer<Sql, String> work) {
        for (var subject : database.read(sql -> Timers.due(sql, kind, AT_ONCE))) {
            try {
                database.execute(sql -> work.accept(sql, subject));
            } catch (RuntimeException failure) {
                if (!Poison.is(failure)) {
                    throw failure;
                }
                LOG.errorf("A timer of kind %s failed and will be retried: %s", kind, Poison.describe(failure));
                database.execute(sql -> Timers.rearm(
                        sql, kind, subject, Optional.of(Instant.now().plus(LATER))));
            }
        }
    }
}
