package health.vigil;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The command `./vigil`, with a fake Maven that exits with a given code.
class CommandTest {
    @TempDir
    private Path home;

    @ParameterizedTest(name = "build {0}, service {1}, apart {2}, integration {3}, validation {4}: {5}")
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "1, 0, 0, 0, 0, 1",
        "0, 1, 0, 0, 0, 1",
        "0, 0, 1, 0, 0, 1",
        "0, 0, 0, 1, 0, 1",
        "0, 0, 0, 0, 1, 1",
        "0, 1, 1, 1, 1, 1"
    })
    void testingFailsWithAnyOfItsParts(int build, int service, int apart, int integration, int validation, int expected)
            throws Exception {
        Files.copy(Path.of("vigil"), home.resolve("vigil"));
        Files.createDirectory(home.resolve("target"));
        var maven =
                Files.writeString(home.resolve("mvnw"), """
                #!/bin/sh
                case $* in
                *package*) exit %d ;;
                *surefire:test@default-test*) sleep 0.2; exit %d ;;
                *surefire:test@apart*) echo "tried apart"; exit %d ;;
                *failsafe:integration-test*verify*) echo "tried integration"; exit %d ;;
                *testCompile@validation*surefire:test@validation*) echo "tried validation"; exit %d ;;
                *) exit 64 ;;
                esac
                """.formatted(build, service, apart, integration, validation));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));

        var vigil = new ProcessBuilder("sh", home.resolve("vigil").toString(), "test")
                .redirectErrorStream(true)
                .start();
        var told = new String(vigil.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(vigil.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(vigil.exitValue()).as(told).isEqualTo(expected);
        assertThat(told.contains("tried apart")).isEqualTo(build == 0);
        assertThat(told.contains("tried integration")).isEqualTo(build == 0);
        assertThat(told.contains("tried validation")).isEqualTo(build == 0);
    }
}
