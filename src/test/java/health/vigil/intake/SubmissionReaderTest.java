package health.vigil.intake;

import health.vigil.json.Violation;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.intake.Samples.accepted;
import static health.vigil.intake.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;

/// The fields that observations of all kinds have.
class SubmissionReaderTest {
    private static final String VITALS = "\"kind\": \"vital-signs\", \"heartRate\": 88";
    private static final String AT = "\"effectiveAt\": \"2026-03-02T11:00:00Z\"";
    private static final String PATIENT = "\"patientId\": \"p-1\"";
    private static final String ID = "\"id\": \"o-1\"";

    private static String object(String... fields) {
        return "{" + String.join(", ", fields) + "}";
    }

    @ParameterizedTest
    @EnumSource
    void theLeastOfEachKindIsAccepted(Kind kind) {
        var submission = accepted(Samples.message(kind, Samples.least(kind))).submission();

        assertThat(submission.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void theMostOfEachKindIsAccepted(Kind kind) {
        var accepted = accepted(Samples.message(kind, Samples.most(kind)));

        assertThat(accepted.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownFieldIsRefusedByItsName(Kind kind) {
        var found = violations(Samples.message(kind, Samples.least(kind) + ", 'colour': 'blue'"));

        assertThat(found).containsExactly(new Violation("colour", "is not a field here"));
    }

    @ParameterizedTest
    @EnumSource
    void everyRequiredFieldThatIsMissingIsNamed(Kind kind) {
        assertThat(violations(Samples.message(kind, ""))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"receivedAt", "enteredBy", "enteredByRole", "releasedFrom", "resolvedPatientId", "source"})
    void whatTheServiceAddsIsNotForSendersToSay(String field) {
        var found = violations(object(ID, PATIENT, AT, VITALS, "\"" + field + "\": \"x\""));

        assertThat(found).extracting(Violation::field).containsExactly(field);
    }

    @Test
    void allFaultsAreFoundAtOnce() {
        var found = violations(object(
                "\"id\": 7",
                "\"patientId\": \"p 1\"",
                "\"effectiveAt\": \"yesterday\"",
                "\"kind\": \"vital-signs\"",
                "\"temperature\": \"hot\"",
                "\"spo2\": null",
                "\"x\": 1"));

        assertThat(found)
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("id", "patientId", "effectiveAt", "temperature", "spo2", "x");
    }

    @Test
    void aMessageNeverRepeatsAValue() {
        var found = violations(object(
                "\"id\": \"o-1\"", "\"patientId\": \"Jane Doe\"", "\"effectiveAt\": \"Jane\"", "\"kind\": \"Jane\""));

        assertThat(found).extracting(Violation::message).noneMatch(message -> message.contains("Jane"));
    }

    @Test
    void theIdOfARefusedObservationIsTold() {
        var refused = (ReadResult.Invalid) Samples.read(object(ID));

        assertThat(refused.id()).contains("o-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"x\"", "null", "true", "[]", "1.5"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(Samples.read(json))
                .isInstanceOfSatisfying(
                        ReadResult.Invalid.class,
                        refused -> assertThat(refused.id()).isEmpty());
    }

    @Test
    void anIdHasUpTo128Characters() {
        accepted(object("\"id\": \"" + "i".repeat(128) + "\"", PATIENT, AT, VITALS));

        assertThat(violations(object("\"id\": \"" + "i".repeat(129) + "\"", PATIENT, AT, VITALS)))
                .containsExactly(new Violation("id", "is longer than 128 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "7", "null", "[]", "{}", "true", "\"a\\u0000b\"", "\"\\ud800\""})
    void anIdIsATextThatCanBeStored(String id) {
        assertThat(violations(object("\"id\": " + id, PATIENT, AT, VITALS)))
                .extracting(Violation::field)
                .containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a/b?c#d", "ü💉", "'; drop table observation; --", "\\n"})
    void anIdMayBeAnyOtherText(String id) {
        accepted(object("\"id\": \"" + id + "\"", PATIENT, AT, VITALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-1001", "A.b-9"})
    void aPatientIdHasLettersDigitsDotsAndHyphens(String patientId) {
        accepted(object(ID, "\"patientId\": \"" + patientId + "\"", AT, VITALS));
    }

    @Test
    void aPatientIdHasUpTo64Characters() {
        accepted(object(ID, "\"patientId\": \"" + "p".repeat(64) + "\"", AT, VITALS));

        assertThat(violations(object(ID, "\"patientId\": \"" + "p".repeat(65) + "\"", AT, VITALS)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"p 1\"", "\"p_1\"", "\"pé\"", "1001", "null"})
    void aPatientIdOfAnotherFormIsRefused(String patientId) {
        assertThat(violations(object(ID, "\"patientId\": " + patientId, AT, VITALS)))
                .extracting(Violation::field)
                .containsExactly("patientId");
    }

    @Test
    void aDeviceMayStandForThePatient() {
        var subject = accepted(object(ID, "\"deviceId\": \"monitor 7\"", AT, VITALS))
                .submission()
                .subject();

        assertThat(subject).isEqualTo(new Subject.ByDevice(new DeviceId("monitor 7")));
    }

    @Test
    void neitherPatientNorDeviceIsRefused() {
        assertThat(violations(object(ID, AT, VITALS)))
                .containsExactly(new Violation("patientId", "is needed, or a deviceId, but not both"));
    }

    @Test
    void bothPatientAndDeviceAreRefused() {
        assertThat(violations(object(ID, PATIENT, "\"deviceId\": \"d-1\"", AT, VITALS)))
                .containsExactly(new Violation("patientId", "is needed, or a deviceId, but not both"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:00:00Z, 2026-03-02T11:00:00Z",
        "2026-03-02t11:00:00z, 2026-03-02T11:00:00Z",
        "2026-03-02T11:00:00+00:00, 2026-03-02T11:00:00Z",
        "2026-03-02T11:00:00-00:00, 2026-03-02T11:00:00Z",
        "2026-03-02T13:30:00+02:30, 2026-03-02T11:00:00Z",
        "2026-03-01T11:00:00-23:59, 2026-03-02T10:59:00Z",
        "2026-03-02T11:00:00.5Z, 2026-03-02T11:00:00.500Z",
        "2026-03-02T11:00:00.123456999Z, 2026-03-02T11:00:00.123456Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void aTimeIsTheInstantThatItsOffsetSays(String written, Instant instant) {
        var submission = accepted(object(ID, PATIENT, "\"effectiveAt\": \"" + written + "\"", VITALS))
                .submission();

        assertThat(submission.effectiveAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02",
                "2026-03-02T11:00Z",
                "2026-03-02 11:00:00Z",
                "2026-3-2T11:00:00Z",
                "2026-02-29T11:00:00Z",
                "2026-13-01T11:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T11:60:00Z",
                "2026-03-02T11:00:61Z",
                "2026-03-02T11:00:00.Z",
                "2026-03-02T11:00:00,5Z",
                "2026-03-02T11:00:00+2",
                "2026-03-02T11:00:00+0200",
                "2026-03-02T11:00:00+24:00",
                "2026-03-02T11:00:00+02:60",
                "2026-03-02T11:00:00 Z",
                "2026-03-02T11:00:00Z[UTC]",
                "٢٠٢٦-03-02T11:00:00Z",
                "1899-12-31T23:59:59Z",
                "9999-12-31T23:59:59-01:00",
                "+12026-03-02T11:00:00Z",
                "now",
                ""
            })
    void whatIsNoTimeIsRefused(String written) {
        assertThat(violations(object(ID, PATIENT, "\"effectiveAt\": \"" + written + "\"", VITALS)))
                .extracting(Violation::field)
                .containsExactly("effectiveAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T11:00:00", "2026-03-02T11:00:00.123", "2026-03-02T11:00"})
    void aTimeWithoutAnOffsetIsRefusedAsSuch(String written) {
        assertThat(violations(object(ID, PATIENT, "\"effectiveAt\": \"" + written + "\"", VITALS)))
                .containsExactly(new Violation("effectiveAt", "needs an offset, for instance Z or +02:00"));
    }

    @Test
    void aTimeIsNoNumber() {
        assertThat(violations(object(ID, PATIENT, "\"effectiveAt\": 1772449200", VITALS)))
                .extracting(Violation::field)
                .containsExactly("effectiveAt");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T12:02:00Z, 0", "2026-03-02T12:02:00.000001Z, 1", "2026-03-02T12:01:59.999999Z, 0"})
    void moreThanTwoMinutesInTheFutureIsAcceptedWithAWarning(String written, int warnings) {
        var accepted = accepted(object(ID, PATIENT, "\"effectiveAt\": \"" + written + "\"", VITALS));

        assertThat(accepted.warnings()).hasSize(warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Vital-Signs\"", "\"vital_signs\"", "\"\"", "\"x\"", "7", "null", "{}", "\"VITAL_SIGNS\""})
    void anUnknownKindIsRefused(String kind) {
        assertThat(violations(object(ID, PATIENT, AT, "\"kind\": " + kind, "\"heartRate\": 88")))
                .extracting(Violation::field)
                .containsExactly("kind");
    }

    @Test
    void controlRecordsAreNotForSenders() {
        assertThat(violations(object(ID, PATIENT, AT, "\"kind\": \"episode-admitted\"")))
                .extracting(Violation::field)
                .contains("kind");
    }

    @Test
    void aRetractionThatNamesItselfIsKeptLikeAnyThatNamesARetraction() {
        var read = Samples.read(object(
                ID, PATIENT, AT, "\"kind\": \"retraction\"", "\"observationId\": \"o-1\"", "\"reason\": \"typo\""));

        assertThat(read).isInstanceOf(ReadResult.Valid.class);
    }

    @Test
    void aRefusalHasNoIdWhenTheIdIsNone() {
        assertThat(((ReadResult.Invalid) Samples.read(object("\"id\": \"\""))).id())
                .isEqualTo(Optional.empty());
    }
}
