package health.vigil.monitor.round;

import health.vigil.monitor.batch.Poison;
import health.vigil.store.Database;
import health.vigil.store.ReportedInfusions;
import health.vigil.store.ReportedMerges;
import health.vigil.store.ReportedStays;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/// Applies what registration systems report: stays, merges of numbers and infusions. Each report has its own
/// transaction, and one that fails is tried again later and does not block the others. Every replica may call
/// this: row locks let only one apply each report.
@ApplicationScoped
public class StayRound {
    private static final Logger LOG = Logger.getLogger(StayRound.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_LONG = Duration.ofDays(90);

    private final Database database;
    private final StayEffects stays;
    private final MergeReports merges;
    private final InfusionAdmissions infusions;
    private volatile Instant nextCleaning = Instant.EPOCH;

    public StayRound(Database database, StayEffects stays, MergeReports merges, InfusionAdmissions infusions) {
        this.database = database;
        this.stays = stays;
        this.merges = merges;
        this.infusions = infusions;
    }

    private record DueReports(List<Long> merges, List<Long> stays, List<String> infusions) {}

    /// Applies what is due.
    public void fire() {
        var due = database.read(sql -> new DueReports(
                ReportedMerges.due(sql, AT_ONCE),
                ReportedStays.due(sql, AT_ONCE),
                ReportedInfusions.due(sql, AT_ONCE)));
        due.merges().forEach(id -> attempt(id, merges::apply, (sql, until) -> ReportedMerges.postpone(sql, id, until)));
        due.stays().forEach(id -> attempt(id, stays::apply, (sql, until) -> ReportedStays.postpone(sql, id, until)));
        due.infusions()
                .forEach(key ->
                        attempt(key, infusions::apply, (sql, until) -> ReportedInfusions.postpone(sql, key, until)));
        if (!Instant.now().isBefore(nextCleaning)) {
            nextCleaning = Instant.now().plus(CLEANING);
            database.execute(StayRound::forget);
        }
    }

    private <T> void attempt(T report, BiConsumer<Sql, T> work, BiConsumer<Sql, Instant> postpone) {
        try {
            database.execute(sql -> work.accept(sql, report));
        } catch (RuntimeException failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            LOG.errorf("A report of a registration failed and will be retried: %s", Poison.describe(failure));
            database.execute(sql -> postpone.accept(sql, sql.now().plus(LATER)));
        }
    }

    /// A hospital reports everybody. What concerns nobody who was ever admitted here is not kept.
    private static void forget(Sql sql) {
        var now = sql.now();
        ReportedStays.forget(sql, now.minus(KEPT), now.minus(KEPT_LONG));
        ReportedMerges.forget(sql, now.minus(KEPT));
        ReportedInfusions.forget(sql, now.minus(KEPT_LONG));
    }
}
