package health.vigil.exchange;

import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.json.JsonText;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The identity of statements and their revisions.
class StatementTest {
    private static final Sender SENDER = new Sender("ehr");
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final SourceKey KEY = new SourceKey(SENDER, "Observation", BusinessId.identifier("urn:lab", "4711"));

    private static Part part(String temperature) {
        return new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                .put("temperature", new BigDecimal(temperature), "Observation.value")
                .at(new Subject.ByPatient(new PatientId("p-1")), AT);
    }

    private static Statement statement(StatementStatus status, Optional<Instant> issued, String temperature) {
        return new Statement(
                KEY,
                status,
                issued,
                false,
                Optional.of(new Subject.ByPatient(new PatientId("p-1"))),
                Optional.empty(),
                Optional.of(AT),
                new Fate.Taken(List.of(part(temperature)), List.of()));
    }

    private static RevisionMark received(int second) {
        return new RevisionMark.ReceivedAt(AT.plusSeconds(second));
    }

    @Test
    void aResendHasTheSameToken() {
        var issued = Optional.of(AT);

        assertThat(statement(StatementStatus.FINAL, issued, "38.0")
                        .revision(received(1))
                        .token())
                .isEqualTo(statement(StatementStatus.FINAL, issued, "38.00")
                        .revision(received(2))
                        .token());
        assertThat(statement(StatementStatus.FINAL, Optional.empty(), "38")
                        .revision(new RevisionMark.First())
                        .token())
                .isEqualTo(statement(StatementStatus.FINAL, Optional.empty(), "38")
                        .revision(new RevisionMark.First())
                        .token());
    }

    @Test
    void aCorrectionBackToTheFirstContentIsAThirdRevision() {
        var issued = List.of(
                statement(StatementStatus.FINAL, Optional.of(AT), "38")
                        .revision(received(0))
                        .token(),
                statement(StatementStatus.AMENDED, Optional.of(AT.plusSeconds(1)), "39")
                        .revision(received(1))
                        .token(),
                statement(StatementStatus.AMENDED, Optional.of(AT.plusSeconds(2)), "38")
                        .revision(received(2))
                        .token());
        var byArrival = List.of(
                statement(StatementStatus.FINAL, Optional.empty(), "38")
                        .revision(new RevisionMark.First())
                        .token(),
                statement(StatementStatus.FINAL, Optional.empty(), "39")
                        .revision(new RevisionMark.OfVersion(1))
                        .token(),
                statement(StatementStatus.FINAL, Optional.empty(), "38")
                        .revision(new RevisionMark.OfVersion(2))
                        .token());

        assertThat(issued).doesNotHaveDuplicates();
        assertThat(byArrival).doesNotHaveDuplicates();
    }

    @Test
    void aDeviceNeverRevises() {
        var first = new Statement(
                KEY,
                StatementStatus.FINAL,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(AT),
                new Fate.Taken(List.of(part("38")), List.of()));

        assertThat(first.revision(received(1)).token())
                .isEqualTo(first.revision(received(2)).token());
    }

    @Test
    void anObservationIdFollowsFromKeyPartAndToken() {
        var statement = statement(StatementStatus.FINAL, Optional.of(AT), "38");
        var token = statement.revision(new RevisionMark.First()).token();

        var id = token.observationId(KEY, "vital-signs");

        assertThat(id).matches("x\\.[a-z2-7]{32}").isEqualTo(token.observationId(KEY, "vital-signs"));
        assertThat(token.observationId(KEY, "oxygen")).isNotEqualTo(id);
        assertThat(statement.submissions(token).getFirst().path("id").asText()).isEqualTo(id);
    }

    @Test
    void theIdIsTheStandardsBase32() {
        var id = new SourceToken("00").observationId(KEY, "p");
        var hash = Digests.of(KEY.hex(), "p", "00");

        var bits = new StringBuilder();
        for (var octet : hash) {
            bits.append(
                    String.format("%8s", Integer.toBinaryString(octet & 0xff)).replace(' ', '0'));
        }
        var expected = new StringBuilder("x.");
        for (int letter = 0; letter < 32; letter++) {
            var value = Integer.parseInt(bits.substring(letter * 5, letter * 5 + 5), 2);
            expected.append("abcdefghijklmnopqrstuvwxyz234567".charAt(value));
        }
        assertThat(id).isEqualTo(expected.toString());
    }

    @Test
    void keysDifferInEveryPart() {
        var keys = List.of(
                KEY,
                new SourceKey(new Sender("lab"), "Observation", KEY.businessId()),
                new SourceKey(SENDER, "Procedure", KEY.businessId()),
                new SourceKey(SENDER, "Observation", BusinessId.identifier("urn:lab4", "711")),
                new SourceKey(SENDER, "Observation", BusinessId.logical("urn:lab|4711")),
                new SourceKey(SENDER, "Observation", BusinessId.content("{}")),
                new SourceKey(SENDER, "Observation", BusinessId.place("a", "bc")),
                new SourceKey(SENDER, "Observation", BusinessId.place("ab", "c")));

        assertThat(keys.stream().map(SourceKey::hex)).doesNotHaveDuplicates();
        assertThat(KEY.fhirId()).matches("k[0-9a-f]{40}");
    }

    @Test
    void randomKeysNeverCollideAndAlwaysRepeat() {
        var random = new Random(1);
        var seen = new HashSet<String>();
        for (int round = 0; round < 2000; round++) {
            var first = new byte[8];
            random.nextBytes(first);
            var text = new String(first, StandardCharsets.ISO_8859_1);
            var key = new SourceKey(SENDER, "ORU", BusinessId.place(text, Integer.toString(round)));

            assertThat(seen.add(key.hex())).isTrue();
            assertThat(new SourceKey(SENDER, "ORU", BusinessId.place(text, Integer.toString(round))).hex())
                    .isEqualTo(key.hex());
        }
    }

    @Test
    void thePartIsWhatTheReaderAccepts() {
        var read = part("38.4").read("x.1", SENDER, AT);

        assertThat(read).isInstanceOf(ReadResult.Valid.class);
        assertThat(JsonText.of(part("38.40").submission("x.1")))
                .isEqualTo("{\"id\":\"x.1\",\"patientId\":\"p-1\",\"effectiveAt\":\"2026-03-02T10:00:00Z\","
                        + "\"kind\":\"vital-signs\",\"temperature\":38.40}");
    }

    @Test
    void equalContentInOtherUnitsHasOneHash() {
        var fahrenheit = new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                .put("temperature", new BigDecimal("100.4"), Optional.of("[degF]"), "OBX[1].5")
                .at(new Subject.ByPatient(new PatientId("p-1")), AT);

        assertThat(fahrenheit.hash()).isEqualTo(part("38.0").hash());
        assertThat(part("38.1").hash()).isNotEqualTo(part("38.0").hash());
    }

    @Test
    void aPartThatTheReaderRefusesHasAHash() {
        var unit = new PartDraft("vital-signs", Kind.VITAL_SIGNS)
                .put("temperature", new BigDecimal("38"), Optional.of("kg"), "OBX[1].5")
                .at(new Subject.ByPatient(new PatientId("p-1")), AT);

        assertThat(unit.hash()).hasSize(64);
    }

    @Test
    void onlyATakenStatementHasParts() {
        var statement = statement(StatementStatus.FINAL, Optional.empty(), "38");

        assertThat(statement.partHashes())
                .isEqualTo(Map.of("vital-signs", part("38").hash()));
        assertThat(statement.with(new Fate.Ignored(IgnoredReason.NOT_WATCHED)).parts())
                .isEmpty();
    }
}
