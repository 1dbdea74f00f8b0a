package health.vigil.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScoreTest {
    /// Under the name that an answer shows.
    @ParameterizedTest
    @EnumSource
    void theRuleOfEachScoreIsOnThePageOfRules(Score score) throws IOException {
        var page = Files.readString(Path.of("docs/clinical-rules.md"));

        assertTrue(page.contains("- **" + score.rule() + ".**"), score.rule());
        assertTrue(page.contains("`" + score.item()), score.item());
        assertFalse(score.caveat().isEmpty());
    }
}
