package health.vigil.pages;

import health.vigil.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The sentences of the service on a page in German. The file has a sentence and its German on each line, with a tab
/// between them.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PhraseBookPageTest {
    private static final Path SENTENCES = Path.of("src/test/resources/pages/service-sentences.txt");

    /// As the ward writes instants and units.
    private static final String TELL = """
        async sentence => {
            const { alertText } = await import('/assets/alert-text.js');
            const { useHospitalTime } = await import('/assets/time.js');
            useHospitalTime('UTC', 0);
            return alertText(sentence);
        }
        """;

    /// As the reason of a grade, which comes in pieces.
    private static final String SAY = """
        async text => {
            const { said } = await import('/assets/words.js');
            return said(`${text} 84.5 mm[Hg] < 85`, [
                { text: `${text} ` },
                { value: 84.5, unit: 'mm[Hg]' },
                { text: ' < 85' },
            ]);
        }
        """;

    private GermanPage german;

    @BeforeEach
    void open() {
        german = GermanPage.open();
    }

    @AfterEach
    void close() {
        german.close();
    }

    @Test
    void eachSentenceOfTheServiceHasItsGerman() throws IOException {
        var lines = Files.readAllLines(SENTENCES).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        assertThat(lines).hasSizeGreaterThan(2000).allMatch(line -> line.size() == 2);
        assertThat(german.translated(lines.stream().map(List::getFirst).toList()))
                .isEqualTo(lines.stream().map(List::getLast).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A sentence that no service sends",
                "CRS grade 2. A sentence that no service sends",
                "CRS grade rose from 1 to 2: a sentence that no service sends",
                "SBP 82 mm[Hg] < 90 whatever the baseline, and a half that nobody knows",
                "SBP 82 mm[Hg] < 90; a half that nobody knows",
                "unobtainium running since 2026-03-02T19:00:00Z: one vasopressor",
                "norepinephrine running since 2026-03-02T19:00:00Z and unobtainium running since 2026-03-02T19:30:00Z: "
                        + "multiple vasopressors, vasopressin not counted",
                "iron lung for hypoxia",
                "hiccups present",
                "Vital signs due 14:15: no temperature, hiccups since 10:02",
                "unobtainium 3 h ago",
                "CRS is grade six, not known before"
            })
    void whatTheBookDoesNotHaveStaysAsItCame(String sentence) {
        assertThat(german.translated(List.of(sentence))).isEqualTo(List.of(sentence));
    }

    /// What a person wrote is passed on, whatever it looks like.
    @Test
    void theTextOfAPersonIsNotTranslated() {
        assertThat(german.translated(
                        List.of("temperature 38.5 Cel is attributed to: fever onset (home, not confirmed)")))
                .isEqualTo(List.of("Temperatur 38,5 Cel, zugeordnet: fever onset (zu Hause, nicht bestätigt)"));
        assertThat(german.translated(List.of("transfusions are planned: 2.5 a day; see note; no antipyretic")))
                .isEqualTo(List.of("Transfusionen sind geplant: 2.5 a day; see note; no antipyretic"));
    }

    @Test
    void instantsAndUnitsAreThoseOfTheWard() {
        var dose = "Half dose charted: 240.5 mg at 2026-03-02T10:15:00Z, where 70 kg allow 560 mg";

        assertThat((String) german.page().evaluate(TELL, dose))
                .isEqualTo("Halbe Dosis dokumentiert: 240,5 mg (2. März, 10:15); bei 70 kg sind 560 mg möglich");
        assertThat((String) german.page().evaluate(SAY, "SBP")).isEqualTo("systolisch 84,5 mmHg < 85");
        assertThat((String) german.page().evaluate(SAY, "unobtainium")).isEqualTo("unobtainium 84.5 mmHg < 85");
    }

    @Test
    void aPageInEnglishSaysWhatTheServiceSays() {
        german.page().evaluate("() => localStorage.setItem('vigil.language', 'en')");
        german.page().reload();

        assertThat(german.translated(List.of("CRS grade 2", "temperature 38.5 Cel >= 38")))
                .isEqualTo(List.of("CRS grade 2", "temperature 38.5 Cel >= 38"));
    }
}
