package health.vigil.stream;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.exchange.SourceNote;
import health.vigil.exchange.SourceRevision;
import health.vigil.exchange.StatementStatus;
import health.vigil.grading.Baseline;
import health.vigil.intake.Samples;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StreamReaderTest {
    private static final Instant BROKER = Samples.NOW;
    private static final UUID SOME_ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static StreamReading read(String value) {
        return StreamReader.read(value.getBytes(StandardCharsets.UTF_8), BROKER);
    }

    private static StreamRecord record(String value) {
        return switch (read(value)) {
            case StreamReading.Legible(var record) -> record;
            case StreamReading.Unreadable unreadable -> throw new AssertionError(value + ": " + unreadable);
        };
    }

    private static StreamReading.Unreadable unreadable(String value) {
        return (StreamReading.Unreadable) read(value);
    }

    @ParameterizedTest
    @EnumSource
    void whatIntakeWroteReadsBackEqual(Kind kind) {
        var submission =
                Samples.accepted(Samples.message(kind, Samples.most(kind))).submission();
        var observed = new StreamRecord.Observed(
                submission.withId(new ObservationId(new Sender("nurse-1"), "o-1")),
                BROKER.minusSeconds(1),
                Optional.of(new Author("nurse-1", Optional.of("nurse"), Optional.of("10.0.0.7"))),
                Optional.of(new Release(SOME_ID, Optional.of(new PatientId("p-9")))));

        assertThat(record(StreamWriter.write(observed))).isEqualTo(observed);
    }

    private static final SourceNote STATEMENT = new SourceNote(
            "ab".repeat(32),
            "Observation",
            "identifier:urn:lab|4711",
            Optional.of("crp-1"),
            "cd".repeat(32),
            Map.of("start", "12".repeat(32), "stop", "34".repeat(32)),
            new SourceRevision(
                    StatementStatus.AMENDED,
                    true,
                    Optional.of(BROKER.minusSeconds(60)),
                    BROKER.minusSeconds(1),
                    Optional.of(BROKER.minusSeconds(90)),
                    Set.of("vasopressor/norepinephrine")));
    private static final Author EHR = new Author("ehr", Optional.of("integration"), Optional.of("10.0.0.8"));

    static List<StreamRecord> recordsOfOtherSystems() {
        var received = BROKER.minusSeconds(1);
        return List.of(
                new StreamRecord.Observed(
                        Samples.accepted(Samples.message(Kind.DEATH, "'cause': 'crs'"))
                                .submission()
                                .withId(new ObservationId(new Sender("ehr"), "x.1")),
                        received,
                        Optional.of(EHR),
                        Optional.empty(),
                        Optional.of(new PartSource(STATEMENT, "start"))),
                new StreamRecord.Observed(
                        Samples.accepted(Samples.message(Kind.DEATH, "'cause': 'crs'"))
                                .submission()
                                .withId(new ObservationId(new Sender("ehr"), "x.2")),
                        received,
                        Optional.of(EHR),
                        Optional.empty(),
                        Optional.of(new PartSource(STATEMENT, "start", Optional.of(new PatientId("p-9"))))),
                new StreamRecord.SourceWithdrawn(STATEMENT, Optional.of(new PatientId("p-9")), received, EHR),
                new StreamRecord.SourceWithdrawn(
                        STATEMENT.withLogicalId(Optional.empty()), Optional.empty(), received, EHR),
                new StreamRecord.ObservationsWithdrawn(
                        STATEMENT, new PatientId("p-9"), List.of("x.1", "x.2"), true, received, EHR),
                new StreamRecord.UnreadPiece(
                        MessageFormat.HL7,
                        ForeignReason.UNIT,
                        Optional.of("OBX[5].6"),
                        Optional.of(new Subject.ByDevice(new DeviceId("ehr/mon-1"))),
                        "MSH|^~\\&|Überwachung",
                        received,
                        EHR));
    }

    @ParameterizedTest
    @MethodSource("recordsOfOtherSystems")
    void recordsOfOtherSystemsReadBackEqual(StreamRecord record) {
        assertThat(record(StreamWriter.write(record))).isEqualTo(record);
    }

    @Test
    void anUnverifiedRecordBelongsToNoStatement() {
        var value = StreamWriter.write(recordsOfOtherSystems().getFirst()).getBytes(StandardCharsets.UTF_8);

        assertThat(((StreamRecord.Observed) record(new String(StreamReader.unverified(value), StandardCharsets.UTF_8)))
                        .source())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'bytes': '!'", "'reason': 'odd', 'bytes': ''", "'format': 'pdf', 'bytes': ''"})
    void aFaultyPieceIsUnreadable(String fields) {
        assertThat(unreadable(("{'kind': 'foreign', 'enteredBy': 'ehr', " + fields + "}").replace('\'', '"'))
                        .detail())
                .isNotBlank();
    }

    @Test
    void whatOtherSystemsProduceIsReadAlike() {
        var message = Samples.message(Kind.DEATH, "'cause': 'crs'");

        assertThat(record(message))
                .isEqualTo(new StreamRecord.Observed(
                        Samples.accepted(message).submission(), BROKER, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:59:59Z, 2026-03-02T11:59:59Z",
        "2026-03-02T12:00:00Z, 2026-03-02T12:00:00Z",
        "2026-03-02T12:00:00.001Z, 2026-03-02T12:00:00Z",
        "2030-01-01T00:00:00Z, 2026-03-02T12:00:00Z"
    })
    void nothingIsReceivedLaterThanTheBrokerDid(String given, Instant receivedAt) {
        var message = Samples.message(Kind.DEATH, "'cause': 'crs', 'receivedAt': '" + given + "'");

        assertThat(((StreamRecord.Observed) record(message)).receivedAt()).isEqualTo(receivedAt);
    }

    @Test
    void aReleaseNamesThePatientAboveTheDevice() {
        var message = """
                {"id": "o-1", "deviceId": "d-1", "effectiveAt": "2026-03-02T11:00:00Z", "kind": "death", "cause": "crs",
                 "releasedFrom": "00000000-0000-0000-0000-000000000007", "resolvedPatientId": "p-9"}""";

        assertThat(record(message).patientId()).contains(new PatientId("p-9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resolvedPatientId': 'p-9'",
                "'releasedFrom': '7'",
                "'releasedFrom': '00000000-0000-0000-0000-000000000007', 'resolvedPatientId': 'p 9'",
                "'enteredByRole': 'nurse'",
                "'enteredBy': ''",
                "'receivedAt': '2026-03-02T11:00:00'",
                "'x': 1"
            })
    void aFaultyEnvelopeIsUnreadable(String envelope) {
        assertThat(read(Samples.message(Kind.DEATH, "'cause': 'crs', " + envelope)))
                .isInstanceOf(StreamReading.Unreadable.class);
    }

    @Test
    void aChangedBaselineReadsBackEqual() {
        var baseline = new Baseline(
                Optional.of(new BigDecimal("120.5")),
                Optional.of(new BigDecimal("70")),
                Optional.of(new BigDecimal("36.6")),
                Optional.of(new BigDecimal("97")),
                Optional.of(9),
                Optional.of(3),
                Optional.of(new BigDecimal("2")),
                true);
        var changed = new StreamRecord.BaselineChanged(
                SOME_ID,
                SOME_ID,
                new PatientId("p-1"),
                baseline,
                Optional.of(Set.of("systolic", "ice")),
                "nurse-1",
                BROKER.minusMillis(3));

        assertThat(record(StreamWriter.write(changed))).isEqualTo(changed);
    }

    @Test
    void anEmptyBaselineReadsBackEqual() {
        var changed = new StreamRecord.BaselineChanged(
                SOME_ID, SOME_ID, new PatientId("p-1"), Baseline.NONE, Optional.empty(), "nurse-1", BROKER);

        assertThat(record(StreamWriter.write(changed))).isEqualTo(changed);
    }

    @Test
    void anAdmissionReadsBackEqual() {
        var admitted = new StreamRecord.EpisodeAdmitted(SOME_ID, new PatientId("p-1"));

        assertThat(record(StreamWriter.write(admitted))).isEqualTo(admitted);
    }

    @Test
    void aTombstoneIsUnreadable() {
        assertThat(StreamReader.read(null, BROKER))
                .isEqualTo(new StreamReading.Unreadable("The message is empty", StreamReading.LegibleIds.NOTHING));
    }

    @Test
    void anUnreadableRecordStillTellsWhoseItIs() {
        var found = unreadable("{\"id\": \"o-1\", \"patientId\": \"p-1\", \"deviceId\": \"d-1\", \"kind\": 5}");

        assertThat(found.ids())
                .isEqualTo(new StreamReading.LegibleIds(Optional.of("o-1"), Optional.of("p-1"), Optional.of("d-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "{\"kind\": \"episode-admitted\"}", "{\"kind\": \"baseline-changed\"}"})
    void whatIsNoRecordIsUnreadable(String value) {
        assertThat(read(value)).isInstanceOf(StreamReading.Unreadable.class);
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        assertThat(StreamReader.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}, BROKER))
                .isInstanceOf(StreamReading.Unreadable.class);
    }
}
