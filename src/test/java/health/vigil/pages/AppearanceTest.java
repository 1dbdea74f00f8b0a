package health.vigil.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.EmbeddedTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// Every page by day and by night, on a phone and on a wall: nothing that axe finds, nothing that the browser refuses,
/// and a picture of each under `target/screenshots`.
@QuarkusTest
@QuarkusTestResource(EmbeddedTestResource.class)
class AppearanceTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String SMALL_TARGETS =
            "() => [...document.querySelectorAll('a, button, input, select, summary')]"
                    + ".filter(one => one.offsetParent && !one.matches('.skip, .choice input'))"
                    + ".filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 80))";

    private static final DemoWard WARD = new DemoWard("haematology");

    @BeforeEach
    void admit() {
        WARD.fill();
    }

    @Test
    void everyPageCanBeUsedByDay() {
        look(Chromium.signedIn("physician", 1366, 900, ColorScheme.LIGHT), "light");
    }

    @Test
    void everyPageCanBeUsedByNight() {
        look(Chromium.signedIn("physician", 1366, 900, ColorScheme.DARK), "dark");
    }

    @Test
    void everyPageFitsAPhone() {
        var page = Chromium.signedIn("physician", 390, 844, ColorScheme.LIGHT);
        look(page, "phone");
    }

    @Test
    void theBoardFitsAWallAndOtherEyes() {
        var page = Chromium.signedIn("dashboard", 1920, 1080, ColorScheme.DARK);
        open(page, "/?ward=" + WARD.name());
        picture(page, "board-wall", false);

        var deficiency = new JsonObject();
        deficiency.addProperty("type", "deuteranopia");
        page.context().newCDPSession(page).send("Emulation.setEmulatedVisionDeficiency", deficiency);
        picture(page, "board-deuteranopia", false);

        assertThat(page.locator(".row")).hasCount(WARD.size());
        page.context().close();
    }

    @Test
    void adminsSeeTheQuarantine() {
        var page = Chromium.signedIn("admin");
        open(page, "/admin");
        assertThat(page.locator("#quarantine")).not().isEmpty();
        Accessibility.assertNothingFound(page);
        page.context().close();
    }

    private static void look(Page page, String suffix) {
        var complaints = new java.util.ArrayList<String>();
        page.onPageError(complaints::add);
        for (var place : places()) {
            open(page, place.address());
            Accessibility.assertNothingFound(page);
            assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(place.name()).isEmpty();
            assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits " + place.name())
                    .isTrue();
            picture(page, place.name() + "-" + suffix, true);
        }
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    private record Place(String name, String address) {}

    private static List<Place> places() {
        var patient = WARD.worst();
        return List.of(
                new Place("board", "/?ward=" + WARD.name()),
                new Place("patient", patient.page("")),
                new Place("check", patient.page("/check")),
                new Place("handover", patient.page("/handover")),
                new Place("summary", patient.page("/summary")),
                new Place("alerts", "/alerts"),
                new Place("admission", "/admission"),
                new Place("admin", "/admin"));
    }

    private static void open(Page page, String address) {
        page.navigate(address);
        page.waitForFunction("() => document.querySelector('#frame .who') && document.querySelector('h1')");
        page.waitForFunction("() => !document.querySelector('#board') || document.querySelector('.row')");
        page.waitForFunction("() => !document.querySelector('#chart') || document.querySelector('#chart svg')");
    }

    private static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(whole));
    }
}
