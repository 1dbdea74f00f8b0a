package health.vigil.api.home;

import health.vigil.api.home.HomePaper.HomeFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HomePaperTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern WORD = Pattern.compile("\\{([^}]*)}");

    private static HomeFacts facts(int doses, Map<String, String> more, Map<String, Optional<Instant>> rules) {
        var limits = new HashMap<>(Map.of("fever", "38.0", "systolic", "90", "drop", "10", "spo2", "92"));
        limits.putAll(more);
        return new HomeFacts(
                Optional.of("Ada Ward"),
                "1961-05-17",
                "axi-cel",
                Instant.parse("2026-03-01T23:30:00Z"),
                doses,
                Optional.of(Instant.parse("2026-03-05T12:00:00Z")).filter(_ -> doses > 0),
                limits,
                rules);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// A missing line, or a missing word in a line, would be a missing warning.
    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysTheSame(HomeLanguage language) {
        var english = HomeTexts.of(HomeLanguage.EN).all();
        var other = HomeTexts.of(language).all();

        assertThat(other.keySet()).isEqualTo(english.keySet());
        other.forEach(
                (name, text) -> assertThat(words(text)).as(name).isEqualTo(words(english.getOrDefault(name, ""))));
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningIsPrinted(HomeLanguage language) {
        var paper = HomePaper.of(language, facts(0, Map.of(), Map.of()), BERLIN);

        assertThat(paper.call().lines()).hasSize(9);
        assertThat(paper.daily().lines()).hasSize(4);
        assertThat(paper.toString()).doesNotContain("{").contains(language.number("38.0"), "90", "92");
    }

    @Test
    void germanNumbersHaveACommaAndGermanDatesTheirMonth() {
        var paper = HomePaper.of(HomeLanguage.DE, facts(2, Map.of("phone", "030.1"), Map.of()), BERLIN);

        assertThat(paper.card().lines())
                .contains(
                        "Ada Ward, geboren 17. Mai 1961",
                        "axi-cel, gegeben am 2. März 2026",
                        "Tocilizumab: 2 Gaben, die letzte am 5. März 2026",
                        "Tag und Nacht: 030.1");
        assertThat(paper.call().lines()).contains("Temperatur von 38,0 °C oder mehr");
        assertThat(HomePaper.of(HomeLanguage.EN, facts(2, Map.of(), Map.of()), BERLIN)
                        .call()
                        .lines())
                .contains("A temperature of 38.0 °C or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 1961-05-17 | 17 May 1961",
                "EN | 1961-05    | May 1961",
                "DE | 1961-05    | Mai 1961",
                "DE | 1961       | 1961"
            })
    void aDateOfBirthIsWrittenAsFarAsItIsKnown(HomeLanguage language, String given, String written) {
        assertThat(language.birthDate(given)).isEqualTo(written);
    }

    @Test
    void oneDoseIsNotCountedLikeSeveral() {
        assertThat(HomePaper.of(HomeLanguage.EN, facts(1, Map.of(), Map.of()), BERLIN)
                        .card()
                        .lines())
                .contains("Tocilizumab: one dose, on 5 March 2026")
                .noneMatch(line -> line.contains("doses"));
        assertThat(HomePaper.of(HomeLanguage.DE, facts(1, Map.of(), Map.of()), BERLIN)
                        .card()
                        .lines())
                .contains("Tocilizumab: eine Gabe, am 5. März 2026")
                .noneMatch(line -> line.contains("Gaben"));
    }

    @Test
    void theCardNamesThePatientAndTheTherapyAndNoGrade() {
        var paper = HomePaper.of(HomeLanguage.EN, facts(2, Map.of("phone", "030 1"), Map.of()), BERLIN);

        assertThat(paper.card().lines())
                .contains(
                        "Ada Ward, born 17 May 1961",
                        "axi-cel, given on 2 March 2026",
                        "Tocilizumab: 2 doses, the last on 5 March 2026",
                        "Day and night: 030 1")
                .noneMatch(line -> line.startsWith("Centre:"));
        assertThat(paper.call().title()).contains("030 1");
        assertThat(paper.toString().toLowerCase(Locale.ROOT)).doesNotContain("grade", "crs", "icans");
    }

    @ParameterizedTest
    @EnumSource
    void theCodeIsThatOfTheCentresPage(HomeLanguage language) {
        var card = HomePaper.of(language, facts(0, Map.of("page", "https://cart.example.org"), Map.of()), BERLIN)
                .card();

        assertThat(card.qr()).hasValueSatisfying(code -> {
            assertThat(code.address()).isEqualTo("https://cart.example.org");
            assertThat(code.title()).contains("QR").endsWith(": https://cart.example.org");
        });
        assertThat(card.lines()).anyMatch(line -> line.endsWith(": https://cart.example.org"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAPageThereIsNoCode(HomeLanguage language) {
        assertThat(HomePaper.of(language, facts(0, Map.of(), Map.of()), BERLIN)
                        .card()
                        .qr())
                .isEmpty();
    }

    @Test
    void withoutADoseNoDoseIsNamed() {
        assertThat(HomePaper.of(HomeLanguage.DE, facts(0, Map.of(), Map.of()), BERLIN)
                        .card()
                        .lines())
                .noneMatch(line -> line.contains("Tocilizumab"));
    }

    /// A rule that ends at midnight holds on the day before.
    @Test
    void theRulesOfThePlaceHaveTheirLastDay() {
        var rules = Map.of(
                "no-driving", Optional.of(Instant.parse("2026-03-15T23:00:00Z")),
                "near-the-centre", Optional.<Instant>empty());

        assertThat(HomePaper.of(HomeLanguage.DE, facts(0, Map.of(), rules), BERLIN)
                        .rules()
                        .lines())
                .containsExactly(
                        "In der Nähe des Zentrums bleiben: bis das Zentrum es erlaubt",
                        "Nicht Auto fahren und nicht an Maschinen arbeiten: bis einschließlich 15. März 2026");
    }
}
