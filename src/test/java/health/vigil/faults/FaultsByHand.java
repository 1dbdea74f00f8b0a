package health.vigil.faults;

import health.vigil.embedded.TestStack;
import health.vigil.faults.FaultRun.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The long run, by `./vigil faults`, with `-Dvigil.faults="kill-monitor=100 cut-commit=50"`, `-Dvigil.seed`,
/// `-Dvigil.minutes`, and `-Dvigil.outage` in seconds. Writes are fsynced.
class FaultsByHand {
    private static final String ALL = "kill-monitor=10 kill-ingest=3 kill-serve=3 kill-broker=3 kill-database=3"
            + " pause-monitor=3 pause-inside=3 cut-commit=5 cut-inside=3 slow-database=2 database-away=1"
            + " join-and-leave=3 full-disk-broker=1 full-disk-database=1";

    private static final Pattern WANTED = Pattern.compile("([a-z-]+)=([0-9]+)");

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        var seed = Long.getLong("vigil.seed", System.currentTimeMillis() % 100_000);
        var plan = new Plan(
                seed,
                faults(System.getProperty("vigil.faults", ""), new Random(seed)),
                Integer.getInteger("vigil.monitors", 2),
                Duration.ofSeconds(Integer.getInteger("vigil.outage", 60)),
                Duration.ofMinutes(Integer.getInteger("vigil.minutes", 60)));
        var disks = new ArrayList<Disks>();
        var stack = TestStack.durable(data -> disks.add(Disks.under(data)));

        try (var run = new FaultRun(plan, stack, folder, disks.getFirst())) {
            var lines = run.run();

            Summary.print(lines, System.out);
            assertThat(lines).allSatisfy(line -> assertThat(line.wrong()).isEmpty());
        }
    }

    /// In an order that the seed determines.
    private static List<Fault> faults(String wanted, Random random) {
        var faults = new ArrayList<Fault>();
        WANTED.matcher(wanted.isBlank() ? ALL : wanted).results().forEach(some -> {
            var fault = Fault.of(some.group(1))
                    .orElseThrow(() -> new IllegalArgumentException("no fault: " + some.group(1)));
            faults.addAll(Collections.nCopies(Integer.parseInt(some.group(2)), fault));
        });
        Collections.shuffle(faults, random);
        return faults;
    }
}
