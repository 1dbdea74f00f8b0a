package health.vigil.safety;

import health.vigil.alert.AlertType;
import health.vigil.observation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The tables of `docs/faults.md` list every law and every alert type, with tests that exist.
class FaultsTableTest {
    private static final int LAWS = 14;
    private static final Pattern REFERENCE = Pattern.compile("`([A-Z]\\w*(?:Test|IT)(?:#\\w+)?)`");

    private final TestSources tests = TestSources.find();
    private final List<String> rows;

    FaultsTableTest() throws IOException {
        try (var lines = Files.lines(Path.of("docs/faults.md"))) {
            rows = lines.filter(line ->
                            line.startsWith("| ") && REFERENCE.matcher(line).find())
                    .toList();
        }
    }

    private List<String> subjects() {
        return rows.stream()
                .map(row -> row.replaceFirst("^\\| ([^|]*) \\|.*", "$1"))
                .toList();
    }

    @Test
    void everyLawHasARow() {
        var numbers = subjects().stream()
                .filter(subject -> subject.matches("\\d+ .*"))
                .map(subject -> subject.replaceFirst(" .*", ""))
                .map(Integer::valueOf);

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LAWS).boxed().toList());
    }

    @Test
    void everyTypeOfAlertHasARow() {
        assertThat(subjects())
                .containsAll(Stream.of(AlertType.values())
                        .map(Word::word)
                        .map(word -> "`" + word + "`")
                        .toList());
    }

    @Test
    void everyTestIsThere() {
        var named = rows.stream()
                .flatMap(row -> REFERENCE.matcher(row).results())
                .map((MatchResult found) -> found.group(1));

        assertThat(named)
                .allSatisfy(reference ->
                        assertThat(tests.methods(reference)).as(reference).isNotEmpty());
    }
}
