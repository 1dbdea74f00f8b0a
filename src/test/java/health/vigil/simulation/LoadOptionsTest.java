package health.vigil.simulation;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadOptionsTest {
    @Test
    void everyBedReadsOnceInFiveMinutesUnlessARateIsGiven() {
        assertThat(LoadOptions.parse("--beds", "600").rate()).isEqualTo(2);
    }

    @Test
    void aBatchIsDueWhenAllItsReadingsAre() {
        var options = LoadOptions.parse("--rate", "100", "--batch", "50", "--seconds", "10");

        assertThat(options.interval()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.posts()).isEqualTo(20);
    }

    @Test
    void anotherMachineMustBeNamedTwice() {
        assertThatThrownBy(() -> LoadOptions.parse("--url", "https://vigil.example"))
                .hasMessageContaining("--host");
        assertThat(LoadOptions.parse("--url", "https://vigil.example", "--host", "vigil.example")
                        .target()
                        .url())
                .hasHost("vigil.example");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> LoadOptions.parse("--bed", "3")).hasMessage("unknown: --bed");
        assertThatThrownBy(() -> LoadOptions.parse("--beds")).hasMessage("--beds needs a value");
        assertThatThrownBy(() -> LoadOptions.parse("--beds", "many")).hasMessage("--beds must be a number");
        assertThatThrownBy(() -> LoadOptions.parse("--beds", "0")).hasMessage("--beds must be from 1 to 100000");
    }
}
