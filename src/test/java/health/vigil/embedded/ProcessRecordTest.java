package health.vigil.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessRecordTest {
    @TempDir
    private Path home;

    private Process process;

    @BeforeEach
    void aProcessThatNamesItsHome() throws Exception {
        process = new ProcessBuilder("sh", "-c", "cat", home.toString()).start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly().onExit().join();
    }

    @Test
    void theProcessIsFoundAgain() throws Exception {
        record().write(home);

        assertThat(ProcessRecord.read(home).flatMap(record -> record.alive(home)))
                .contains(process.toHandle());
    }

    @Test
    void aPidWithAnotherStartIsSomebodyElse() {
        var earlier = new ProcessRecord(process.pid(), record().started().minus(Duration.ofMinutes(1)), 0);

        assertThat(earlier.alive(home)).isEmpty();
    }

    @Test
    void aProcessThatDoesNotNameTheFolderIsSomebodyElse() {
        assertThat(record().alive(home.resolveSibling("another"))).isEmpty();
    }

    @Test
    void anEndedProcessIsNotFound() {
        var record = record();
        process.destroyForcibly().onExit().join();

        assertThat(record.alive(home)).isEmpty();
    }

    @Test
    void aDamagedRecordIsNone() throws Exception {
        Files.writeString(home.resolve("process"), "12\nyesterday\n");

        assertThat(ProcessRecord.read(home)).isEmpty();
    }

    private ProcessRecord record() {
        return ProcessRecord.of(process.toHandle(), List.of());
    }
}
