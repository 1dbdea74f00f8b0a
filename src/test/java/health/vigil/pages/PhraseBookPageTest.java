package health.vigil.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/// The sentences of the service on a page in German, without a session, so that no account's own language counts.
/// The file has a sentence and its German on each line, with a tab between them.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PhraseBookPageTest {
    private static final Path SENTENCES = Path.of("src/test/resources/pages/service-sentences.txt");

    private static final String SPEAK =
            "try { localStorage.getItem('vigil.language') ?? localStorage.setItem('vigil.language', 'de'); } catch { }";

    private static final String TRANSLATE = """
        async sentences => {
            const { translated } = await import('/assets/phrase-book.js');
            return sentences.map(translated);
        }
        """;

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

    private Page page;

    @BeforeEach
    void open() {
        page = Chromium.context(1366, 900, ColorScheme.LIGHT).newPage();
        page.addInitScript(SPEAK);
        page.navigate("/sign-in");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private List<?> translated(List<String> sentences) {
        return (List<?>) page.evaluate(TRANSLATE, sentences);
    }

    @Test
    void eachSentenceOfTheServiceHasItsGerman() throws IOException {
        var lines = Files.readAllLines(SENTENCES).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        assertThat(lines).hasSizeGreaterThan(2000).allMatch(line -> line.size() == 2);
        var german = translated(lines.stream().map(List::getFirst).toList());
        assertThat(german).isEqualTo(lines.stream().map(List::getLast).toList());
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
        assertThat(translated(List.of(sentence))).isEqualTo(List.of(sentence));
    }

    /// What a person wrote is passed on, whatever it looks like.
    @Test
    void theTextOfAPersonIsNotTranslated() {
        assertThat(translated(List.of("temperature 38.5 Cel is attributed to: fever onset (home, not confirmed)")))
                .isEqualTo(List.of("Temperatur 38,5 Cel, zugeordnet: fever onset (zu Hause, nicht bestätigt)"));
        assertThat(translated(List.of("transfusions are planned: 2.5 a day; see note; no antipyretic")))
                .isEqualTo(List.of("Transfusionen sind geplant: 2.5 a day; see note; no antipyretic"));
    }

    @Test
    void instantsAndUnitsAreThoseOfTheWard() {
        var dose = "Half dose charted: 240.5 mg at 2026-03-02T10:15:00Z, where 70 kg allow 560 mg";

        assertThat((String) page.evaluate(TELL, dose))
                .isEqualTo("Halbe Dosis dokumentiert: 240,5 mg (2. März, 10:15); bei 70 kg sind 560 mg möglich");
        assertThat((String) page.evaluate(SAY, "SBP")).isEqualTo("systolisch 84,5 mmHg < 85");
        assertThat((String) page.evaluate(SAY, "unobtainium")).isEqualTo("unobtainium 84.5 mmHg < 85");
    }

    @Test
    void aPageInEnglishSaysWhatTheServiceSays() {
        page.evaluate("() => localStorage.setItem('vigil.language', 'en')");
        page.reload();

        assertThat(translated(List.of("CRS grade 2", "temperature 38.5 Cel >= 38")))
                .isEqualTo(List.of("CRS grade 2", "temperature 38.5 Cel >= 38"));
    }
}
