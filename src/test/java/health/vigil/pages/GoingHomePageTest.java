package health.vigil.pages;

import com.google.zxing.ReaderException;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import health.vigil.ServiceTest;
import health.vigil.api.home.QrReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static health.vigil.EmbeddedTestResource.CENTRE_PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The list before a patient goes home, and what the patient takes along.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class GoingHomePageTest {
    private static final double PIXELS_PER_MILLIMETRE = 96 / 25.4;
    /// Whether all text of a card lies in it and none below its code.
    private static final String TEXT_IS_WHOLE = """
            card => {
                const edge = card.getBoundingClientRect();
                const code = card.querySelector('.qr').getBoundingClientRect();
                return [...card.querySelectorAll('h2, li')].every(one => {
                    const text = document.createRange();
                    text.selectNodeContents(one);
                    return [...text.getClientRects()].every(line =>
                        line.left >= edge.left && line.right <= edge.right && line.bottom <= edge.bottom
                        && (line.right <= code.left || line.top >= code.bottom));
                });
            }
            """;

    private static final String ENLARGED = """
            code => {
                const place = { position: 'fixed', inset: '0 auto auto 0', zIndex: '99', margin: '0' };
                Object.assign(code.style, { ...place, width: '592px', height: '592px' });
            }
            """;

    private static final String PAPERS = "**/v1/patients/*/going-home*";
    private static final String DISCHARGE = "/v1/episodes/{id}/discharge";

    private final String ward = "home-" + UUID.randomUUID().toString().substring(0, 6);
    private TestPatient patient;
    private Page page;

    @BeforeEach
    void admit() {
        patient = TestPatient.admit(ward, "1", "Inge Schmitz", Duration.ofDays(9));
        page = TestBrowser.signedIn("nurse");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void open() {
        page.navigate(patient.page("/going-home"));
        assertThat(page.locator("#lines li").first()).isVisible();
        assertThat(page.locator("#papers .wallet").first()).isVisible();
    }

    private Locator line(String id) {
        return page.locator("#lines [data-line=" + id + "]");
    }

    private void tick(String id, String done, String note) {
        line(id).getByText("Tick …").click();
        line(id).locator("[name=done][value=" + done + "]").check();
        line(id).getByLabel("Note").fill(note);
        line(id).getByText("Save the tick").click();
    }

    @Test
    void eachLineSaysWhetherItIsMetAndWhy() {
        open();

        assertThat(page.locator("#lines li")).hasCount(12);
        assertThat(line("D-1")).containsText("Met D-1 Day");
        assertThat(line("D-2")).containsText("Not known D-2 Fever");
        assertThat(line("D-2")).containsText("No temperature in 48 h");
        assertThat(line("D-10")).containsText("Open D-10 Home");
        assertThat(page.locator("#lines")).containsText("A list, never a verdict: the physician decides.");
        assertThat(line("D-2").locator("form")).hasCount(0);
    }

    @Test
    void aLineIsTickedByAPersonAndTheTickIsTakenBack() {
        open();

        tick("D-10", "true", "her son stays with her");

        assertThat(line("D-10")).containsText("Met D-10 Home");
        assertThat(line("D-10")).containsText("Done: her son stays with her");
        assertThat(line("D-10"))
                .containsText("Ticked “Done” by " + Account.of("nurse").username());
        tick("D-10", "false", "he has to travel");
        assertThat(line("D-10")).containsText("Open D-10 Home");
        assertThat(line("D-10")).containsText("Not done: he has to travel");
    }

    @Test
    void eitherPlanOfTransfusionsIsAPlan() {
        open();

        line("D-8").getByText("Tick …").click();
        line("D-8").getByText("None planned").click();
        line("D-8").getByText("Save the tick").click();

        assertThat(line("D-8")).containsText("Ticked “None planned” by");
    }

    @Test
    void whatWouldAllowLessWatchingIsShown() {
        open();

        assertThat(page.locator("#step-down")).containsText("Fewer checks: ");
        assertThat(page.locator("#step-down")).containsText("It changes no plan of checks");
    }

    @Test
    void thePapersAreTwoLanguagesSideBySideAndNameNoGrade() {
        open();

        var papers = page.locator("#papers");
        assertThat(papers.locator(".wallet[lang=en]")).containsText("I was treated with CAR-T cells");
        assertThat(papers.locator(".wallet[lang=en]")).containsText("Inge Schmitz, born 2 April 1961");
        assertThat(papers.locator(".call[lang=de]")).containsText("Ein Krampfanfall");
        var english = papers.locator(".call[lang=en]").boundingBox();
        var german = papers.locator(".call[lang=de]").boundingBox();
        assertThat(english.y).isEqualTo(german.y);
        assertThat(english.x + english.width).isLessThan(german.x);
        assertThat(papers).not().containsText(Pattern.compile("grade|Grad ", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void oneLanguageAloneCanBeChosen() {
        open();

        page.getByText("German").click();

        assertThat(page.locator("#papers [lang=en]")).hasCount(0);
        assertThat(page.locator("#papers .wallet[lang=de]")).isVisible();
    }

    @Test
    void thePrintedCardHasTheSizeOfABankCard() {
        open();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (var language : new String[] {"en", "de"}) {
            var card = page.locator("#papers .wallet[lang=" + language + "]").boundingBox();
            assertThat(card.width / PIXELS_PER_MILLIMETRE).as(language).isCloseTo(85, within(0.5));
            assertThat(card.height / PIXELS_PER_MILLIMETRE).as(language).isCloseTo(54, within(0.5));
        }
    }

    private Locator code(String language) {
        return page.locator("#papers .wallet[lang=" + language + "] .qr");
    }

    /// The picture is that of the page, large enough for the pixels of a screen.
    private String decoded(String language) throws IOException, ReaderException {
        code(language).evaluate(ENLARGED);
        return QrReader.read(code(language).screenshot());
    }

    @Test
    void aPhoneReadsTheCentresPageFromTheCard() throws IOException, ReaderException {
        open();

        assertThat(code("en")).hasAttribute("aria-label", "QR code of the centre's page: " + CENTRE_PAGE);
        assertThat(code("de")).hasAttribute("aria-label", "QR-Code der Seite des Zentrums: " + CENTRE_PAGE);
        assertThat(page.locator("#papers .wallet[lang=en]")).containsText("More: " + CENTRE_PAGE);
        assertThat(decoded("en")).isEqualTo(CENTRE_PAGE);
        assertThat(decoded("de")).isEqualTo(CENTRE_PAGE);
    }

    /// Many phones read no code that is white on black.
    @ParameterizedTest
    @EnumSource(
            value = Media.class,
            names = {"SCREEN", "PRINT"})
    void theCodeIsBlackOnWhiteAlsoByNight(Media media) throws IOException, ReaderException {
        page.context().close();
        page = TestBrowser.signedIn("nurse", 1366, 900, ColorScheme.DARK);
        open();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media).setColorScheme(ColorScheme.DARK));

        assertThat(decoded("en")).isEqualTo(CENTRE_PAGE);
        assertThat(code("en").locator("rect")).hasCSS("fill", "rgb(255, 255, 255)");
        assertThat(code("en").locator("path")).hasCSS("fill", "rgb(0, 0, 0)");
    }

    @Test
    void onPaperTheCodeIsAtLeastEighteenMillimetresWideAndCoversNoText() {
        fullCard();
        open();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (var language : new String[] {"en", "de"}) {
            var card = page.locator("#papers .wallet[lang=" + language + "]");
            var box = code(language).boundingBox();
            assertThat(card).containsText("CAR-T Nord");
            assertThat(box.width).isCloseTo(box.height, within(0.1));
            assertThat(box.width * 29 / 37 / PIXELS_PER_MILLIMETRE).as(language).isGreaterThanOrEqualTo(18);
            assertThat(card.boundingBox().width / PIXELS_PER_MILLIMETRE).isCloseTo(85, within(0.5));
            assertThat(card.boundingBox().height / PIXELS_PER_MILLIMETRE)
                    .as(language)
                    .isCloseTo(54, within(0.5));
            assertThat((boolean) card.evaluate(TEXT_IS_WHOLE)).as(language).isTrue();
        }
    }

    /// A card on which every line has its words.
    private void fullCard() {
        page.route(PAPERS, route -> {
            var answer = route.fetch();
            var body = answer.text()
                    .replace(
                            "\"More: ",
                            "\"Centre: CAR-T Nord, University Hospital\",\"Day and night: 030 1234 5678\",\"More: ")
                    .replace(
                            "\"Mehr: ",
                            "\"Zentrum: CAR-T Nord, Universitätsklinikum\",\"Tag und Nacht: 030 1234 5678\",\"Mehr: ")
                    .replace("\"Fever, low", "\"Tocilizumab: 4 doses, the last on 30 September 2026\",\"Fever, low")
                    .replace("\"Fieber, ", "\"Tocilizumab: 4 Gaben, die letzte am 30. September 2026\",\"Fieber, ");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
    }

    @Test
    void withoutAPageOfTheCentreThereIsNoCode() {
        page.route(PAPERS, route -> {
            var answer = route.fetch();
            var body = answer.text().replaceAll(",\"qr\":\\{[^}]*}", "");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });

        open();

        assertThat(page.locator("#papers .wallet")).hasCount(2);
        assertThat(page.locator("#papers .qr")).hasCount(0);
        Accessibility.assertNothingFound(page);
    }

    @Test
    void onePageIsForThePatientAndOneForTheWard() {
        open();

        var pdf = new String(page.pdf(), StandardCharsets.ISO_8859_1);

        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results()).hasSize(2);
        assertThat(page.locator("#ward")).containsText("D-10 Home, open: not ticked");
        assertThat(page.locator("#papers")).not().containsText("D-10");
    }

    @Test
    void afterTheDischargeTheListIsThatOfTheDischargeWithItsReason() {
        var episode = TestPatient.as("nurse")
                .get("/v1/patients/" + patient.id() + "/grade")
                .jsonPath()
                .getString("episodeId");
        TestPatient.as("physician")
                .body(Map.of("at", Instant.now().toString(), "note", "goes home with the palliative team"))
                .post(DISCHARGE, episode)
                .then()
                .statusCode(200);

        open();

        assertThat(page.locator("#lines")).containsText("at the discharge");
        assertThat(page.locator("#lines form")).hasCount(0);
        assertThat(page.locator("#ward")).containsText("Reason: goes home with the palliative team");
        assertThat(page.locator("#head")).containsText("Note of the discharge: goes home with the palliative team");
        assertThat(page.locator("#step-down")).isHidden();
    }

    @Test
    void aListThatCannotBeReadSaysSoAndThePapersAreThere() {
        page.route("**/discharge-readiness*", Route::abort);

        page.navigate(patient.page("/going-home"));

        assertThat(page.locator("section:has(#lines)")).containsText("This part could not be read");
        assertThat(page.locator("#papers .wallet")).hasCount(2);
    }

    @Test
    void thePatientsPageLeadsHere() {
        page.navigate(patient.page(""));

        page.locator("#who").getByText("Going home").click();

        page.waitForURL("**" + patient.page("/going-home"));
        assertThat(page.locator("#lines li")).hasCount(12);
        line("D-9").getByText("Tick …").click();
        Accessibility.assertNothingFound(page);
    }
}
