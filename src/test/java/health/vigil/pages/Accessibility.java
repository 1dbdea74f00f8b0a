package health.vigil.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// The violations that axe-core finds on a page.
final class Accessibility {
    /// Reports violations only. Otherwise axe also describes everything else, which takes longer than the check.
    private static final String RUN = """
        () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
            .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`)))\
        """;
    private static final String AXE = source();

    private Accessibility() {}

    static void assertNothingFound(Page page) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(RUN)).as(page.url()).isEmpty();
    }

    private static String source() {
        try (var script = Objects.requireNonNull(Page.class.getClassLoader().getResourceAsStream("axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
