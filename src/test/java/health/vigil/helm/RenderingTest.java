package health.vigil.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The three kinds of installation, as last reviewed. After an intended change, `VIGIL_GOLDEN=write` in the
/// environment rewrites them; review the difference.
class RenderingTest {
    private static final Path FOLDER = Path.of("src/test/helm");

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "HOSPITAL", "REGION"})
    void theRenderingIsTheOneThatWasLookedAt(Chart chart) throws IOException {
        var rendered = chart.render();
        var golden = FOLDER.resolve(chart.name().toLowerCase(Locale.ROOT) + ".yaml");
        if ("write".equals(System.getenv("VIGIL_GOLDEN"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(golden));
    }
}
