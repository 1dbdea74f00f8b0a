package health.vigil.faults;

import health.vigil.embedded.EmbeddedStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Injects one fault after the other under load. After each it waits until all accepted records are
/// processed, and checks all invariants. It prints one line per fault.
final class FaultRun implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Plan plan;
    private final PrintStream out = System.out;
    private final Disks disks;
    private final Fleet fleet;
    private final StoredFacts books;
    private final Follower follower;
    private final Random random;
    private final AtomicLong nextSeed;
    private final List<Line> lines = new ArrayList<>();

    /// What to inject.
    ///
    /// @param monitors the number of monitors before each fault
    /// @param outage the length of an outage
    record Plan(long seed, List<Fault> faults, int monitors, Duration outage, Duration limit) {}

    /// The result of one fault.
    record Line(Fault fault, int accepted, Optional<Duration> takeover, List<String> wrong) {}

    FaultRun(Plan plan, EmbeddedStack stack, Path folder, Disks disks) throws IOException {
        this.plan = plan;
        this.disks = disks;
        this.random = new Random(plan.seed());
        this.nextSeed = new AtomicLong(plan.seed() * 1_000_000);
        this.fleet = Fleet.start(stack, folder, plan.monitors());
        this.books = new StoredFacts(stack);
        this.follower = new Follower(fleet::servePort, fleet.token("nurse"));
    }

    /// Runs until all faults are done or the time is up.
    List<Line> run() throws IOException, InterruptedException, SQLException {
        var end = System.nanoTime() + plan.limit().toNanos();
        out.printf(
                "faults: seed %d, %d faults, %d monitors%n",
                plan.seed(), plan.faults().size(), plan.monitors());
        for (var fault : plan.faults()) {
            if (System.nanoTime() > end) {
                out.printf(
                        "faults: the time is up after %d of %d%n",
                        lines.size(), plan.faults().size());
                break;
            }
            if (needsADisk(fault) && !disks.mounted()) {
                out.printf("---- %-18s left out: no right to mount a disk%n", fault.word());
                continue;
            }
            lines.add(one(fault));
        }
        return List.copyOf(lines);
    }

    private static boolean needsADisk(Fault fault) {
        return fault == Fault.FULL_DISK_BROKER || fault == Fault.FULL_DISK_DATABASE;
    }

    private Line one(Fault fault) throws IOException, InterruptedException, SQLException {
        var started = System.nanoTime();
        var name = "f" + plan.seed() + "n" + lines.size();
        var senders = new Senders(fleet, name, nextSeed);
        var fedWards = List.of(
                new FedWard(fleet, new FhirFeed(fleet), name, nextSeed),
                new FedWard(fleet, new Hl7Feed(fleet), name, nextSeed));
        FleetMonitor.pause(SETTLE.toMillis() + random.nextInt(1500));
        var wrong = new ArrayList<String>();
        Optional<Duration> takeover = Optional.empty();
        try {
            takeover = new FaultInjector(fleet, books, disks, random, plan.outage()).make(fault);
        } catch (IllegalStateException | org.awaitility.core.ConditionTimeoutException failed) {
            wrong.add(String.valueOf(failed.getMessage()));
        }
        FleetMonitor.pause(random.nextInt(1500));
        var patients = senders.finish();
        var fed = new ArrayList<FedPatient>();
        var accepted = senders.accepted();
        var unanswered = senders.unanswered();
        for (var ward : fedWards) {
            fed.addAll(ward.finish());
            accepted += ward.accepted();
            unanswered += ward.unanswered();
            wrong.addAll(ward.refusals());
        }
        fleet.settle(plan.monitors());
        wrong.addAll(senders.refusals());
        wrong.addAll(new Audit(fleet, books, follower).of(patients, fed));
        var line = new Line(fault, accepted, takeover, wrong);
        print(line, patients.size() + fed.size(), unanswered, started);
        return line;
    }

    private void print(Line line, int patients, int unanswered, long started) {
        out.printf(
                "%4d %-18s %3d patients %5d accepted %4d asked again%s %s (%.0f s)%n",
                lines.size() + 1,
                line.fault().word(),
                patients,
                line.accepted(),
                unanswered,
                line.takeover()
                        .map(taken -> " takeover %.1f s".formatted(taken.toMillis() / 1000.0))
                        .orElse(""),
                line.wrong().isEmpty() ? "ok" : "WRONG " + line.wrong(),
                (System.nanoTime() - started) / 1e9);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        follower.close();
        books.close();
        fleet.close();
    }
}
