package health.vigil.api.fhir;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.Role;
import health.vigil.api.AdmittedPatient;
import health.vigil.api.MonitorWrites;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Observation;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import health.vigil.store.UpdateHorizon;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// A client that asks for what was changed since its last answer loses nothing.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FhirUpdatesTest {
    private static final String BASE = "/fhir/r4/";

    @Inject
    MonitorWrites writes;

    @Inject
    Database database;

    private static Observation reading(AdmittedPatient patient, int minute) {
        return MonitorWrites.observation(
                patient,
                patient.infusedAt().plusSeconds(60L * minute),
                new VitalSigns(Map.of(VitalSign.HEART_RATE, new BigDecimal("88")), Optional.empty()));
    }

    private Observation charted(AdmittedPatient patient, int minute) {
        var reading = reading(patient, minute);
        writes.insert(List.of(reading));
        return reading;
    }

    private Observation charted(AdmittedPatient patient, int minute, Content content) {
        var observation = MonitorWrites.observation(patient, patient.infusedAt().plusSeconds(60L * minute), content);
        writes.insert(List.of(observation));
        return observation;
    }

    private static Response get(String address) {
        return get(Role.PHYSICIAN, address);
    }

    private static Response get(Role role, String address) {
        var response = As.role(role).urlEncodingEnabled(false).get(address);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    /// A search for what was changed since an instant.
    private static String since(Instant from, String search) {
        return BASE + search + (search.contains("?") ? "&" : "?") + "_lastUpdated=ge" + from;
    }

    /// The resources of all pages, and the horizon of the last one.
    private record Followed(List<Map<String, Object>> resources, Instant horizon) {
        List<String> all(String name) {
            return resources.stream()
                    .map(each -> String.valueOf(each.get(name)))
                    .toList();
        }

        /// The ids that the sender gave.
        Set<String> sent() {
            var ids = new HashSet<String>();
            resources.forEach(each -> {
                if (each.get("identifier") instanceof List<?> identifiers
                        && identifiers.getLast() instanceof Map<?, ?> last) {
                    ids.add(String.valueOf(last.get("value")));
                }
            });
            return ids;
        }

        List<Instant> updates() {
            return resources.stream()
                    .flatMap(each -> each.get("meta") instanceof Map<?, ?> meta
                            ? Stream.of(Instant.parse(String.valueOf(meta.get("lastUpdated"))))
                            : Stream.empty())
                    .toList();
        }
    }

    private static Followed follow(Role role, String address) {
        var resources = new ArrayList<Map<String, Object>>();
        var horizon = Instant.EPOCH;
        var next = Optional.of(address);
        while (next.isPresent()) {
            var page = get(role, next.get());
            List<Map<String, Object>> found = page.path("entry.resource");
            Optional.ofNullable(found).ifPresent(resources::addAll);
            horizon = Instant.parse(page.path("meta.lastUpdated"));
            next = Optional.ofNullable(page.path("link.find { it.relation == 'next' }?.url"));
        }
        return new Followed(resources, horizon);
    }

    private Instant horizon() {
        return UpdateHorizon.read(database);
    }

    /// Waits until nothing that was begun before now is under way.
    private void settle() {
        var now = Instant.now();
        await().until(() -> horizon().isAfter(now));
    }

    @Test
    void changesComeInTheirOrderAndRetractionsAreTold() {
        var patient = AdmittedPatient.daysAgo(1);
        settle();
        var begin = horizon();
        var first = charted(patient, 9);
        var second = charted(patient, 3);
        writes.retract(first.id());
        settle();

        var found = follow(Role.PHYSICIAN, since(begin, "Observation?code=8867-4&patient=" + patient.patientId()));

        assertThat(found.all("status")).containsExactly("final", "entered-in-error");
        assertThat(found.updates()).isSorted().allMatch(at -> !at.isBefore(begin));
        assertThat(found.horizon()).isAfter(found.updates().getLast());
        assertThat(found.sent())
                .containsExactlyInAnyOrder(first.id().value(), second.id().value());
        assertThat(follow(
                                Role.PHYSICIAN,
                                since(found.horizon(), "Observation?code=8867-4&patient=" + patient.patientId()))
                        .resources())
                .isEmpty();
    }

    @Test
    void whatIsNotCommittedYetIsNotSkipped() throws Exception {
        var patient = AdmittedPatient.daysAgo(1);
        var search = "Observation?code=8867-4&patient=" + patient.patientId();
        settle();
        var begin = horizon();
        var slow = reading(patient, 1);
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = writers.submit(() -> database.execute(sql -> {
                insert(sql, slow);
                written.countDown();
                awaited(commit);
            }));
            written.await();
            // Writers of one hour wait for each other.
            var quick = charted(patient, 90);

            var meanwhile = follow(Role.PHYSICIAN, since(begin, search));
            assertThat(meanwhile.sent()).isEmpty();
            // A search that does not ask for changes holds nothing back.
            assertThat(get(BASE + search).asString()).contains(quick.id().value());

            commit.countDown();
            running.get();
            settle();
            assertThat(follow(Role.PHYSICIAN, since(meanwhile.horizon(), search))
                            .sent())
                    .containsExactlyInAnyOrder(slow.id().value(), quick.id().value());
        }
    }

    private static void insert(Sql sql, Observation reading) {
        sql.update(
                "insert into observation (patient_id, effective_at, id, kind, received_at, content, entered_by, graded)"
                        + " values (?, ?, ?, 'vital-signs', ?, '{\"heartRate\":88}'::jsonb, 'nurse', true)",
                reading.patientId().value(),
                reading.effectiveAt(),
                reading.id().value(),
                reading.receivedAt());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(8, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Writers commit in another order than they write, while a client follows the changes page by page.
    @Test
    void aFollowerOfManyWritersLosesNothing() throws Exception {
        var patients =
                Stream.generate(() -> AdmittedPatient.daysAgo(2)).limit(4).toList();
        var search = "Observation?code=8867-4&_count=7";
        settle();
        var from = horizon();
        var random = new Random(7);
        var expected = new HashSet<String>();
        var found = new HashSet<String>();
        try (var writers = Executors.newFixedThreadPool(patients.size())) {
            var running = new ArrayList<Future<?>>();
            for (int number = 0; number < 80; number++) {
                var patient = patients.get(number % patients.size());
                var one = reading(patient, number);
                var other = reading(patient, 1000 + number);
                int pause = random.nextInt(40);
                expected.add(one.id().value());
                expected.add(other.id().value());
                running.add(writers.submit(() -> database.execute(sql -> {
                    insert(sql, one);
                    sql.first("select pg_sleep(?::float / 1000) is null as slept", row -> row.flag("slept"), pause);
                    insert(sql, other);
                })));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                var answer = follow(Role.PHYSICIAN, since(from, search));
                found.addAll(answer.sent());
                from = answer.horizon();
            }
            for (var each : running) {
                each.get();
            }
        }
        settle();
        found.addAll(follow(Role.PHYSICIAN, since(from, search)).sent());

        assertThat(found).containsAll(expected);
    }

    @Test
    void pagesHoldEveryChangeOnceAlsoThoseOfOneRow() {
        var patient = AdmittedPatient.daysAgo(1);
        settle();
        var begin = horizon();
        for (int minute = 0; minute < 5; minute++) {
            charted(
                    patient,
                    minute,
                    new VitalSigns(
                            Map.of(
                                    VitalSign.HEART_RATE, new BigDecimal("88"),
                                    VitalSign.TEMPERATURE, new BigDecimal("38.4"),
                                    VitalSign.SPO2, new BigDecimal("95")),
                            Optional.empty()));
        }
        settle();

        var found = follow(
                Role.PHYSICIAN,
                since(begin, "Observation?category=vital-signs&_count=2&patient=" + patient.patientId()));

        assertThat(found.all("id")).hasSize(15).doesNotHaveDuplicates();
        assertThat(found.updates()).isSorted();
    }

    /// Whoever may not read the other patient would else keep the reading.
    @Test
    void aReadingThatWasMovedToAnotherPatientIsToldAsAnError() {
        var patient = AdmittedPatient.daysAgo(1);
        settle();
        var begin = horizon();
        var moved = charted(patient, 1);
        database.execute(sql -> sql.update(
                "update observation set retracted_at = clock_timestamp(), moved_at = clock_timestamp() where id = ?",
                moved.id().value()));
        settle();

        var search = "Observation?code=8867-4&patient=" + patient.patientId();
        assertThat(get(BASE + search).<List<?>>path("entry")).isNull();
        assertThat(follow(Role.PHYSICIAN, since(begin, search)).all("status")).containsExactly("entered-in-error");
    }

    @Test
    void aGradeIsToldWhenItIsRecordedAndWhenGradingFails() {
        var patient = AdmittedPatient.daysAgo(3);
        settle();
        var begin = horizon();
        As.role(Role.NURSE)
                .contentType("application/json")
                .body(Map.of(
                        "id",
                        "f-" + UUID.randomUUID(),
                        "patientId",
                        patient.patientId(),
                        "effectiveAt",
                        Instant.now().minusSeconds(600).toString(),
                        "kind",
                        "vital-signs",
                        "temperature",
                        39.4))
                .post("/v1/observations")
                .then()
                .statusCode(202);
        var search = "Observation?code=crs-grade&date=ge" + Instant.now().minusSeconds(601) + "&patient="
                + patient.patientId();
        await().untilAsserted(() -> assertThat(
                        follow(Role.DASHBOARD, since(begin, search)).all("valueInteger"))
                .containsExactly("1"));
        settle();
        var later = horizon();

        database.execute(sql -> sql.update(
                "update episode set grading_unavailable = 'tried in a test' where id = ?",
                UUID.fromString(patient.episodeId())));
        await().untilAsserted(() -> get(Role.DASHBOARD, since(later, search))
                .then()
                .body("entry[0].resource.valueInteger", nullValue())
                .body("entry[0].resource.dataAbsentReason.text", containsString("tried in a test")));
        database.execute(sql -> sql.update(
                "update episode set grading_unavailable = null where id = ?", UUID.fromString(patient.episodeId())));
    }

    @Test
    void alertsAreToldWhenTheyAreRaisedAndResolved() {
        var patient = AdmittedPatient.daysAgo(1);
        settle();
        var begin = horizon();
        var older = writes.raisedAtOnce(patient);
        var newer = writes.raisedAtOnce(patient);
        writes.resolve(older);
        settle();

        for (var type : List.of("DetectedIssue", "Flag")) {
            var all = follow(Role.NURSE, since(begin, type + "?_count=1&patient=" + patient.patientId()));
            if (type.equals("DetectedIssue")) {
                assertThat(all.all("id"))
                        .containsSubsequence(newer.toString(), older.toString())
                        .doesNotHaveDuplicates();
                assertThat(all.updates()).isSorted();
            }
        }
    }

    @Test
    void theOtherTypesAreToldToo() {
        var patient = AdmittedPatient.daysAgo(1);
        settle();
        var begin = horizon();
        var ofPatient = "?patient=" + patient.patientId();
        for (var search :
                List.of("EpisodeOfCare" + ofPatient, "Procedure" + ofPatient, "Patient?_id=" + patient.patientId())) {
            assertThat(follow(Role.NURSE, since(begin, search)).resources())
                    .as(search)
                    .isEmpty();
        }

        As.role(Role.PHYSICIAN)
                .contentType("application/merge-patch+json")
                .body(Map.of("ward", patient.ward() + "-b", "bed", "7"))
                .patch("/v1/episodes/" + patient.episodeId())
                .then()
                .statusCode(200);
        var start = charted(patient, 1, Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STARTED));
        settle();

        for (var search : List.of(
                "EpisodeOfCare" + ofPatient,
                "EpisodeOfCare",
                "Procedure" + ofPatient,
                "Patient?_id=" + patient.patientId(),
                "MedicationAdministration" + ofPatient)) {
            assertThat(follow(Role.NURSE, since(begin, search)).resources())
                    .as(search)
                    .isNotEmpty();
        }

        settle();
        var later = horizon();
        var end = charted(patient, 31, Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, InfusionAction.STOPPED));
        settle();
        var infusion = follow(Role.NURSE, since(later, "MedicationAdministration" + ofPatient));
        assertThat(infusion.all("status")).containsExactly("completed");
        assertThat(infusion.sent()).containsExactly(start.id().value());
        assertThat(end.id()).isNotEqualTo(start.id());
    }

    @Test
    void everythingSinceATimeIsWhatWasChangedSince() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 1);
        settle();
        var begin = horizon();
        var later = charted(patient, 2);
        var alert = writes.raisedAtOnce(patient);
        settle();

        var found = follow(
                Role.PHYSICIAN, BASE + "Patient/" + patient.patientId() + "/$everything?_count=1&_since=" + begin);

        assertThat(found.all("resourceType"))
                .contains("Observation", "DetectedIssue", "Flag")
                .doesNotContain("Patient");
        assertThat(found.sent()).contains(later.id().value(), alert.toString());
        assertThat(found.updates()).allMatch(at -> !at.isBefore(begin));
    }

    @Test
    void theChangesOfOtherWardsAreNotFound() {
        var hidden = AdmittedPatient.into("updates-" + UUID.randomUUID());
        settle();
        var begin = horizon();
        var reading = charted(hidden, 1);
        settle();

        get(Role.REGISTRY, since(begin, "Observation?code=8867-4"))
                .then()
                .body(
                        "entry.resource.identifier.flatten().value",
                        hasItem(reading.id().value()));
        Colleague.nurseOf("elsewhere-" + UUID.randomUUID())
                .asks()
                .urlEncodingEnabled(false)
                .get(since(begin, "Observation?code=8867-4"))
                .then()
                .statusCode(200)
                .body("entry", nullValue());
    }

    @Test
    void aSearchWithoutATimeBeginsWithTheOldestChange() {
        var patient = AdmittedPatient.daysAgo(1);
        charted(patient, 5);
        charted(patient, 1);
        settle();

        var found = follow(
                Role.NURSE,
                BASE + "Observation?code=8867-4&_sort=_lastUpdated&_count=1&patient=" + patient.patientId());

        assertThat(found.updates()).hasSize(2).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?_lastUpdated=ge2026-01-01&_sort=-date",
                "Observation?_sort=-_lastUpdated",
                "Observation?_lastUpdated=yesterday",
                "Encounter?_sort=date",
                "EpisodeOfCare?_lastUpdated=ge2026-01-01&_sort=-date"
            })
    void anotherOrderIsRefused(String search) {
        As.role(Role.NURSE)
                .urlEncodingEnabled(false)
                .get(BASE + search)
                .then()
                .statusCode(400)
                .body("issue.severity", everyItem(equalTo("error")))
                .body("issue.code", not(hasItems("exception")));
    }
}
