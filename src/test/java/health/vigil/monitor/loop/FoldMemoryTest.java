package health.vigil.monitor.loop;

import health.vigil.grading.Baseline;
import health.vigil.monitor.batch.Batch;
import health.vigil.monitor.batch.IncomingRecord;
import health.vigil.observation.PatientId;
import health.vigil.store.Partitions;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.PartitionId;
import health.vigil.store.Quarantine;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamRecord;
import health.vigil.stream.StreamWriter;
import health.vigil.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.monitor.loop.MonitoredWard.BY_A_PHYSICIAN;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;
import static health.vigil.monitor.loop.MonitoredWard.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// A monitor that remembers its folds records what a monitor records that reads every chart anew.
class FoldMemoryTest {
    private static final int RECORDS = 60;
    private static final int SPAN = 40 * 60;
    /// The statements of a batch whose readings only add to what is remembered.
    private static final int STATEMENTS = 16;

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final Instant begin = MonitoredWard.now().minus(SPAN, ChronoUnit.MINUTES);

    /// A patient with a partition of their own.
    private final class Followed {
        final PatientId patient = newPatient();
        final UUID episode = ward.admit(patient, begin.minus(3, ChronoUnit.HOURS));
        Claim claim = bench.database()
                .transact(sql -> Partitions.claim(
                        sql,
                        new PartitionId(
                                "t-" + UUID.randomUUID(), UUID.randomUUID().toString(), 0),
                        "test",
                        0))
                .orElseThrow();

        Followed() {
            ward.change("update episode set admitted_at = ? where id = ?", begin.minus(1, ChronoUnit.HOURS), episode);
        }

        void apply(Ledger ledger, List<String> values) {
            var records = IntStream.range(0, values.size())
                    .mapToObj(i -> incoming(claim.nextOffset() + i, values.get(i)))
                    .toList();
            var batch = new Batch(claim, 1, records);
            ledger.apply(batch);
            claim = claim.at(batch.next());
        }

        String id(int number) {
            return patient.value() + "-" + number;
        }

        /// The whole recorded history, with what was superseded.
        List<String> recorded() {
            return bench.database().read(sql -> sql.list("""
                    select concat_ws(' ', syndrome, at, previous, grade, cause, replace(observation_id, patient_id, ''),
                        amendment, superseded_at is null) as t
                    from grade_change where patient_id = ? order by number
                    """, row -> row.text("t"), patient.value()));
        }
    }

    private static IncomingRecord incoming(long offset, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var source = new Quarantine.RecordSource(0, offset, Instant.now(), Optional.empty(), Optional.of(bytes));
        return new IncomingRecord(source, Optional.empty(), StreamReader.read(bytes, Instant.now()), Trace.NONE, true);
    }

    /// Mostly readings in order of time, sometimes late ones and entries that change what was known.
    private String record(Random random, int number, Followed followed) {
        var late = random.nextInt(5) == 0 ? random.nextInt(20 * 60) : 0;
        var at = begin.plus(Math.max(0, (long) SPAN * number / RECORDS - late), ChronoUnit.MINUTES)
                .plusSeconds(number % 2);
        var id = followed.id(number);
        var patient = followed.patient;
        return switch (random.nextInt(14)) {
            case 0 -> observation(id, patient, at, "oxygen-therapy", "\"device\":\"nasal-cannula\",\"flow\":3");
            case 1 -> observation(id, patient, at, "oxygen-therapy", "\"device\":\"room-air\"");
            case 2 ->
                observation(
                        id,
                        patient,
                        at,
                        "vasopressor",
                        "\"agent\":\"norepinephrine\",\"action\":\"%s\""
                                .formatted(random.nextBoolean() ? "started" : "stopped"));
            case 3 -> observation(id, patient, at, "neuro-check", "\"ice\":" + random.nextInt(11));
            case 4 ->
                observation(
                        id,
                        patient,
                        at,
                        "retraction",
                        "\"observationId\":\"%s\",\"reason\":\"mistake\",%s"
                                .formatted(followed.id(random.nextInt(RECORDS)), BY_A_PHYSICIAN));
            case 5 ->
                observation(
                        id,
                        patient,
                        at,
                        "attribution",
                        "\"components\":[\"hypotension\"],\"cause\":\"bleeding\",\"from\":\"%s\",%s"
                                .formatted(at.minus(random.nextInt(90), ChronoUnit.MINUTES), BY_A_PHYSICIAN));
            case 6 ->
                StreamWriter.write(new StreamRecord.BaselineChanged(
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                        followed.episode,
                        patient,
                        Baseline.NONE,
                        Optional.empty(),
                        "nurse",
                        at));
            default ->
                observation(
                        id,
                        patient,
                        at,
                        "vital-signs",
                        "\"temperature\":%s,\"systolic\":%d,\"spo2\":%d"
                                .formatted(
                                        List.of("36.8", "38.4", "39.5").get(random.nextInt(3)),
                                        List.of(84, 104, 120).get(random.nextInt(3)),
                                        List.of(88, 94, 98).get(random.nextInt(3))));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsRecordedIsTheSameAsWithoutAMemory(long seed) {
        var remembered = new Followed();
        var read = new Followed();
        var remembering = bench.ledger();
        var random = new Random(seed);

        for (int number = 0; number < RECORDS; ) {
            var size = Math.min(RECORDS - number, 1 + random.nextInt(3));
            var choices = random.nextLong();
            remembering = random.nextInt(15) == 0 ? bench.ledger() : remembering;
            remembered.apply(remembering, records(choices, number, size, remembered));
            read.apply(bench.ledger(), records(choices, number, size, read));
            number += size;

            assertThat(remembered.recorded()).as("after record %d", number).isEqualTo(read.recorded());
        }
        assertThat(remembered.recorded()).hasSizeGreaterThan(5);
    }

    private List<String> records(long choices, int first, int size, Followed followed) {
        var random = new Random(choices);
        var records = new ArrayList<String>();
        for (int number = first; number < first + size; number++) {
            records.add(record(random, number, followed));
        }
        return records;
    }

    @Test
    void readingsThatOnlyAddNeedNoChartFromTheDatabase() {
        var followed = new Followed();
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
        var followed = new Followed();
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
        var followed = new Followed();
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
