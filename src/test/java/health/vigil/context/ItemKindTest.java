package health.vigil.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ItemKindTest {
    /// By the name that a response shows.
    @ParameterizedTest
    @EnumSource
    void theRuleOfEachScoreIsOnThePageOfRules(ItemKind score) throws IOException {
        var page = Files.readString(Path.of("docs/clinical-rules.md"));

        assertThat(page).as(score.rule()).contains("- **" + score.rule() + ".**");
        assertThat(page).as(score.item()).contains("`" + score.item());
        assertThat(score.caveat()).isNotEmpty();
    }
}
