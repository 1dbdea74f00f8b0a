package health.vigil.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresProgramsTest {
    @TempDir
    private Path unpacked;

    private EmbeddedOptions options() {
        return new EmbeddedOptions(unpacked.resolve("data"), Path.of("target/embedded"), unpacked, false);
    }

    @Test
    void severalWhoUnpackAtOnceGetTheSame() throws Exception {
        var killed = Files.createDirectories(unpacked.resolve(
                PostgresPrograms.unpacked(options()).folder().getFileName() + ".new-" + Long.MAX_VALUE + "-1"));
        Tree.delete(PostgresPrograms.unpacked(options()).folder());
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<PostgresPrograms> unpack = () -> PostgresPrograms.unpacked(options());
            var programs = threads.invokeAll(Stream.of(unpack, unpack).toList()).stream()
                    .map(done -> done.resultNow())
                    .collect(Collectors.toSet());

            assertThat(programs)
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(Path.of(one.postgres())).isExecutable());
        }
        assertThat(killed).doesNotExist();
        try (var left = Files.list(unpacked)) {
            assertThat(left).hasSize(1);
        }
    }
}
