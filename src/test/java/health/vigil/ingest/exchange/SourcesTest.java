package health.vigil.ingest.exchange;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.api.AdmittedPatient;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.RevisionMark;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.ingest.Arrival;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.trace.Trace;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/// Of one source key one revision stands, in the grades too.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SourcesTest {
    private static final String WELL = "36.8";
    private static final String FEVER = "39.2";
    private static final DateTimeFormatter HL7 =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);

    @Inject
    ExchangeIntake intake;

    private final Sender sender = new Sender("lab-" + UUID.randomUUID());
    private AdmittedPatient patient;
    private Instant at;

    @BeforeEach
    void admit() {
        patient = AdmittedPatient.daysAgo(3);
        at = patient.infusedAt().plus(Duration.ofHours(50));
    }

    private SourceKey key(String id) {
        return new SourceKey(sender, "Observation", BusinessId.identifier("urn:test", id));
    }

    /// A report of a temperature.
    private record Report(StatementStatus status, Optional<Integer> issued, Optional<String> temperature) {
        static Report of(StatementStatus status, int issued, String temperature) {
            return new Report(status, Optional.of(issued), Optional.of(temperature));
        }

        static Report withdrawal(int issued) {
            return new Report(StatementStatus.WITHDRAWN, Optional.of(issued), Optional.empty());
        }
    }

    private Statement statement(SourceKey key, AdmittedPatient whose, Report report) {
        var subject = new Subject.ByPatient(new PatientId(whose.patientId()));
        var parts = report.temperature().stream()
                .map(celsius -> new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                        .put("temperature", new BigDecimal(celsius), "value")
                        .at(subject, at))
                .toList();
        return new Statement(
                key,
                report.status(),
                report.issued().map(minute -> at.plus(Duration.ofMinutes(minute))),
                false,
                Optional.of(subject),
                Optional.empty(),
                Optional.of(at),
                new Fate.Taken(parts, List.of()));
    }

    private StatementOutcome send(MessageFormat format, Statement statement) {
        var now = Instant.now();
        var arrival = new Arrival(
                new User(statement.sender().name(), Role.INTEGRATION, Optional.empty(), Wards.ALL),
                "10.1.2.3",
                now,
                Trace.NONE);
        var sent = SentStatement.of(statement, new RevisionMark.ReceivedAt(now));
        try (var permit = intake.permit(1000).orElseThrow()) {
            var receipt = intake.accept(arrival, permit, format, List.of(sent), false);
            return ((ExchangeReceipt.DecidedMessage) receipt).outcomes().getFirst();
        }
    }

    private StatementOutcome send(Statement statement) {
        return send(MessageFormat.FHIR, statement);
    }

    /// The temperatures that stand, of all observations that arrived.
    private static List<String> standing(AdmittedPatient whose) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", whose.patientId())
                .jsonPath()
                .getList("items.findAll { it.kind == 'vital-signs' && !it.retractedAt }.temperature")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static int arrived(AdmittedPatient whose) {
        return As.role(Role.NURSE)
                .get("/v1/patients/{id}/observations", whose.patientId())
                .jsonPath()
                .getList("items.findAll { it.kind == 'vital-signs' }")
                .size();
    }

    private Integer crs(AdmittedPatient whose) {
        return As.role(Role.NURSE)
                .queryParam("at", at.plusSeconds(60).toString())
                .get("/v1/patients/{id}/grade", whose.patientId())
                .jsonPath()
                .get("crs.grade");
    }

    private void awaitGrade(AdmittedPatient whose, Integer grade) {
        await().untilAsserted(() -> assertThat(crs(whose)).isEqualTo(grade));
    }

    @Test
    void aCorrectionReplacesAndACorrectionBackIsAThirdRevision() {
        var key = key("1");

        send(statement(key, patient, Report.of(StatementStatus.FINAL, 1, FEVER)));
        awaitGrade(patient, 1);
        send(statement(key, patient, Report.of(StatementStatus.AMENDED, 2, WELL)));
        awaitGrade(patient, 0);
        var again = send(statement(key, patient, Report.of(StatementStatus.AMENDED, 3, FEVER)));
        awaitGrade(patient, 1);

        assertThat(standing(patient)).containsExactly(FEVER);
        assertThat(arrived(patient)).isEqualTo(3);
        assertThat(((StatementOutcome.TakenStatement) again)
                        .known()
                        .orElseThrow()
                        .standing())
                .isEqualTo(2);
        var resent = send(statement(key, patient, Report.of(StatementStatus.AMENDED, 3, FEVER)));
        assertThat(((StatementOutcome.TakenStatement) resent).unchanged()).isTrue();
    }

    @Test
    void equalContentOfAMoreFinalReportChangesNothing() {
        var key = key("1");

        send(statement(key, patient, Report.of(StatementStatus.PRELIMINARY, 1, FEVER)));
        awaitGrade(patient, 1);
        send(statement(key, patient, Report.of(StatementStatus.FINAL, 2, FEVER)));
        send(statement(key("2"), patient, Report.of(StatementStatus.FINAL, 2, "38.5")));

        await().untilAsserted(() -> assertThat(standing(patient)).containsExactlyInAnyOrder(FEVER, "38.5"));
        assertThat(arrived(patient)).isEqualTo(2);
    }

    /// Every order in which the reports can arrive, each on a key and a patient of its own.
    @Test
    void anyOrderOfArrivalEndsWithTheSameGrade() {
        var reports = List.of(
                Report.of(StatementStatus.FINAL, 1, "38.4"),
                Report.withdrawal(2),
                Report.of(StatementStatus.AMENDED, 3, FEVER),
                Report.of(StatementStatus.AMENDED, 4, WELL));
        var patients = new ArrayList<AdmittedPatient>();

        for (var order : permutations(reports)) {
            var whose = AdmittedPatient.admit(
                    AdmittedPatient.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), patient.infusedAt()));
            patients.add(whose);
            var key = key(whose.patientId());
            order.forEach(report -> send(statement(key, whose, report)));
            send(statement(key, whose, order.getFirst()));
        }

        for (var whose : patients) {
            await().untilAsserted(() -> assertThat(arrived(whose)).isEqualTo(3));
            assertThat(standing(whose)).containsExactly(WELL);
            awaitGrade(whose, 0);
        }
    }

    private static List<List<Report>> permutations(List<Report> reports) {
        if (reports.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Report>>();
        for (var first : reports) {
            var others = new ArrayList<>(reports);
            others.remove(first);
            for (var rest : permutations(others)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    @Test
    void aWithdrawalMayComeBeforeWhatItWithdraws() {
        var key = key("1");

        send(statement(key, patient, Report.withdrawal(5)));
        send(statement(key, patient, Report.of(StatementStatus.FINAL, 4, FEVER)));

        await().untilAsserted(() -> assertThat(arrived(patient)).isEqualTo(1));
        assertThat(standing(patient)).isEmpty();
        send(statement(key, patient, Report.of(StatementStatus.FINAL, 6, FEVER)));
        awaitGrade(patient, 1);
    }

    @Test
    void otherContentThatIsNoRevisionIsAConflict() {
        var key = key("1");
        var first = Report.of(StatementStatus.FINAL, 1, FEVER);
        send(statement(key, patient, first));
        awaitGrade(patient, 1);
        var other = Report.of(StatementStatus.FINAL, 1, WELL);

        assertThat(send(statement(key, patient, other))).isInstanceOf(StatementOutcome.ConflictingStatement.class);
        assertThat(send(MessageFormat.HL7, statement(key, patient, other)))
                .isInstanceOf(StatementOutcome.TakenStatement.class);

        await().untilAsserted(() -> assertThat(quarantined("patientId", patient.patientId(), "reason"))
                .containsExactly("id-conflict"));
        assertThat(standing(patient)).containsExactly(FEVER);
    }

    private static List<String> quarantined(String field, String value, String what) {
        return As.role(Role.ADMIN)
                .get("/v1/quarantine")
                .jsonPath()
                .getList("items.findAll { it." + field + " == '" + value + "' }." + what);
    }

    @Test
    void aReportThatWasAnotherPatientsMovesThere() {
        var key = key("1");
        var other = AdmittedPatient.admit(
                AdmittedPatient.form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), patient.infusedAt()));
        send(statement(key, patient, Report.of(StatementStatus.FINAL, 1, FEVER)));
        awaitGrade(patient, 1);

        send(statement(key, other, Report.of(StatementStatus.AMENDED, 2, FEVER)));

        awaitGrade(other, 1);
        await().untilAsserted(() -> assertThat(standing(patient)).isEmpty());
        assertThat(crs(patient)).isNull();
        assertThat(As.role(Role.NURSE)
                        .queryParam("patientId", patient.patientId())
                        .get("/v1/alerts")
                        .jsonPath()
                        .getList("items.type"))
                .contains("reading-moved");
    }

    @Test
    void aPieceThatCannotBeReadWaitsForAPersonOnce() {
        var statement = statement(key("1"), patient, Report.of(StatementStatus.FINAL, 1, FEVER))
                .with(new Fate.Foreign(ForeignReason.UNIT, Optional.of("OBX[1].6"), "MSH|piece of " + sender.name()));

        assertThat(send(MessageFormat.HL7, statement)).isInstanceOf(StatementOutcome.ForeignStatement.class);
        assertThat(send(MessageFormat.HL7, statement)).isInstanceOf(StatementOutcome.ForeignStatement.class);
        send(statement(key("2"), patient, Report.of(StatementStatus.FINAL, 1, FEVER)));
        awaitGrade(patient, 1);

        assertThat(As.role(Role.ADMIN)
                        .get("/v1/quarantine")
                        .jsonPath()
                        .getList("items.findAll { it.patientId == '" + patient.patientId() + "' }"))
                .singleElement()
                .isInstanceOfSatisfying(Map.class, entry -> {
                    assertThat(entry.get("reason")).isEqualTo("unmapped");
                    assertThat(entry.get("detail")).asString().contains("OBX[1].6");
                });
    }

    @Test
    void whatWasDiscardedReplacesNothing() {
        var key = key("1");
        var monitor = "mon-" + UUID.randomUUID();
        var correction = ofDevice(key, monitor, Report.of(StatementStatus.AMENDED, 2, WELL));
        send(MessageFormat.HL7, correction);
        await().untilAsserted(() ->
                assertThat(quarantined("deviceId", monitor, "reason")).containsExactly("unbound-device"));
        As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("note", "Not ours"))
                .post(
                        "/v1/quarantine/{id}/discard",
                        quarantined("deviceId", monitor, "id").getFirst())
                .then()
                .statusCode(200);
        send(statement(key, patient, Report.of(StatementStatus.FINAL, 1, FEVER)));
        awaitGrade(patient, 1);
        As.role(Role.NURSE)
                .contentType(JSON)
                .body(Map.of(
                        "patientId",
                        patient.patientId(),
                        "from",
                        patient.infusedAt().toString()))
                .put("/v1/devices/{id}/binding", monitor)
                .then()
                .statusCode(200);

        send(MessageFormat.HL7, correction);
        send(statement(key("2"), patient, Report.of(StatementStatus.FINAL, 1, "38.5")));

        await().untilAsserted(() -> assertThat(standing(patient)).containsExactlyInAnyOrder(FEVER, "38.5"));
        assertThat(arrived(patient)).isEqualTo(2);
    }

    private Statement ofDevice(SourceKey key, String device, Report report) {
        var subject = new Subject.ByDevice(new DeviceId(device));
        var part = new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                .put("temperature", new BigDecimal(report.temperature().orElseThrow()), "value")
                .at(subject, at);
        return new Statement(
                key,
                report.status(),
                report.issued().map(minute -> at.plus(Duration.ofMinutes(minute))),
                false,
                Optional.of(subject),
                Optional.empty(),
                Optional.of(at),
                new Fate.Taken(List.of(part), List.of()));
    }

    /// A piece of a message of the sender that the tests configure.
    private String piece(String unit) {
        return String.join(
                "\r",
                "MSH|^~\\&|LAB|H|||20260302100000+0000||ORU^R01|1|P|2.5",
                "PID|1||" + patient.patientId() + "^^^HOSP^MR",
                "OBR|1||" + patient.patientId() + "|VITALS|||" + HL7.format(at),
                "OBX|1|NM|8310-5^Temperature^LN||39.2|" + unit + "|||||F",
                "");
    }

    private void sendPiece(String unit) {
        var lab = new SourceKey(new Sender("lab"), "ORU", BusinessId.place(patient.patientId(), unit));
        send(
                MessageFormat.HL7,
                statement(lab, patient, Report.of(StatementStatus.FINAL, 1, FEVER))
                        .with(new Fate.Foreign(ForeignReason.UNIT, Optional.of("OBX[1].6"), piece(unit))));
    }

    private ValidatableResponse release() {
        await().untilAsserted(() ->
                assertThat(quarantined("patientId", patient.patientId(), "id")).hasSize(1));
        return As.role(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("note", "The codes were mended"))
                .post(
                        "/v1/quarantine/{id}/release",
                        quarantined("patientId", patient.patientId(), "id").getFirst())
                .then();
    }

    /// The key of an infusion holds its begin, so a correction with an unknown key may be of another one.
    @Test
    void aCorrectionThatMustBeKnownWaitsForAPersonUntilItIs() {
        var key = new SourceKey(new Sender("lab"), "RAS", BusinessId.place(patient.patientId(), "infusion"));
        var amended = statement(key, patient, Report.of(StatementStatus.AMENDED, 2, "38.5"));
        var place = Optional.of("RXA[1].21");
        var correction = amended.with(new Fate.Taken(
                amended.parts(), List.of(), Optional.of(new Fate.Foreign(ForeignReason.STATUS, place, piece("Cel")))));

        assertThat(send(MessageFormat.HL7, correction))
                .isEqualTo(new StatementOutcome.ForeignStatement(ForeignReason.STATUS, place));
        assertThat(standing(patient)).isEmpty();

        send(MessageFormat.HL7, statement(key, patient, Report.of(StatementStatus.FINAL, 1, FEVER)));
        await().untilAsserted(() -> assertThat(standing(patient)).containsExactly(FEVER));
        assertThat(send(MessageFormat.HL7, correction)).isInstanceOf(StatementOutcome.TakenStatement.class);
        await().untilAsserted(() -> assertThat(standing(patient)).containsExactly("38.5"));
    }

    @Test
    void aReleasedPieceIsReadAgain() {
        sendPiece("Cel");

        release().statusCode(200);

        awaitGrade(patient, 1);
        assertThat(standing(patient)).containsExactly(FEVER);
    }

    @Test
    void aPieceThatStillCannotBeReadIsNotReleased() {
        sendPiece("furlong");

        release().statusCode(409).body("detail", containsString("OBX[1].6"));
    }
}
