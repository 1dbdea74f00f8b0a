package health.vigil.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.ServiceTest;
import health.vigil.patient.journey.WaitingPatient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// Every page in the light and the dark theme, on a phone and on a wall screen. Neither axe nor the browser
/// reports anything. With `-Dvigil.pictures` a screenshot of each page is written to `target/screenshots`.
@ServiceTest
class AppearanceTest {
    static final Path PICTURES = Path.of("target", "screenshots");
    /// Screenshots for people; they take time, and no assertion uses them.
    static final boolean DRAWN = System.getProperty("vigil.pictures") != null;

    private static final String SMALL_TARGETS =
            "() => [...document.querySelectorAll('a, button, input, select, summary')]"
                    + ".filter(one => one.offsetParent && !one.matches('.skip, .choice input'))"
                    + ".filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 80))";

    private static final DemoWard WARD = new DemoWard("haematology");

    /// The address of a journey that is ready.
    private static String journey = "";

    @BeforeEach
    void admit() {
        WARD.fill();
        if (journey.isEmpty()) {
            journey = WaitingPatient.ready().page();
        }
    }

    /// By day, by night and on a phone: the open page must adapt.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "board",
                "patient",
                "check",
                "handover",
                "ward-handover",
                "summary",
                "going-home",
                "alerts",
                "statistics",
                "admission",
                "admin",
                "waiting",
                "protocol",
                "journey"
            })
    void everyPageCanBeUsedByDayByNightAndOnAPhone(String name) {
        var place = places().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var page = TestBrowser.signedIn("physician", 1366, 900, ColorScheme.LIGHT);
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);

        open(page, place);
        look(page, place, "light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, place, "dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        look(page, place, "phone");

        assertThat(complaints).isEmpty();
        page.context().close();
    }

    private static void look(Page page, Place place, String suffix) {
        Accessibility.assertNothingFound(page);
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("fits")
                .isTrue();
        picture(page, place.name() + "-" + suffix, true);
    }

    @Test
    void theBoardFitsAWall() {
        var page = TestBrowser.signedIn("dashboard", 1920, 1080, ColorScheme.DARK);
        open(page, board());
        assertThat(page.locator(".row")).hasCount(WARD.size());
        picture(page, "board-wall", false);
        page.context().close();
    }

    /// Without red and green the grades can still be read, because each also has a number, a word and a shape.
    @Test
    void theBoardAndTheCourseCanBeReadByOtherEyes() {
        var page = TestBrowser.signedIn("physician", 1366, 900, ColorScheme.LIGHT);
        var deficiency = new JsonObject();
        deficiency.addProperty("type", "deuteranopia");
        page.context().newCDPSession(page).send("Emulation.setEmulatedVisionDeficiency", deficiency);

        open(page, board());
        picture(page, "board-deuteranopia", false);
        assertThat(page.locator(".grade .number")).hasCount(2 * WARD.size());
        assertThat(page.locator(".grade .shape")).hasCount(2 * WARD.size());
        open(page, patient());
        picture(page, "patient-deuteranopia", true);
        assertThat(page.locator(".band text").first()).not().isEmpty();
        page.context().close();
    }

    /// The pictures of the README, in their size.
    @Test
    void theReadmeShowsThePagesAsTheyAre() {
        var page = TestBrowser.signedIn("physician", 1366, 900, ColorScheme.LIGHT);
        open(page, board());
        picture(page, "readme-board", false);
        open(page, patient());
        if (DRAWN) {
            // The fixed frame would cover parts of the screenshot.
            page.evaluate("() => document.querySelector('#frame').remove()");
            page.locator(".card:has(#course)")
                    .screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve("readme-course.png")));
        }
        page.context().close();
        page = TestBrowser.signedIn("physician", 1366, 900, ColorScheme.DARK);
        open(page, patient());
        picture(page, "readme-patient-night", false);
        page.context().close();
    }

    /// @param shown what is visible once the page has loaded its data
    private record Place(String name, String address, List<String> shown) {
        Place(String name, String address, String... shown) {
            this(name, address, List.of(shown));
        }
    }

    private static List<Place> places() {
        var patient = WARD.worst();
        return List.of(
                board(),
                patient(),
                new Place("check", patient.page("/check"), "#grades .grade", "#entry .save"),
                new Place("handover", patient.page("/handover"), "#sheet .pair"),
                new Place("ward-handover", "/handover?ward=" + WARD.name(), "#sheets .signatures"),
                new Place("summary", patient.page("/summary"), "#sheet section"),
                new Place("going-home", patient.page("/going-home"), "#lines li", "#step-down li", "#papers .wallet"),
                new Place("alerts", "/alerts?ward=" + WARD.name(), ".alert"),
                new Place(
                        "statistics",
                        "/alerts/statistics?ward=" + WARD.name(),
                        ".numbers",
                        "#statistics .pictures svg",
                        "#statistics td"),
                new Place("admission", "/admission", "#admission button", "#changes form"),
                new Place("admin", "/admin", "#devices form"),
                new Place("waiting", "/waiting", "#journeys .row"),
                new Place("protocol", "/protocol", "#rows li", "#find"),
                new Place("journey", journey, "#line .stations", "#checks li", "#readiness .item", "#custody table"));
    }

    private static Place board() {
        return new Place("board", "/?ward=" + WARD.name(), ".row");
    }

    private static Place patient() {
        return new Place(
                "patient",
                WARD.worst().page(""),
                "#who .badges",
                "#chart svg",
                "#done li",
                "#context li",
                "#protocol li");
    }

    private static void open(Page page, Place place) {
        page.navigate(place.address());
        for (var part : place.shown()) {
            assertThat(page.locator(part).first()).isVisible();
        }
        assertThat(page.locator("#frame .who")).isVisible();
    }

    private static void picture(Page page, String name, boolean whole) {
        if (DRAWN) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setFullPage(whole));
        }
    }
}
