package health.vigil.embedded;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChildTest {
    @TempDir
    private Path home;

    /// While it becomes another program, its command line is empty for a moment.
    @Test
    void itIsAliveFromItsFirstMoment() throws Exception {
        for (var round = 0; round < 300; round++) {
            var child = Child.start(home, List.of("sleep", "60"));
            try {
                assertThat(child.alive()).as("round %d", round).isTrue();
            } finally {
                child.process().destroyForcibly();
            }
        }
    }

    @Test
    void anEndedOneIsNotAlive() throws Exception {
        var child = Child.start(home, List.of("true"));

        child.process().onExit().join();

        assertThat(child.alive()).isFalse();
    }
}
