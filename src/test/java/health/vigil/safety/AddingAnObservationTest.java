package health.vigil.safety;

import health.vigil.grading.scale.Scale;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// `docs/adding-an-observation.md` names exactly the places that must decide about a new kind.
class AddingAnObservationTest {
    private static final Path PAGE = Path.of("docs/adding-an-observation.md");
    private static final Path MAIN = Path.of("src/main/java/health/vigil");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static final Set<String> KINDS = words(Kind.values());

    /// Where SQL chooses rows of observations by their kind; other tables have kinds of their own.
    private static final Pattern CHOICE =
            Pattern.compile("\\bkind (?:=|<>|in|not in) \\(?'(?:" + String.join("|", KINDS) + ")'");
    private static final Set<String> CONTENTS = Arrays.stream(Content.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    /// A row of one of the page's tables, by its first column.
    private record Row(List<String> names, String text, List<String> lastColumn) {
        static Row of(String line) {
            var columns = List.of(line.substring(1).split("\\|", -1));
            return new Row(quoted(columns.getFirst()), line, quoted(columns.get(columns.size() - 2)));
        }
    }

    private static Set<String> words(Word[] values) {
        return Arrays.stream(values).map(Word::word).collect(Collectors.toSet());
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Row> table(String heading) {
        return text(PAGE)
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
    }

    private static List<String> names(String heading) {
        return table(heading).stream().flatMap(row -> row.names().stream()).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> files(Path folder, String ending, Predicate<String> holds) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> holds.test(text(file)))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean names(String source, String word) {
        return Pattern.compile("(?<![\\w-])" + word + "(?![\\w-])")
                .matcher(source)
                .find();
    }

    private static boolean decidesAboutAll(String source) {
        return caseOfEach(source, CONTENTS)
                || caseOfEach(
                        source, Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toSet()));
    }

    /// Whether each name is a label of a `case`.
    private static boolean caseOfEach(String source, Set<String> names) {
        var labels = Pattern.compile("\\bcase ([^;{]*?) ?->")
                .matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining(" "));
        return names.stream().allMatch(name -> names(labels, name));
    }

    @Test
    void theCompilerNamesWhatDecidesAboutEveryKind() throws IOException {
        var found = files(MAIN, ".java", AddingAnObservationTest::decidesAboutAll);

        assertThat(names("## The compiler names these"))
                .containsExactlyInAnyOrderElementsOf(
                        found.stream().map(file -> file.replace(".java", "")).toList());
    }

    @Test
    void everyListNamesEveryKind() {
        assertThat(table("## A list has to name every kind")).isNotEmpty().allSatisfy(row -> {
            var file = text(Path.of(row.names().getFirst()));
            var missing = KINDS.stream().filter(kind -> !names(file, kind)).toList();
            assertThat(missing).as(row.text()).containsExactlyInAnyOrderElementsOf(without(row));
        });
    }

    private static List<String> without(Row row) {
        return row.lastColumn().stream().filter(KINDS::contains).toList();
    }

    @Test
    void everyFileThatChoosesByKindIsNamed() throws IOException {
        Predicate<String> chooses = source -> CHOICE.matcher(source).find();
        var found = Stream.concat(
                files(MAIN, ".java", chooses).stream().map(file -> file.replace(".java", "")),
                files(MIGRATIONS, ".sql", chooses).stream());

        assertThat(names("## You have to decide")).containsExactlyInAnyOrderElementsOf(found.toList());
    }

    @Test
    void theReadersOfEveryKindAreTold() {
        assertThat(names("### Who reads what")).containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @Test
    void everyScaleIsInEveryFileThatNamesScales() {
        assertThat(names("## Adding a scale of CRS")).isNotEmpty().allSatisfy(file -> {
            var source = text(Path.of(file));
            assertThat(Scale.values())
                    .as(file)
                    .allMatch(scale -> names(source, scale.word()) || names(source, "Scale." + scale.name()));
        });
    }
}
