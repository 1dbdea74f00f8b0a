package health.vigil.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The tables of codes in `docs/fhir.md` and `docs/hl7.md` are those of the vocabulary. A failure shows the table
/// that belongs there.
class CodesDocumentedTest {
    private static final int TERMS = 65536;

    /// @param heading the columns of the table
    record CodeTable(String heading, List<String> rows) {
        String text() {
            var columns = heading.chars().filter(sign -> sign == '|').count() - 1;
            return heading + "\n|" + "---|".repeat((int) columns) + "\n" + String.join("\n", rows) + "\n";
        }
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("fhir.md", table("| becomes | LOINC |", false, Terminology.LOINC)),
                Arguments.of("fhir.md", table("| becomes | SNOMED CT |", false, Terminology.SNOMED)),
                Arguments.of(
                        "fhir.md", table("| becomes | RxNorm | ATC |", false, Terminology.RXNORM, Terminology.ATC)),
                Arguments.of("fhir.md", own()),
                Arguments.of("hl7.md", table("| becomes | MDC |", false, Terminology.MDC)),
                Arguments.of("hl7.md", table("| becomes | MDIL |", false, Terminology.MDIL)),
                Arguments.of(
                        "hl7.md",
                        table(
                                "| becomes | MDC | MDIL | text |",
                                true,
                                Terminology.MDC,
                                Terminology.MDIL,
                                Terminology.UNIT_TEXT)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void thePageHasTheTable(String page, CodeTable table) throws IOException {
        assertThat(Files.readString(Path.of("docs", page))).contains(table.text());
    }

    /// The codes of some systems, by their meaning.
    ///
    /// @param units whether only units, or only other meanings, are listed
    private static CodeTable table(String heading, boolean units, Terminology... systems) {
        var byWord = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var system : systems) {
            Vocabulary.standard().rows().stream()
                    .filter(row ->
                            row.system().equals(system.uri()) && row.word().startsWith("unit:") == units)
                    .forEach(row -> byWord.computeIfAbsent(row.word(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(system.uri(), _ -> new ArrayList<>())
                            .add(shown(system, row.code())));
        }
        return new CodeTable(
                heading,
                byWord.entrySet().stream()
                        .map(entry -> "| `" + entry.getKey() + "` | "
                                + Stream.of(systems)
                                        .map(system -> String.join(
                                                ", ", entry.getValue().getOrDefault(system.uri(), List.of("–"))))
                                        .collect(Collectors.joining(" | "))
                                + " |")
                        .toList());
    }

    private static String shown(Terminology system, String code) {
        if (system != Terminology.MDIL) {
            return "`" + code + "`";
        }
        int hat = code.indexOf('^');
        int number = Integer.parseInt(code.substring(0, hat));
        return String.format("`%04x-%04x%s`", number / TERMS, number % TERMS, code.substring(hat));
    }

    private static CodeTable own() {
        var bySystem = new LinkedHashMap<String, List<String>>();
        OwnCodes.rows()
                .forEach(row -> bySystem.computeIfAbsent(row.system(), _ -> new ArrayList<>())
                        .add("`" + row.code() + "`"));
        return new CodeTable(
                "| system | codes |",
                bySystem.entrySet().stream()
                        .map(entry -> "| `" + entry.getKey().replaceAll(".*/", "") + "` | "
                                + String.join(", ", entry.getValue()) + " |")
                        .toList());
    }
}
