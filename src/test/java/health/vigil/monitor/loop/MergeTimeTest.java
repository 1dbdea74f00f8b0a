package health.vigil.monitor.loop;

import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import health.vigil.store.Episodes;
import health.vigil.store.PatientMerges;
import health.vigil.store.PatientMerges.MergeDecision;
import health.vigil.stream.StreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static health.vigil.Eventually.await;
import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static org.assertj.core.api.Assertions.assertThat;

/// What was known of two numbers at a time does not change later.
@ExtendWith(OneMonitor.class)
class MergeTimeTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final PatientId into = newPatient();
    private final PatientId old = newPatient();
    private final UUID merge = UUID.randomUUID();

    @Test
    void aBatchThatBeganBeforeAMergeWasTakenBackEndsItNoEarlier() {
        ward.admit(into, 48);
        ward.awaitConservation();
        bench.database()
                .execute(sql -> PatientMerges.ask(
                        sql, merge, old, into, new MergeDecision(Instant.now(), "nurse", "one patient")));
        sendMerge(old);
        await().untilAsserted(() -> assertThat(ward.count("patient_merge where id = ? and known_at is not null", merge))
                .isOne());
        ward.awaitConservation();

        var joined = bench.database().transact(sql -> {
            sql.list("select id from episode where patient_id = ? for update", row -> row.uuid("id"), into.value());
            sendMerge(into);
            await().untilAsserted(() ->
                    assertThat(ward.count("pg_locks where not granted")).isPositive());
            var known = ward.databaseTime();
            bench.database()
                    .execute(other -> PatientMerges.askEnd(other, merge, new MergeDecision(known, "nurse", "two")));
            return known;
        });

        await().untilAsserted(() -> assertThat(ward.count("patient_merge where id = ? and ended_at is not null", merge))
                .isOne());
        assertThat(numbers(joined)).containsExactlyInAnyOrder(into, old);
    }

    private void sendMerge(PatientId patient) {
        ward.send(new StreamRecord.PatientMerged(merge, patient));
    }

    private List<PatientId> numbers(Instant knownAt) {
        return bench
                .database()
                .read(sql -> Episodes.of(sql, List.of(into), knownAt).getOrDefault(into, List.of()))
                .stream()
                .map(Episode::numbers)
                .flatMap(numbers -> numbers.all().stream())
                .toList();
    }
}
