package health.vigil.monitor.loop;

import health.vigil.store.Partitions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// A monitor that remembers its folds records what a monitor records that reads every chart anew.
class FoldMemoryTest {
    private static final int RECORDS = FollowedPatient.RECORDS;
    /// The statements of a batch whose readings only add to what is remembered.
    private static final int STATEMENTS = 16;

    private final MonitorBench bench = MonitorBench.shared();
    private final Instant begin = FollowedPatient.begin();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsRecordedIsTheSameAsWithoutAMemory(long seed) {
        var remembered = new FollowedPatient(bench, begin);
        var read = new FollowedPatient(bench, begin);
        var remembering = bench.ledger();
        var random = new Random(seed);

        for (int number = 0; number < RECORDS; ) {
            var size = Math.min(RECORDS - number, 1 + random.nextInt(3));
            var choices = random.nextLong();
            remembering = random.nextInt(15) == 0 ? bench.ledger() : remembering;
            remembered.apply(remembering, remembered.records(choices, number, size));
            read.apply(bench.ledger(), read.records(choices, number, size));
            number += size;

            assertThat(remembered.recorded()).as("after record %d", number).isEqualTo(read.recorded());
        }
        assertThat(remembered.recorded()).hasSizeGreaterThan(5);
    }

    @Test
    void readingsThatOnlyAddNeedNoChartFromTheDatabase() {
        var followed = new FollowedPatient(bench, begin);
        var counted = bench.counted();
        var ledger = bench.ledger(counted);
        followed.apply(ledger, List.of(temperature(followed.id(1), followed.patient, 37, 30)));
        var before = counted.count();

        followed.apply(ledger, List.of(temperature(followed.id(2), followed.patient, 37.1, 20)));

        var statements = counted.statements().subList(before, counted.count());
        assertThat(statements).noneMatch(text -> text.contains("checkpoint") || text.contains("baseline"));
        assertThat(statements).hasSizeLessThanOrEqualTo(STATEMENTS);
    }

    /// A picture is too large to be kept for many episodes.
    @ParameterizedTest
    @CsvSource({
        "neuro-check, ~ice~:10",
        "home-check, ~confusion~:false#~speech~:false#~writing~:false#~shaking~:false#~drowsiness~:false"
    })
    void aPictureIsNotRemembered(String kind, String fields) {
        var followed = new FollowedPatient(bench, begin);
        var counted = bench.counted();
        var ledger = bench.ledger(counted);
        var values = (fields + "#~handwritingImage~:~data:image/png;base64,iVBORw0KGgo=~")
                .replace('#', ',')
                .replace('~', '"');
        var pictured = MonitoredWard.now().minus(30, ChronoUnit.MINUTES);
        followed.apply(ledger, List.of(observation(followed.id(1), followed.patient, pictured, kind, values)));
        var before = counted.count();

        followed.apply(ledger, List.of(temperature(followed.id(2), followed.patient, 37.1, 20)));

        assertThat(counted.statements().subList(before, counted.count())).anyMatch(text -> text.contains("checkpoint"));
    }

    /// Another member may have graded meanwhile.
    @Test
    void nothingIsRememberedBeyondTheClaim() {
        var followed = new FollowedPatient(bench, begin);
        var ledger = bench.ledger();
        followed.apply(ledger, List.of(temperature(followed.id(1), followed.patient, 37, 30)));
        var former = followed.claim;
        followed.claim = bench.database()
                .transact(sql -> Partitions.claim(sql, former.source(), "another", 0))
                .orElseThrow();
        followed.apply(bench.ledger(), List.of(temperature(followed.id(2), followed.patient, 39, 25)));
        followed.claim = bench.database()
                .transact(sql -> Partitions.claim(sql, former.source(), "test", 0))
                .orElseThrow();

        followed.apply(ledger, List.of(temperature(followed.id(3), followed.patient, 39.1, 20)));

        assertThat(followed.recorded())
                .filteredOn(change -> change.startsWith("crs"))
                .hasSize(2);
    }
}
