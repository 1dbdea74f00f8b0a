package health.vigil.role;

import io.smallrye.health.api.HealthType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The table of jobs is equal to that in `docs/architecture.md`.
class JobTest {
    @Test
    void theDocsShowTheTable() throws IOException {
        var shown = Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .dropWhile(line -> !line.equals("## Roles and their work"))
                .filter(line -> line.startsWith("| `"))
                .takeWhile(line -> !line.startsWith("| `observation`"))
                .map(line -> line.split(" \\| "))
                .map(cells -> String.join(" | ", cells[0].substring(2), cells[1], cells[2]));

        assertThat(shown)
                .containsExactlyElementsOf(
                        Stream.of(Job.values()).map(JobTest::row).toList());
    }

    private static String row(Job job) {
        var roles =
                Stream.of(ServiceRole.values()).filter(job.roles()::contains).map(ServiceRole::word);
        var health = job.health().stream().map(JobTest::word);
        return "`%s` | %s | %s"
                .formatted(
                        job.word(),
                        roles.collect(Collectors.joining(", ")),
                        job.health().isEmpty() ? "–" : health.collect(Collectors.joining(", ")));
    }

    private static String word(HealthType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
