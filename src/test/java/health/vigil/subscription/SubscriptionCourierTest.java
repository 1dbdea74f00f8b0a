package health.vigil.subscription;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionCourierTest {
    /// Else a second courier would send the same message while the first one waits for its answer.
    @Test
    void theLeaseIsLongerThanAnyReceiverMayTake() {
        assertThat(SubscriptionCourier.lease(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(90));
        assertThat(SubscriptionCourier.lease(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(6));
    }
}
