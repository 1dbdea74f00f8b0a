package health.vigil.simulation;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadOptionsTest {
    @Test
    void everyBedReadsOnceInFiveMinutesUnlessARateIsGiven() {
        assertThat(LoadCommand.parse("--beds", "600").rate()).isEqualTo(2);
    }

    @Test
    void aBatchIsDueWhenAllItsReadingsAre() {
        var options = LoadCommand.parse("--rate", "100", "--batch", "50", "--seconds", "10");

        assertThat(options.interval()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.posts()).isEqualTo(20);
    }

    @Test
    void anotherMachineMustBeNamedTwice() {
        assertThatThrownBy(() -> LoadCommand.parse("--url", "https://vigil.example"))
                .hasMessageContaining("--host");
        assertThat(LoadCommand.parse("--url", "https://vigil.example", "--host", "vigil.example")
                        .target()
                        .url())
                .hasHost("vigil.example");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> LoadCommand.parse("--bed", "3")).hasMessage("Unknown options: '--bed', '3'");
        assertThatThrownBy(() -> LoadCommand.parse("--beds"))
                .hasMessageContaining("Missing required parameter for option '--beds'");
        assertThatThrownBy(() -> LoadCommand.parse("--beds", "many"))
                .hasMessageContaining("Invalid value for option '--beds': 'many'");
        assertThatThrownBy(() -> LoadCommand.parse("--beds", "0")).hasMessage("--beds must be from 1 to 100000");
    }
}
