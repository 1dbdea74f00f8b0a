package health.vigil.policy;

import health.vigil.journey.DoseRange;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.ListApproval;
import health.vigil.journey.ProductLimits;
import health.vigil.journey.ReadinessItem;
import health.vigil.journey.ReadinessList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A file with a fault is refused with its name and the line.
class JourneyFileTest {
    private static final Path EXAMPLE = Path.of("docs/examples/journey.json");

    private static final String FILE = """
            {
              "owner": "Dr A, head of the programme",
              "approvedAt": "2026-02-03",
              "reviewBy": "2027-02-03",
              "items": [
                {"id": "consent", "text": "Consent signed", "validForHours": 24},
                {"id": "tocilizumab", "text": "Doses on hand", "least": 4}
              ],
              "products": [
                {"product": "Axi-Cel", "thawMinutes": 30, "dose": {"least": 1, "most": 2, "unit": "10*6/kg"}},
                {"lymphodepletionDays": {"least": 3, "most": 7}}
              ]
            }
            """;

    private static JourneyPolicy read(String text) {
        return JourneyFile.of("journey.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theListAndTheLimitsAreRead() {
        var policy = read(FILE);

        assertThat(policy.approval())
                .contains(new ListApproval(
                        "Dr A, head of the programme", LocalDate.parse("2026-02-03"), LocalDate.parse("2027-02-03")));
        assertThat(policy.readiness().items())
                .containsExactly(
                        ReadinessItem.IDENTITY,
                        new ReadinessItem(
                                "consent", "Consent signed", Optional.of(Duration.ofHours(24)), Optional.empty()),
                        new ReadinessItem("tocilizumab", "Doses on hand", Optional.empty(), Optional.of(4)));
        assertThat(policy.products())
                .containsExactly(
                        new ProductLimits(
                                Optional.of("Axi-Cel"),
                                Duration.ofMinutes(30),
                                2,
                                14,
                                Optional.of(new DoseRange(BigDecimal.ONE, BigDecimal.TWO, "10*6/kg"))),
                        new ProductLimits(Optional.empty(), Duration.ofMinutes(90), 3, 7, Optional.empty()));
    }

    @Test
    void whatIsLeftOutKeepsItsDefault() {
        var policy = read("{\"owner\": \"Dr A\", \"approvedAt\": \"2026-02-03\", \"reviewBy\": \"2027-02-03\"}");

        assertThat(policy.readiness()).isEqualTo(ReadinessList.DEFAULT);
        assertThat(policy.identityFor()).isEqualTo(Duration.ofHours(4));
        assertThat(policy.lateAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(policy.products()).isEqualTo(List.of());
    }

    @Test
    void theSameContentHasTheSameVersion() {
        assertThat(read(FILE).version()).isEqualTo(read(FILE).version()).startsWith("local-");
        assertThat(read(FILE.replace("signed", "given")).version())
                .isNotEqualTo(read(FILE).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Dr A, head of the programme\" | \"\" | 2 | owner: is empty",
                "\"2026-02-03\" | \"\" | 3 | approvedAt: must be a date such as 2026-02-03",
                "\"2027-02-03\" | \"2026-02-02\" | 4 | reviewBy: must not be before approvedAt",
                "\"id\": \"consent\" | \"id\": \"identity\" | 6 | items[0].id: is the id of another item",
                "\"id\": \"tocilizumab\" | \"id\": \"consent\" | 7 | items[1].id: is the id of another item",
                "\"id\": \"consent\" | \"id\": \"J-1\" | 6 | items[0].id: must begin with a small letter and have at most 64 small letters, digits or hyphens",
                "\"text\": \"Consent signed\" | \"text\": \" \" | 6 | items[0].text: is blank",
                "\"least\": 4 | \"least\": 0 | 7 | items[1].least: must be a whole number from 1 to 1000",
                "\"least\": 4 | \"lest\": 4 | 7 | items[1].lest: is not a field here",
                "\"most\": 2, | \"most\": 0.5, | 10 | products[0].dose.most: must not be under least",
                "\"10*6/kg\" | \"mg\" | 10 | products[0].dose.unit: must be 10*6 or 10*6/kg",
                "\"most\": 7 | \"most\": 2 | 11 | products[1].lymphodepletionDays.most: must not be under least",
            })
    void whatIsWrongIsNamedWithItsLine(String text, String other, int line, String fault) {
        assertThatThrownBy(() -> read(FILE.replace(text, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("journey.json, line " + line + ": " + fault);
    }

    @Test
    void anOwnerIsNeeded() {
        assertThatThrownBy(() -> read(FILE.replace("\"owner\": \"Dr A, head of the programme\",", "")))
                .hasMessage("journey.json, line 1: owner: is missing");
    }

    @Test
    void oneProductHasItsLimitsOnce() {
        assertThatThrownBy(() -> read(
                        FILE.replace("{\"lymphodepletionDays\"", "{\"product\": \"axi-cel\", \"lymphodepletionDays\"")))
                .hasMessageEndingWith("products[1].product: is an earlier product");
    }

    @Test
    void theExampleStartsNowhereUntilSomebodyOwnsIt() throws IOException {
        assertThatThrownBy(() -> JourneyFile.read(EXAMPLE)).hasMessageContaining("owner: is empty");
        var owned = Files.readString(EXAMPLE)
                .replace("\"owner\": \"\"", "\"owner\": \"Dr A\"")
                .replace("\"approvedAt\": \"\"", "\"approvedAt\": \"2026-02-03\"")
                .replace("\"reviewBy\": \"\"", "\"reviewBy\": \"2027-02-03\"");

        var policy = read(owned);

        assertThat(policy.readiness()).isEqualTo(JourneyPolicy.DEFAULT.readiness());
        assertThat(policy.products()).isEqualTo(JourneyPolicy.DEFAULT.products());
    }

    @Test
    void aFileThatIsNotThereStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> JourneyFile.read(folder.resolve("none.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }
}
