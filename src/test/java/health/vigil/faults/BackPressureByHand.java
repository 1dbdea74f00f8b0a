package health.vigil.faults;

import health.vigil.embedded.TestStack;
import health.vigil.path.Heap;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A measurement, run by `./mvnw -DskipTests package failsafe:integration-test -Dit.test=BackPressureByHand`:
/// senders continue while the database is down, and while the broker does not answer (each for
/// `-Dvigil.outage` seconds, default 60). It prints the responses of ingest, the heap of each process, and
/// whether all accepted records arrive.
class BackPressureByHand {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("vigil.outage", 60));
    private static final int SAMPLES = 4;
    private static final Duration ARRIVAL = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @Test
    void whatCannotGoOnIsHeldBackAndMemoryDoesNotGrow() throws Exception {
        try (var fleet = Fleet.start(TestStack.durable(_ -> {}), folder, 1);
                var books = new StoredFacts(fleet.stack())) {
            var run = new Run(fleet, books, new Flood(fleet));
            run.phase("nothing is away", Flood::readings, _ -> {});
            run.phase("the database is away", Flood::readings, fleet::databaseAway);
            run.phase("the broker is silent", Flood::pictures, fleet::brokerSilent);
        }
    }

    /// An outage that can be started and ended.
    private interface Outage {
        void of(boolean away) throws IOException;
    }

    private record Run(Fleet fleet, StoredFacts books, Flood flood) {
        void phase(String name, Function<Flood, Flood.Sending> senders, Outage outage) throws Exception {
            System.out.printf("%s, before: %s%n", name, heapSizes());
            outage.of(true);
            var sending = senders.apply(flood);
            for (int sample = 1; sample <= SAMPLES; sample++) {
                FleetMonitor.pause(OUTAGE.toMillis() / SAMPLES);
                System.out.printf(
                        "%s, %d s: %s; %s; %d wait in the broker%n",
                        name, OUTAGE.toSeconds() * sample / SAMPLES, sending, heapSizes(), flood.accepted() - stored());
            }
            outage.of(false);
            sending.finish();
            await().atMost(ARRIVAL)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(stored()).isEqualTo(flood.accepted()));
            assertThat(books.unread()).isZero();
            System.out.printf("%s, over: %d accepted, all of them stored; %s%n", name, flood.accepted(), heapSizes());
        }

        private long stored() throws SQLException {
            return books.number("select count(*) from observation where patient_id like 'flood-%'");
        }

        private String heapSizes() {
            return fleet.pids().entrySet().stream()
                    .map(process -> process.getKey() + " " + Heap.liveMb(process.getValue()) + " MB")
                    .collect(Collectors.joining(", "));
        }
    }
}
