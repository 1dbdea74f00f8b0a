package health.vigil.monitor.loop;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {
    private static final Logger LOG = Logger.getLogger("health.vigil.monitor");
    private static final long FIRST = Long.getLong("vigil.seed", 1);
    private static final long SEEDS = Long.getLong("vigil.seeds", 2000);

    /// Hides a log line for every simulated failure.
    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(Level.INFO);
    }

    @Test
    void nothingIsLostOrDoubledWhateverGoesWrong() {
        assertThat(LongStream.range(FIRST, FIRST + SEEDS).boxed())
                .allSatisfy(seed -> assertThat(Simulation.run(seed))
                        .as("-Dvigil.seed=" + seed)
                        .isEmpty());
    }

    @Test
    void aSeedIsAlwaysTheSameHistory() {
        assertThat(Simulation.history(7)).isEqualTo(Simulation.history(7));
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBugIsFound(PlantedBug bug) throws Exception {
        try (var planted = bug.plant()) {
            assertThat(LongStream.range(FIRST, FIRST + SEEDS)
                            .filter(seed -> !planted.run(seed).isEmpty())
                            .findFirst())
                    .as("a seed that finds it")
                    .isPresent();
        }
    }
}
