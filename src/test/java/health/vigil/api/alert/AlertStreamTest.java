package health.vigil.api.alert;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AlertStreamTest {
    @Inject
    MonitorWrites writes;

    private static AlertListener listen(String query) {
        return AlertListener.to(Role.DASHBOARD, query, Map.of());
    }

    @Test
    void aStreamStartsAtNowAndTellsWhatHappens() {
        var patient = AdmittedPatient.justNow();
        writes.raise(patient);
        try (var stream = listen("?ward=" + patient.ward())) {
            var alert = writes.raise(patient);
            writes.resolve(alert);

            stream.awaitEvents(2);
            assertThat(stream.events())
                    .extracting(AlertListener.HeardEvent::name)
                    .containsExactly("raised", "resolved");
            assertThat(stream.events())
                    .extracting(AlertListener.HeardEvent::alertId)
                    .containsOnly(alert.toString());
            assertThat(stream.events().getFirst().data()).contains(patient.patientId());
        }
    }

    @Test
    void everyEventHasItsOwnSequenceAndAnAlertShowsThatOfItsLatest() {
        var patient = AdmittedPatient.justNow();
        try (var stream = listen("?ward=" + patient.ward())) {
            var alert = writes.raise(patient);
            As.role(Role.NURSE)
                    .post("/v1/alerts/{id}/acknowledgement", alert)
                    .then()
                    .statusCode(200);

            stream.awaitEvents(2);
            var latest = stream.events().getLast();
            assertThat(latest.name()).isEqualTo("acknowledged");
            assertThat(latest.sequence())
                    .isGreaterThan(stream.events().getFirst().sequence())
                    .isEqualTo(As.role(Role.NURSE)
                            .get("/v1/alerts/{id}", alert)
                            .jsonPath()
                            .getLong("sequence"));
        }
    }

    /// The client disconnects and reconnects while events occur.
    @Test
    void resumingLosesNothingAndRepeatsNothing() throws Exception {
        var patient = AdmittedPatient.justNow();
        Callable<List<UUID>> burst = () ->
                IntStream.range(0, 25).mapToObj(_ -> writes.raise(patient)).toList();
        var first = listen("?ward=" + patient.ward());
        try (var threads = Executors.newFixedThreadPool(3)) {
            var bursts = List.of(threads.submit(burst), threads.submit(burst), threads.submit(burst));
            try (first) {
                first.awaitEvents(10);
            }
            var heard = new ArrayList<>(first.events());
            var header = Map.of("Last-Event-ID", heard.getLast().id());
            try (var second = AlertListener.to(Role.DASHBOARD, "?ward=" + patient.ward(), header)) {
                second.awaitEvents(75 - heard.size());
                heard.addAll(second.events());
            }

            var raised = new ArrayList<String>();
            for (var each : bursts) {
                each.get().forEach(alert -> raised.add(alert.toString()));
            }
            assertThat(heard).extracting(AlertListener.HeardEvent::alertId).containsExactlyInAnyOrderElementsOf(raised);
            assertThat(heard)
                    .extracting(AlertListener.HeardEvent::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theQueryResumesAsTheHeaderDoes() {
        var patient = AdmittedPatient.justNow();
        writes.raise(patient);
        writes.raise(patient);
        try (var all = listen("?after=0&ward=" + patient.ward())) {
            all.awaitEvents(2);
            try (var rest = listen("?ward=%s&after=%s"
                    .formatted(patient.ward(), all.events().getFirst().id()))) {
                rest.awaitEvents(1);

                assertThat(rest.events()).containsExactly(all.events().getLast());
            }
        }
    }

    @Test
    void oneWardsStreamCarriesNothingOfAnother() {
        var here = AdmittedPatient.justNow();
        var there = AdmittedPatient.justNow();
        try (var stream = listen("?ward=" + here.ward())) {
            writes.raise(there);
            writes.raise(here);

            stream.awaitEvents(1);
            assertThat(stream.events()).hasSize(1);
            assertThat(stream.events().getFirst().data()).contains(here.patientId());
        }
    }

    @Test
    void aQuietStreamStillBeats() {
        try (var stream = listen("?ward=quiet-" + UUID.randomUUID())) {
            await().until(() -> stream.comments().stream().anyMatch(comment -> comment.contains("heartbeat")));
        }
    }

    @Test
    void whoAsksForAHistoryThatIsGoneIsToldSo() {
        try (var stream = listen("?after=999999999999")) {
            stream.awaitEvents(1);

            assertThat(stream.events().getFirst().name()).isEqualTo("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void anIdThatIsNoneIsRefused(String after) {
        As.role(Role.DASHBOARD).get("/v1/alerts/stream?after=" + after).then().statusCode(400);
    }

    @Test
    void adminsDevicesAndIntegrationsHearNothing() {
        for (var role : List.of(Role.ADMIN, Role.DEVICE, Role.INTEGRATION)) {
            As.role(role).get("/v1/alerts/stream").then().statusCode(403);
        }
    }

    @Test
    void whoWasToldWhatIsKept() {
        var patient = AdmittedPatient.justNow();
        try (var stream = listen("?ward=" + patient.ward())) {
            writes.raise(patient);
            stream.awaitEvents(1);

            var sequence = stream.events().getFirst().sequence();
            await().untilAsserted(() -> {
                var kept = As.role(Role.ADMIN)
                        .get("/v1/alerts/listeners?limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                var mine = "items.find { it.ward == '" + patient.ward() + "' }.";
                assertThat(kept.getLong(mine + "after")).isLessThan(sequence);
                assertThat(kept.getLong(mine + "told")).isGreaterThanOrEqualTo(sequence);
                assertThat(kept.getString(mine + "role")).isEqualTo("dashboard");
            });
        }
    }
}
