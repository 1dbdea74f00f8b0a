package health.vigil.faults;

import health.vigil.embedded.TestStack;
import health.vigil.faults.FaultRun.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The short run. `./vigil faults` is the long one.
class FaultsIT {
    private static final long SEED = Long.getLong("vigil.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledWhateverIsKilledCutOrFrozen() throws Exception {
        var plan = new Plan(
                SEED,
                List.of(
                        Fault.CUT_COMMIT,
                        Fault.CUT_INSIDE,
                        Fault.KILL_MONITOR,
                        Fault.KILL_DATABASE,
                        Fault.PAUSE_INSIDE,
                        Fault.KILL_BROKER,
                        Fault.KILL_INGEST),
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(120));

        try (var run = new FaultRun(plan, TestStack.own(), folder, Disks.none(folder))) {
            assertThat(run.run()).allSatisfy(line -> assertThat(line.wrong()).isEmpty());
        }
    }
}
