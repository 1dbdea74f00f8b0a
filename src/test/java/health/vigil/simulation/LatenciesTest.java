package health.vigil.simulation;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTest {
    @Test
    void aQuantileIsTheLeastThatSoManyDoNotExceed() {
        var latencies = new Latencies();
        IntStream.rangeClosed(1, 100).forEach(millis -> latencies.add(Duration.ofMillis(millis)));

        assertThat(latencies.quantile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(latencies.quantile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(latencies.quantile(1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void nothingMeasuredIsNoTime() {
        assertThat(new Latencies().quantile(0.5)).isZero();
    }
}
