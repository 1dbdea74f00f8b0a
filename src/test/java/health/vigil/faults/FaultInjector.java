package health.vigil.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import static org.awaitility.Awaitility.await;

/// Injects one fault, and measures how long the patients of a failed monitor waited for a takeover.
final class FaultInjector {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TAKEOVER_LIMIT = Duration.ofSeconds(60);

    private final Fleet fleet;
    private final StoredFacts books;
    private final Disks disks;
    private final Random random;
    private final Duration outage;

    /// @param outage the length of an outage
    FaultInjector(Fleet fleet, StoredFacts books, Disks disks, Random random, Duration outage) {
        this.fleet = fleet;
        this.books = books;
        this.disks = disks;
        this.random = random;
        this.outage = outage;
    }

    /// Injects a fault; returns the time of the takeover, if there was one.
    Optional<Duration> make(Fault fault) throws IOException, InterruptedException {
        return switch (fault) {
            case KILL_MONITOR -> killMonitor();
            case KILL_INGEST -> {
                fleet.killIngest();
                yield Optional.empty();
            }
            case KILL_SERVE -> {
                fleet.killServe();
                yield Optional.empty();
            }
            case KILL_BROKER -> {
                fleet.killBroker();
                yield Optional.empty();
            }
            case KILL_DATABASE -> {
                fleet.killDatabase();
                yield Optional.empty();
            }
            case PAUSE_MONITOR -> pause(fleet.any(random));
            case PAUSE_INSIDE -> pauseInside();
            case CUT_COMMIT -> {
                struck(anyLine().swallowCommit(SOON));
                yield Optional.empty();
            }
            case CUT_INSIDE -> {
                var line = anyLine();
                struck(line.insideATransaction(line::cut, SOON));
                yield Optional.empty();
            }
            case SLOW_DATABASE -> {
                slow();
                yield Optional.empty();
            }
            case DATABASE_AWAY -> {
                databaseAway();
                yield Optional.empty();
            }
            case JOIN_AND_LEAVE -> {
                joinAndLeave();
                yield Optional.empty();
            }
            case FULL_DISK_BROKER -> {
                disks.fillBroker(outage);
                yield Optional.empty();
            }
            case FULL_DISK_DATABASE -> {
                disks.fillDatabase(outage);
                yield Optional.empty();
            }
        };
    }

    /// Clients must not notice; accepted records wait in the broker, and no process runs out of memory.
    private void databaseAway() throws InterruptedException, IOException {
        var before = fleet.residentMb();
        fleet.databaseAway(true);
        FleetMonitor.pause(outage.toMillis());
        System.out.printf(
                "     database away for %d s: MB resident before %s, after %s, %d records wait%n",
                outage.toSeconds(), before, fleet.residentMb(), waiting());
        fleet.databaseAway(false);
    }

    private long waiting() {
        try {
            return books.unread();
        } catch (SQLException unknown) {
            return -1;
        }
    }

    private static void struck(boolean inTime) {
        if (!inTime) {
            throw new IllegalStateException("no transaction came by that could be struck");
        }
    }

    private Proxy anyLine() {
        return fleet.any(random).line();
    }

    private Optional<Duration> killMonitor() throws IOException {
        var victim = fleet.any(random);
        fleet.forget(victim);
        var before = System.nanoTime();
        victim.kill();
        fleet.join();
        return Optional.of(takeover(victim, before));
    }

    private Optional<Duration> pause(FleetMonitor victim) throws InterruptedException {
        var before = System.nanoTime();
        victim.freeze();
        return Optional.of(thawAfterTakeover(victim, before));
    }

    private Optional<Duration> pauseInside() throws InterruptedException {
        var victim = fleet.any(random);
        var frozen = new AtomicLong();
        struck(victim.line()
                .insideATransaction(
                        () -> {
                            frozen.set(System.nanoTime());
                            victim.freeze();
                        },
                        SOON));
        return Optional.of(thawAfterTakeover(victim, frozen.get()));
    }

    private Duration thawAfterTakeover(FleetMonitor victim, long before) throws InterruptedException {
        try {
            var taken = takeover(victim, before);
            FleetMonitor.pause(random.nextInt(3000));
            return taken;
        } finally {
            victim.thaw();
        }
    }

    /// Until every partition of the victim belongs to another monitor.
    private Duration takeover(FleetMonitor victim, long before) {
        await().atMost(TAKEOVER_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> owned(victim) == 0);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private long owned(FleetMonitor member) throws SQLException {
        return books.number("select count(*) from stream_partition where owner like ?", member.owner());
    }

    private void slow() throws InterruptedException {
        fleet.monitors().forEach(member -> member.line().delay(Duration.ofMillis(20 + random.nextInt(80))));
        FleetMonitor.pause(3000 + random.nextInt(3000));
        fleet.monitors().forEach(member -> member.line().delay(Duration.ZERO));
    }

    private void joinAndLeave() throws IOException, InterruptedException {
        var joined = fleet.join();
        joined.process().ready();
        FleetMonitor.pause(random.nextInt(2000));
        var leaving = fleet.any(random);
        fleet.forget(leaving);
        leaving.close();
    }
}
