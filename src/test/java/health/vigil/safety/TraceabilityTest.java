package health.vigil.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Every hazard has a requirement and every requirement a test. The matrix is written to
/// `target/safety/traceability.md`.
class TraceabilityTest {
    private static final Path SAFETY = Path.of("docs/safety");
    private static final int REQUIREMENTS_OF_A_HAZARD = 6;
    private static final int TESTS_OF_A_REQUIREMENT = 3;

    private final Table hazards = Table.in(SAFETY.resolve("hazards.md"), "H-");
    private final Table requirements = Table.in(SAFETY.resolve("requirements.md"), "R-");
    private final TestSources tests = TestSources.find();

    @Test
    void everyRequirementHasTests() {
        assertThat(requirements.rows())
                .isNotEmpty()
                .allSatisfy((id, row) -> assertThat(references(row))
                        .as(id)
                        .isNotEmpty()
                        .allSatisfy(reference -> assertThat(tests.methods(reference))
                                .as(reference)
                                .isNotEmpty()));
    }

    @Test
    void everyHazardHasARequirementThatExists() {
        assertThat(hazards.rows())
                .isNotEmpty()
                .allSatisfy((id, row) ->
                        assertThat(controls(row)).as(id).isNotEmpty().allMatch(requirements.rows()::containsKey));
    }

    @Test
    void everyRequirementHoldsAHazardBack() {
        var held = hazards.rows().values().stream().flatMap(row -> controls(row).stream());

        assertThat(held).containsAll(requirements.rows().keySet());
    }

    @Test
    void theMatrixIsWritten() throws IOException {
        var matrix = Path.of("target/safety/traceability.md");

        Files.createDirectories(matrix.getParent());
        Files.writeString(matrix, matrix());

        assertThat(matrix).isNotEmptyFile();
    }

    private String matrix() {
        return requirements.rows().entrySet().stream()
                .map(entry -> "| %s | %s | %s | %s |%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().get(1),
                                String.join(" ", hazardsOf(entry.getKey())),
                                references(entry.getValue()).stream()
                                        .flatMap(reference -> tests.methods(reference).stream())
                                        .distinct()
                                        .collect(Collectors.joining("<br>"))))
                .collect(Collectors.joining(
                        "", "| requirement | | hazards | tests |%n|---|---|---|---|%n".formatted(), ""));
    }

    private List<String> hazardsOf(String requirement) {
        return hazards.rows().entrySet().stream()
                .filter(entry -> controls(entry.getValue()).contains(requirement))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> controls(List<String> hazard) {
        return Stream.of(hazard.get(REQUIREMENTS_OF_A_HAZARD).split(" ")).toList();
    }

    private static List<String> references(List<String> requirement) {
        return Stream.of(requirement.get(TESTS_OF_A_REQUIREMENT).split(",\\s*")).toList();
    }
}
