package health.vigil.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import health.vigil.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The guided tour over the pages. With `-Dvigil.pictures` its screenshots become the film of the README.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class TourPageTest {
    private static final DemoWard WARD = new DemoWard("oncology");
    private static final int STEPS = 7;
    private static final int SECONDS = 4;

    private Page page;

    @BeforeEach
    void begin() {
        WARD.fill();
        page = TestBrowser.signedIn("nurse", 1100, 760, ColorScheme.LIGHT);
        page.navigate("/?ward=" + WARD.name() + "&tour");
        assertThat(page.locator("#board .row")).hasCount(WARD.size());
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void theTourLeadsOverThePagesInSevenSteps() throws IOException {
        var film = new Film(SECONDS);
        for (int step = 1; step <= STEPS; step++) {
            assertThat(page.locator("#tour h2")).containsText("Step " + step + " of " + STEPS);
            assertThat(page.locator("#tour h2")).isFocused();
            assertThat(page.locator(".toured")).isVisible();
            assertThat(page.locator(".toured :is(li, svg, img, label, .pair):visible")
                            .first())
                    .isVisible();
            Accessibility.assertNothingFound(page);
            film.add(page.screenshot());
            if (step < STEPS) {
                button("Next").click();
            }
        }
        assertThat(plays(film)).isEqualTo(STEPS);
        if (AppearanceTest.DRAWN) {
            Files.createDirectories(AppearanceTest.PICTURES);
            Files.write(AppearanceTest.PICTURES.resolve("readme-tour.png"), film.png());
        }

        button("End the tour").click();
        assertThat(page.locator("#tour")).hasCount(0);
        assertThat(page.locator(".toured")).hasCount(0);
        page.reload();
        assertThat(page.locator("#sheets .signatures").first()).isVisible();
        assertThat(page.locator("#tour")).hasCount(0);
    }

    /// How many pictures of the film the browser finds.
    private int plays(Film film) {
        return (int) page.evaluate("""
            async text => {
                const data = Uint8Array.from(atob(text), each => each.charCodeAt(0));
                const decoder = new ImageDecoder({ data, type: 'image/png' });
                await decoder.tracks.ready;
                await decoder.decode({ frameIndex: decoder.tracks.selectedTrack.frameCount - 1 });
                return decoder.tracks.selectedTrack.frameCount;
            }
            """, Base64.getEncoder().encodeToString(film.png()));
    }

    @Test
    void aStepBackIsOnThePageBefore() {
        button("Next").click();
        assertThat(page.locator("#tour h2")).containsText("Step 2 of 7");

        button("Back").click();

        assertThat(page.locator("#tour h2")).containsText("Step 1 of 7");
        assertThat(page.locator("#board .row")).hasCount(WARD.size());
    }

    /// Whoever leaves the way of the tour is not followed.
    @Test
    void anotherPageHasNoTour() {
        page.navigate("/protocol");
        assertThat(page.locator("#rows li").first()).isVisible();
        assertThat(page.locator("#tour")).hasCount(0);
    }

    private Locator button(String name) {
        return page.locator("#tour").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
