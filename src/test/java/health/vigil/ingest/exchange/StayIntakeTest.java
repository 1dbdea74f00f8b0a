package health.vigil.ingest.exchange;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.api.AdmittedPatient;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.CellInfusion;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.exchange.StayReportBuilder;
import health.vigil.ingest.Arrival;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.store.Database;
import health.vigil.trace.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/// What a registration reports reaches the ward, and what concerns nobody here is not kept.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class StayIntakeTest {
    private static final String WARD = "reported stays";

    @Inject
    StayIntake intake;

    @Inject
    WatchedPatients watched;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final PatientId patient = new PatientId("p-" + UUID.randomUUID());
    private final Instant now = Instant.now();

    private StayReportBuilder event(StayChange change) {
        return StayReportBuilder.of(change, patient, Instant.now());
    }

    private static Arrival from(String sender, Wards wards) {
        var user = new User(sender, Role.INTEGRATION, Optional.empty(), wards);
        return new Arrival(user, "10.0.0.1", Instant.now(), Trace.NONE);
    }

    private List<StayOutcome> accept(StayReport... reports) {
        return intake.accept(from("adt", Wards.ALL), List.of(reports));
    }

    private long stays() {
        return count("select count(*) as n from stay where patient_id = ?");
    }

    private long count(String query) {
        return database.read(
                sql -> sql.first(query, row -> row.number("n"), patient.value()).orElseThrow());
    }

    private AdmittedPatient admitted() {
        return AdmittedPatient.admit(AdmittedPatient.form(patient.value(), WARD, now.minusSeconds(86_400)));
    }

    @Test
    void aTransferMovesThePatientOnTheBoard() {
        var episode = admitted().episodeId();

        accept(event(StayChange.MOVED).in("HEM", "bed-12").report());

        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/episodes/" + episode).then().body("bed", equalTo("bed-12")));
    }

    /// What a person says later than the registration stands.
    @Test
    void aMoveByAPersonIsNotMovedBack() {
        var episode = admitted().episodeId();
        accept(event(StayChange.MOVED).in("HEM", "bed-12").report());
        await().untilAsserted(() ->
                As.role(Role.NURSE).get("/v1/episodes/" + episode).then().body("bed", equalTo("bed-12")));
        As.role(Role.NURSE)
                .contentType(ContentType.JSON)
                .body(Map.of("bed", "bed-14"))
                .patch("/v1/episodes/" + episode)
                .then()
                .statusCode(200);

        accept(event(StayChange.UPDATED).in("HEM", "bed-12").report());

        await().untilAsserted(() -> assertThat(
                        count("select count(*) as n from stay where patient_id = ? and due_at is not null"))
                .isZero());
        As.role(Role.NURSE).get("/v1/episodes/" + episode).then().body("bed", equalTo("bed-14"));
    }

    @Test
    void aStayElsewhereOfAPatientWhoIsNotOursIsNotKept() {
        assertThat(accept(event(StayChange.UPDATED).in("SURGERY", "1").report()))
                .containsExactly(StayOutcome.ELSEWHERE);

        assertThat(stays()).isZero();
    }

    @Test
    void aStayInOurWardIsKeptUntilThePatientHasLeft() {
        accept(event(StayChange.UPDATED).in("HEM", "1").report());
        assertThat(watched.among(Set.of(patient))).containsExactly(patient);

        accept(event(StayChange.MOVED).in("SURGERY", "1").report());

        assertThat(stays()).isOne();
        assertThat(watched.among(Set.of(patient))).isEmpty();
    }

    @Test
    void whoseStayIsPlannedIsNotWatchedYet() {
        accept(event(StayChange.PLANNED).in("HEM", "1").report());
        assertThat(stays()).isOne();
        assertThat(watched.among(Set.of(patient))).isEmpty();

        accept(event(StayChange.ADMITTED).in("HEM", "1").report());
        assertThat(watched.among(Set.of(patient))).containsExactly(patient);
    }

    @Test
    void aPersonIsKeptBecauseTheStayMayFollow() {
        accept(event(StayChange.UPDATED).visit(Optional.empty()).report());

        assertThat(stays()).isOne();
        assertThat(watched.among(Set.of(patient))).isEmpty();
    }

    @Test
    void whoHasAnActiveEpisodeIsWatchedUnderEveryNumber() {
        var other = new PatientId("p-" + UUID.randomUUID());
        admitted();
        accept(event(StayChange.MERGED).other(other).report());

        await().untilAsserted(() ->
                assertThat(watched.among(Set.of(patient, other))).containsExactlyInAnyOrder(patient, other));
    }

    @Test
    void aLocationWithoutAWardIsCounted() {
        var sender = "adt-" + UUID.randomUUID();
        intake.accept(
                from(sender, Wards.ALL),
                List.of(event(StayChange.UPDATED).in("SURGERY", "1").report()));

        assertThat(metrics.counter("vigil.exchange.unmapped.location", "sender", sender)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aSenderOfOtherWardsMovesNobody() {
        admitted();

        var outcomes = intake.accept(
                from("adt", Wards.of(Set.of("another ward"))),
                List.of(event(StayChange.MOVED).in("HEM", "bed-12").report()));

        assertThat(outcomes).containsExactly(StayOutcome.HIDDEN_PATIENT);
        assertThat(stays()).isZero();
    }

    @Test
    void theAdmissionFormFindsTheStayUntilThePatientIsAdmitted() {
        accept(event(StayChange.UPDATED).in("HEM", "bed-12").report());
        var mine = "items.findAll { it.patientId == '" + patient + "' }";

        As.role(Role.NURSE)
                .get("/v1/stays?ward={ward}", "Reported  Stays")
                .then()
                .statusCode(200)
                .body(mine + ".bed", equalTo(List.of("bed-12")))
                .body(mine + ".name", equalTo(List.of("Ada Ward")))
                .body(mine + ".birthDate", equalTo(List.of("1970-01-01")));
        As.role(Role.NURSE).get("/v1/stays?ward=another").then().body(mine, empty());

        admitted();
        As.role(Role.NURSE).get("/v1/stays").then().body(mine, empty());
    }

    @Test
    void theRecordTellsTheStay() {
        admitted();
        accept(event(StayChange.UPDATED).in("HEM", "bed-12").report());

        var record = As.role(Role.PHYSICIAN)
                .get("/v1/patients/" + patient + "/record")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(record.lines())
                .anyMatch(line -> line.startsWith("{\"record\":\"stay\"") && line.contains("v-" + patient));
    }

    private CellInfusion infusion() {
        return new CellInfusion(
                new SourceKey(new Sender("ehr"), "Procedure", BusinessId.content(patient.value())),
                patient,
                "axi-cel",
                now.minusSeconds(60));
    }

    @Test
    void anInfusionWithoutAStaySaysAllThatIsMissing() {
        assertThat(intake.accept(from("ehr", Wards.ALL), infusion()))
                .isEqualTo(new InfusionOutcome.Incomplete(List.of(
                        "The patient's birth date is not known",
                        "The patient's ward is not known: no open stay is in a ward of this service",
                        "The patient's bed is not known")));
    }

    @Test
    void anInfusionOfAPatientOfAnotherWardIsNotStored() {
        admitted();

        assertThat(intake.accept(from("ehr", Wards.of(Set.of("another ward"))), infusion()))
                .isEqualTo(new InfusionOutcome.OfAnotherWard());

        assertThat(count("select count(*) as n from reported_infusion where patient_id = ?"))
                .isZero();
    }

    @Test
    void aForecastCountsTheStaysOfTheSameMessageAndStoresNothing() {
        var report = event(StayChange.UPDATED).in("HEM", "4").report();

        assertThat(intake.forecast(from("ehr", Wards.ALL), List.of(report), List.of(infusion())))
                .isEqualTo(new StayForecast(
                        Map.of(report, StayOutcome.KEPT),
                        Map.of(infusion(), new InfusionOutcome.Stored()),
                        Set.of(patient)));

        assertThat(stays()).isZero();
        assertThat(count("select count(*) as n from reported_infusion where patient_id = ?"))
                .isZero();
    }

    @Test
    void anInfusionAdmitsThePatient() {
        assertThat(accept(event(StayChange.UPDATED).in("HEM", "4").report())).containsExactly(StayOutcome.KEPT);

        assertThat(intake.accept(from("ehr", Wards.ALL), infusion())).isEqualTo(new InfusionOutcome.Stored());

        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/patients/" + patient + "/grade")
                .then()
                .statusCode(200));
        assertThat(intake.accept(from("ehr", Wards.ALL), infusion())).isEqualTo(new InfusionOutcome.Stored());
    }
}
