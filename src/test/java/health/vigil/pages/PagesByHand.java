package health.vigil.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Measures the loading times of a running service's pages: `-Dvigil.url`, `-Dvigil.credentials`,
/// `-Dvigil.ward`, `-Dvigil.patient`. A first visit does not count.
class PagesByHand {
    private static final int VISITS = Integer.getInteger("vigil.visits", 15);
    private static final String PATIENT = System.getProperty("vigil.patient", "");
    private static final String WARD = System.getProperty("vigil.ward", "haematology");
    private static final URI SERVICE = URI.create(System.getProperty("vigil.url", "http://localhost:8080"));

    @Test
    void aVisit() throws IOException {
        visits("board", "/?ward=" + WARD, "#board .row");
        visits("patient", "/patients/" + PATIENT, "#chart .line");
        trends();
    }

    private static void visits(String name, String address, String shown) throws IOException {
        var page = signedIn();
        page.addInitScript(markingWhenPainted(shown));
        page.navigate(address);
        page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
        var paints = new double[VISITS];
        var drawn = new double[VISITS];
        for (int visit = 0; visit < VISITS; visit++) {
            page.navigate(address);
            page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
            paints[visit] = entry(page, "first-contentful-paint");
            drawn[visit] = entry(page, "drawn");
        }
        print(name + ", first paint", paints);
        print(name + ", drawn", drawn);
        page.context().close();
    }

    /// Records the time at which an element has been painted.
    private static String markingWhenPainted(String selector) {
        return """
                new MutationObserver((_, watch) => {
                    if (!document.querySelector('%s')) return;
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
                }).observe(document, { childList: true, subtree: true });
                """.formatted(selector);
    }

    private static double entry(Page page, String name) {
        return ((Number) page.evaluate("name => performance.getEntriesByName(name)[0].startTime", name)).doubleValue();
    }

    private static void trends() throws IOException {
        var page = signedIn();
        var path = "/v1/patients/" + PATIENT + "/trends?points=700";
        var times = IntStream.rangeClosed(0, VISITS)
                .mapToDouble(_ -> time(page, path))
                .skip(1)
                .toArray();
        print("trends", times);
        page.context().close();
    }

    private static double time(Page page, String path) {
        var begun = System.nanoTime();
        assertThat(page.request().get(path).ok()).isTrue();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Page signedIn() throws IOException {
        var nurse = new ObjectMapper()
                .readTree(Path.of(System.getProperty("vigil.credentials", "data/credentials.json"))
                        .toFile())
                .path("nurse");
        var page = TestBrowser.at(SERVICE);
        var answer = page.request()
                .post(
                        "/v1/session",
                        RequestOptions.create()
                                .setHeader("X-Vigil-Request", "by-hand")
                                .setData(Map.of(
                                        "username", nurse.path("username").asText(),
                                        "password", nurse.path("password").asText())));
        assertThat(answer.ok()).isTrue();
        return page;
    }

    private static void print(String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        System.out.printf(
                "%s: %.0f ms least, %.0f ms median, %.0f ms most%n",
                what, milliseconds[0], milliseconds[milliseconds.length / 2], milliseconds[milliseconds.length - 1]);
    }
}
