package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.vigil.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The pages in the language of the user.
@ServiceTest
class LanguagePageTest {
    private static final Path MARKUP = Path.of("src/main/resources/META-INF/resources/pages");

    /// Where two languages differ in their keys, in what is a text, or in the parameters of a function.
    private static final String DIFFERENCES = """
        async () => {
            const [{ en }, { de }] = await Promise.all([import('/assets/words/en.js'), import('/assets/words/de.js')]);
            const shape = (one, path) => typeof one === 'object'
                ? Object.entries(one).flatMap(([key, inner]) => [`${path}.${key}`, ...shape(inner, `${path}.${key}`)])
                : [`${path}: ${typeof one} ${typeof one === 'function' ? one.length : ''}`];
            const [english, german] = [shape(en, ''), shape(de, '')];
            if (english.length < 1000) return ['too few words'];
            return english.map((each, place) => [each, german[place]]).filter(([one, other]) => one !== other)
                .map(pair => pair.join(' and '));
        }
        """;

    /// What the markup of a page says otherwise than the words do, or what has no words.
    private static final String WRONG_MARKUP = """
        async html => {
            const { en } = await import('/assets/words/en.js');
            const named = path => path.split('.').reduce((found, key) => found?.[key], en);
            const page = new DOMParser().parseFromString(html, 'text/html');
            const wrong = (place, said, path) => said !== named(path) || place.children.length > 0 ? [path] : [];
            return [
                ...[...page.querySelectorAll('[data-words]')]
                    .flatMap(each => wrong(each, each.textContent.trim(), each.dataset.words)),
                ...[...page.querySelectorAll('[data-words-label]')]
                    .filter(each => each.getAttribute('aria-label') !== named(each.dataset.wordsLabel))
                    .map(each => each.dataset.wordsLabel),
            ];
        }
        """;

    private final String ward = "language-" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void bothLanguagesHaveTheSameWords() {
        var page = TestBrowser.signedIn("nurse");
        try (var _ = page.context()) {
            page.navigate("/alerts");
            assertThat((List<?>) page.evaluate(DIFFERENCES)).isEmpty();
        }
    }

    @Test
    void theMarkupSaysWhatTheWordsSay() throws IOException {
        var page = TestBrowser.signedIn("nurse");
        try (var _ = page.context();
                var files = Files.list(MARKUP)) {
            page.navigate("/alerts");
            for (var file : files.toList()) {
                assertThat((List<?>) page.evaluate(WRONG_MARKUP, Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aUserChoosesALanguageForEveryBrowser() {
        var patient = TestPatient.admit(ward, "1", "Hildegard Knef");
        patient.observe("vital-signs", Duration.ofMinutes(1), Map.of("temperature", 38.6, "systolic", 120));
        var nurse = Account.nurseOf(ward);
        var page = TestBrowser.signedIn(nurse);
        var other = TestBrowser.signedIn(nurse);
        try (var _ = page.context();
                var _ = other.context()) {
            page.navigate("/?ward=" + ward);
            assertThat(page.locator("#sign-out")).hasText("Sign out");

            deutsch(page).click();

            assertThat(page.locator("#sign-out")).hasText("Abmelden");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            Accessibility.assertNothingFound(page);
            other.navigate(patient.page(""));
            assertThat(other.locator("#sign-out")).hasText("Abmelden");
            assertThat(other.locator("#crs")).containsText("38,6 °C");
            Accessibility.assertNothingFound(other);
        }
    }

    /// A form in another language would be another form.
    @Test
    void whatIsHalfWrittenIsAskedAboutFirst() {
        var patient = TestPatient.admit(ward, "2", "Marlene Dietrich");
        var page = TestBrowser.signedIn(Account.nurseOf(ward));
        try (var _ = page.context()) {
            page.navigate(patient.page("/check#vitals"));
            page.locator("[name=temperature]").fill("38.7");

            deutsch(page).click();

            assertThat(page.locator("#unsent")).containsText("Something on this page is half-written.");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("[name=temperature]")).hasValue("38.7");
            button(page, "Change the language nevertheless").click();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("[name=temperature]")).hasValue("");
        }
    }

    private static Locator deutsch(Page page) {
        return button(page, "Deutsch");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
