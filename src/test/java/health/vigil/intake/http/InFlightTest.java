package health.vigil.intake.http;

import health.vigil.api.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InFlightTest {
    private static final int HALF = 15 * 1024;

    private final InFlight inFlight = new InFlight(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(IntakeOptions.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withDefaultValue("vigil.intake.in-flight", "32K")
            .build()
            .getConfigMapping(IntakeOptions.class));

    @Test
    void pastTheLimitSendersAreToldToComeBackAndNothingIsKept() {
        inFlight.enter(HALF);
        inFlight.enter(HALF);

        assertThatThrownBy(() -> inFlight.enter(HALF)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatKafkaHasAcknowledgedMakesRoom() {
        var acknowledged = new CompletableFuture<Void>();
        inFlight.enter(HALF).leaveAfter(acknowledged);
        inFlight.enter(HALF);

        acknowledged.complete(null);

        assertThatCode(() -> inFlight.enter(HALF)).doesNotThrowAnyException();
    }

    @Test
    void whatKafkaHasRefusedMakesRoomToo() {
        var refused = new CompletableFuture<Void>();
        inFlight.enter(HALF).leaveAfter(refused);
        inFlight.enter(HALF);

        refused.completeExceptionally(new IllegalStateException("away"));

        assertThatCode(() -> inFlight.enter(HALF)).doesNotThrowAnyException();
    }
}
