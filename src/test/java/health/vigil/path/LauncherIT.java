package health.vigil.path;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// `./vigil start` keeps the service running. Here a script replaces the JVM and exits as the test needs.
class LauncherIT {
    @TempDir
    private Path jdk;

    @BeforeEach
    void aJdkThatDies() throws IOException {
        Files.createDirectory(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable("javac", "");
    }

    private void executable(String name, String script) throws IOException {
        var file = Files.writeString(jdk.resolve("bin").resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /// Counts the starts in `$starts`, then runs the script.
    private Process start(String script) throws IOException {
        return start(script, "");
    }

    /// @param archive where the archive of classes is; empty for none
    private Process start(String script, String archive) throws IOException {
        executable("java", """
                echo started >> %1$s
                starts=$(wc -l < %1$s)
                %2$s
                """.formatted(jdk.resolve("starts"), script));
        var builder = new ProcessBuilder("./vigil", "start")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(jdk.resolve("log").toFile()));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("VIGIL_ARCHIVE", archive);
        return builder.start();
    }

    private List<String> starts() {
        try {
            return Files.readAllLines(jdk.resolve("starts"));
        } catch (IOException notYet) {
            return List.of();
        }
    }

    @Test
    void aServiceThatDiesIsStartedAgainAndSaysSo() throws Exception {
        var launcher = start("[ $starts -gt 1 ] || kill -9 $$");

        assertThat(launcher.waitFor()).isZero();
        assertThat(starts()).hasSize(2);
        assertThat(Files.readString(jdk.resolve("log"))).contains("THE SERVICE DIED (exit code 137)");
    }

    @Test
    void outOfMemoryItIsStartedAgain() throws Exception {
        var launcher = start("[ $starts -gt 1 ] || exit 3");

        assertThat(launcher.waitFor()).isZero();
        assertThat(starts()).hasSize(2);
    }

    @Test
    void whatCannotStartEnds() throws Exception {
        var launcher = start("exit 1");

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(starts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatDiedAndCannotStartAtOnceIsStartedUntilItCan(int code) throws Exception {
        var launcher = start("case $starts in 1) kill -9 $$ ;; 2) exit " + code + " ;; esac");

        assertThat(launcher.waitFor()).isZero();
        assertThat(starts()).hasSize(3);
        assertThat(Files.readString(jdk.resolve("log"))).contains("THE SERVICE DIED (exit code " + code + ")");
    }

    @Test
    void whoeverEndsTheLauncherEndsTheService() throws Exception {
        var launcher = start("trap 'exit 143' TERM; while :; do sleep 0.1; done");
        await().untilAsserted(() -> assertThat(starts()).hasSize(1));

        launcher.destroy();

        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(starts()).hasSize(1);
    }

    /// The stand-in for the JVM writes what it was called with, and an archive if it should.
    private List<String> calls(Path archive) throws Exception {
        var calls = jdk.resolve("calls");
        Files.deleteIfExists(calls);
        var launcher = start("""
                for option in "$@"; do
                    case $option in
                    -XX:AOTCacheOutput=*) echo rehearsal >>%1$s; echo classes >"${option#*=}" ;;
                    -XX:AOTCache=*) echo "start ${option#*=}" >>%1$s ;;
                    esac
                done
                """.formatted(calls), archive.toString());
        assertThat(launcher.waitFor()).isZero();
        return Files.readAllLines(calls);
    }

    private Path archive() throws IOException {
        return Files.createDirectories(jdk.resolve("a folder")).resolve("vigil.aot");
    }

    @Test
    void theFirstStartMakesAnArchiveThatTheNextOnesRead() throws Exception {
        var archive = archive();

        assertThat(calls(archive)).containsExactly("rehearsal", "start " + archive);
        assertThat(calls(archive)).containsExactly("start " + archive);
    }

    @Test
    void anArchiveOfAnotherBuildOrJdkIsNotRead() throws Exception {
        var archive = archive();
        calls(archive);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");

        assertThat(calls(archive)).containsExactly("rehearsal", "start " + archive);
    }

    @Test
    void aRehearsalThatFailsLeavesTheServiceWithoutAnArchive() throws Exception {
        var launcher = start(
                "case $* in *AOTCacheOutput*) exit 1 ;; *AOTCache=*) exit 2 ;; esac",
                archive().toString());

        assertThat(launcher.waitFor()).isZero();
        assertThat(starts()).hasSize(2);
    }

    @Test
    void anArchiveWithoutItsFingerprintIsNotRead() throws Exception {
        var archive = Files.writeString(archive(), "of somewhere else");

        assertThat(calls(archive)).containsExactly("rehearsal", "start " + archive);
        assertThat(Files.readString(archive)).isEqualTo("classes\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a folder", "no folder/vigil.aot"})
    void whereNoArchiveCanBeTheServiceStartsWithoutOne(String place) throws Exception {
        var kept = Files.writeString(archive().resolveSibling("kept"), "data");

        var launcher = start(
                "case $* in *AOTCache=*) exit 2 ;; esac", jdk.resolve(place).toString());

        assertThat(launcher.waitFor()).isZero();
        assertThat(kept).exists();
    }
}
