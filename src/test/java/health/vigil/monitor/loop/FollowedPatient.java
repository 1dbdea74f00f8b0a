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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import static health.vigil.monitor.loop.MonitoredWard.BY_A_PHYSICIAN;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static health.vigil.monitor.loop.MonitoredWard.observation;

/// A patient with a partition of their own, and a random timeline: mostly readings in order of time, sometimes late
/// ones and entries that change what was known.
final class FollowedPatient {
    static final int RECORDS = 60;
    private static final int SPAN = 40 * 60;

    private final MonitorBench bench;
    private final Instant begin;
    final PatientId patient = newPatient();
    final UUID episode;
    Claim claim;

    /// @param begin of the timeline
    FollowedPatient(MonitorBench bench, Instant begin) {
        this.bench = bench;
        this.begin = begin;
        episode = bench.ward().admit(patient, begin.minus(3, ChronoUnit.HOURS));
        claim = bench.database()
                .transact(sql -> Partitions.claim(
                        sql,
                        new PartitionId(
                                "t-" + UUID.randomUUID(), UUID.randomUUID().toString(), 0),
                        "test",
                        0))
                .orElseThrow();
        bench.ward()
                .change("update episode set admitted_at = ? where id = ?", begin.minus(1, ChronoUnit.HOURS), episode);
    }

    /// The begin of a timeline that ends now.
    static Instant begin() {
        return MonitoredWard.now().minus(SPAN, ChronoUnit.MINUTES);
    }

    void apply(Ledger ledger, List<String> values) {
        var records = IntStream.range(0, values.size())
                .mapToObj(i -> incoming(claim.nextOffset() + i, values.get(i)))
                .toList();
        var batch = new Batch(claim, 1, records);
        ledger.apply(batch);
        claim = claim.at(batch.next());
    }

    private static IncomingRecord incoming(long offset, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var source = new Quarantine.RecordSource(0, offset, Instant.now(), Optional.empty(), Optional.of(bytes));
        return new IncomingRecord(source, Optional.empty(), StreamReader.read(bytes, Instant.now()), Trace.NONE, true);
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

    /// Some records of the timeline.
    ///
    /// @param choices the seed of their kinds and values
    /// @param first the number of the first, of {@link #RECORDS}
    List<String> records(long choices, int first, int size) {
        var random = new Random(choices);
        return IntStream.range(first, first + size)
                .mapToObj(number -> record(random, number))
                .toList();
    }

    private String record(Random random, int number) {
        var late = random.nextInt(5) == 0 ? random.nextInt(20 * 60) : 0;
        var at = begin.plus(Math.max(0, (long) SPAN * number / RECORDS - late), ChronoUnit.MINUTES)
                .plusSeconds(number % 2);
        var id = id(number);
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
                                .formatted(id(random.nextInt(RECORDS)), BY_A_PHYSICIAN));
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
                        episode,
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
}
