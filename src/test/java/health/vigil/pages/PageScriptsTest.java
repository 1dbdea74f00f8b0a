package health.vigil.pages;

import health.vigil.observation.VitalSign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Checks the scripts of the pages. No compiler checks them, so this test looks for the mistakes that one would
/// find (docs/decisions/pages.md).
class PageScriptsTest {
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final int WIDTH = 120;

    private static final Pattern IMPORT = Pattern.compile("^import \\{([^}]*)} from '([^']*)';", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:function\\*?|const|let|class) ([\\w$]+)", Pattern.MULTILINE);

    /// Words that hide a mistake, stop a page, or write text as markup.
    private static final Pattern NEVER = Pattern.compile(
            "\\bvar"
                    + " |[^=!]==[^=]|!=[^=]|\\bconsole\\.|\\bdebugger\\b|\\balert\\(|\\beval\\(|innerHTML|outerHTML|document\\.write");

    /// Comments and texts.
    private static final Pattern NO_CODE = Pattern.compile("//[^\\n]*|/\\*[\\s\\S]*?\\*/|'(?:[^'\\\\\\n]|\\\\.)*'");

    private static final Map<Path, String> SCRIPTS = scripts();

    private record Import(Path in, String name, Path from) {}

    private static Map<Path, String> scripts() {
        try (var files = Files.walk(ASSETS)) {
            var scripts = new TreeMap<Path, String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                scripts.put(ASSETS.relativize(file), Files.readString(file));
            }
            return scripts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Import> imports() {
        return SCRIPTS.entrySet().stream()
                .flatMap(script ->
                        IMPORT.matcher(script.getValue()).results().flatMap(found -> imported(script.getKey(), found)))
                .toList();
    }

    private static Stream<Import> imported(Path script, MatchResult found) {
        var from = ASSETS.relativize(
                ASSETS.resolve(script).resolveSibling(found.group(2)).normalize());
        return Arrays.stream(found.group(1).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Import(script, name, from));
    }

    private static boolean exports(Path script, String name) {
        return EXPORT.matcher(SCRIPTS.getOrDefault(script, ""))
                .results()
                .anyMatch(found -> found.group(1).equals(name));
    }

    private static Stream<String> lines(Path script, String text, Pattern wrong) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(number -> wrong.matcher(lines.get(number)).find())
                .mapToObj(number ->
                        script + ":" + (number + 1) + " " + lines.get(number).strip());
    }

    private static List<String> places(Pattern wrong) {
        return SCRIPTS.entrySet().stream()
                .flatMap(script -> lines(script.getKey(), script.getValue(), wrong))
                .toList();
    }

    @Test
    void noLineIsLongerThanAScreenIsWide() {
        assertThat(places(Pattern.compile(".{" + (WIDTH + 1) + "}"))).isEmpty();
    }

    @Test
    void linesAreIndentedBySpacesAndEndWithNone() {
        assertThat(places(Pattern.compile("\t|\\s$"))).isEmpty();
        assertThat(SCRIPTS.values()).allMatch(text -> text.endsWith("\n") && !text.endsWith("\n\n"));
    }

    @Test
    void whatHidesAMistakeIsNotWritten() {
        assertThat(places(NEVER)).isEmpty();
    }

    @Test
    void everyImportIsThereAndIsUsed() {
        assertThat(imports()).isNotEmpty().allSatisfy(each -> {
            assertThat(exports(each.from(), each.name()))
                    .as("%s exports %s", each.from(), each.name())
                    .isTrue();
            assertThat(used(each)).as("%s uses %s", each.in(), each.name()).isTrue();
        });
    }

    /// A call of a name that another script exports, and that this one neither imports nor declares.
    @Test
    void whatIsCalledIsImported() {
        var exported = SCRIPTS.values().stream()
                .flatMap(text -> EXPORT.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());

        assertThat(SCRIPTS).allSatisfy((script, text) -> {
            var code = NO_CODE.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
            var imported = imports().stream()
                    .filter(each -> each.in().equals(script))
                    .map(Import::name)
                    .collect(Collectors.toSet());
            assertThat(exported)
                    .filteredOn(name -> !imported.contains(name) && calls(code, name) && !declares(code, name))
                    .as("called in %s without an import", script)
                    .isEmpty();
        });
    }

    private static boolean calls(String code, String name) {
        return Pattern.compile("(?<![\\w$.#])(?<!get )" + name + "\\(")
                .matcher(code)
                .find();
    }

    private static boolean declares(String code, String name) {
        return Pattern.compile("\\b(?:function|const|let|class) " + name + "\\b|[({,]\\s*" + name + "\\s*[,})=:]|\\b"
                        + name + " =>")
                .matcher(code)
                .find();
    }

    private static boolean used(Import each) {
        var text = IMPORT.matcher(SCRIPTS.getOrDefault(each.in(), "")).replaceAll("");
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(each.name()) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    @Test
    void everyExportIsImportedSomewhere() {
        var imports = imports();

        assertThat(SCRIPTS)
                .allSatisfy((script, text) -> assertThat(EXPORT.matcher(text).results())
                        .extracting(found -> found.group(1))
                        .allMatch(
                                name -> imports.stream()
                                        .anyMatch(each -> each.from().equals(script)
                                                && each.name().equals(name)),
                                "imported from " + script));
    }

    /// The form asks about a value that the service would not grade.
    @Test
    void theFormKnowsWhatIsPlausible() {
        var form = SCRIPTS.getOrDefault(Path.of("check/treatments.js"), "");

        assertThat(VitalSign.values())
                .allSatisfy(sign -> assertThat(form)
                        .containsPattern("\\['%s', '[^']*', \\[%s, %s]]"
                                .formatted(sign.field(), sign.lowest(), sign.highest())));
    }
}
