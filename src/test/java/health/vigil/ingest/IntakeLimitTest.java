package health.vigil.ingest;

import health.vigil.problem.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeLimitTest {
    private static final int HALF = 15 * 1024;

    private final IntakeLimit inFlight = new IntakeLimit(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(IntakeSettings.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withDefaultValue("vigil.intake.in-flight", "32K")
            .build()
            .getConfigMapping(IntakeSettings.class));

    @Test
    void pastTheLimitSendersAreToldToComeBackAndNothingIsKept() {
        inFlight.enter(HALF);
        inFlight.enter(HALF);

        assertThatThrownBy(() -> inFlight.enter(HALF)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsRefusedMakesRoomAtOnce() {
        inFlight.enter(HALF).close();
        inFlight.enter(HALF);

        assertThatCode(() -> inFlight.enter(HALF)).doesNotThrowAnyException();
    }

    @Test
    void whatKafkaHasAcknowledgedMakesRoom() {
        var acknowledged = new CompletableFuture<Void>();
        leave(acknowledged);
        inFlight.enter(HALF);

        acknowledged.complete(null);

        assertThatCode(() -> inFlight.enter(HALF)).doesNotThrowAnyException();
    }

    @Test
    void whatKafkaHasRefusedMakesRoomToo() {
        var refused = new CompletableFuture<Void>();
        leave(refused);
        inFlight.enter(HALF);

        refused.completeExceptionally(new IllegalStateException("away"));

        assertThatCode(() -> inFlight.enter(HALF)).doesNotThrowAnyException();
    }

    /// Its sender goes, and Kafka still has it.
    @Test
    void whatKafkaHasNotSettledKeepsItsRoom() {
        leave(new CompletableFuture<>());
        inFlight.enter(HALF);

        assertThatThrownBy(() -> inFlight.enter(HALF)).isInstanceOf(ProblemException.class);
    }

    private void leave(CompletableFuture<Void> settled) {
        try (var room = inFlight.enter(HALF)) {
            room.keepUntil(settled);
        }
    }
}
