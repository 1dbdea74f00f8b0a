package health.vigil.ingest;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(inFlight.enter(HALF)).isEmpty();
    }

    @Test
    void whatIsRefusedMakesRoomAtOnce() {
        inFlight.enter(HALF).orElseThrow().close();
        inFlight.enter(HALF);

        assertThat(inFlight.enter(HALF)).isPresent();
    }

    @Test
    void whatKafkaHasAcknowledgedMakesRoom() {
        var acknowledged = new CompletableFuture<Void>();
        leave(acknowledged);
        inFlight.enter(HALF);

        acknowledged.complete(null);

        assertThat(inFlight.enter(HALF)).isPresent();
    }

    @Test
    void whatKafkaHasRefusedMakesRoomToo() {
        var refused = new CompletableFuture<Void>();
        leave(refused);
        inFlight.enter(HALF);

        refused.completeExceptionally(new IllegalStateException("away"));

        assertThat(inFlight.enter(HALF)).isPresent();
    }

    /// Its sender disconnects, and Kafka still has the record.
    @Test
    void whatKafkaHasNotSettledKeepsItsRoom() {
        leave(new CompletableFuture<>());
        inFlight.enter(HALF);

        assertThat(inFlight.enter(HALF)).isEmpty();
    }

    private void leave(CompletableFuture<Void> settled) {
        try (var permit = inFlight.enter(HALF).orElseThrow()) {
            permit.keepUntil(settled);
        }
    }
}
