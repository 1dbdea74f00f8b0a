package health.vigil.ingest.hl7;

import health.vigil.exchange.IgnoredReason;
import health.vigil.ingest.exchange.ExchangeReceipt;
import health.vigil.ingest.exchange.StatementOutcome;
import health.vigil.ingest.exchange.StayOutcome;
import health.vigil.store.DatabaseFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a message gets: an answer only if everything is kept.
class Hl7IntakeTest {
    private static final String HEADER = "MSH|^~\\&|LAB|H|||20260302100400+0000||ORU^R01|17|P|2.5\r";
    private static final String CRP =
            "PID|1||p-1^^^HOSP^MR\rOBR|1|o-1|f-9|X|||20260302100000\rOBX|1|NM|1988-5^CRP^LN||120|mg/L\r";
    private static final String ADMITTED = "PID|1||p-1^^^HOSP^MR\rPV1|1|I|HEM^2^12\r";

    private final RecordedSink sink = new RecordedSink();
    private final List<String> refusals = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Hl7Intake intake = new Hl7Intake(
            sink,
            (user, address, reason) ->
                    refusals.add(user.map(known -> known.username()).orElse("-") + " " + address + " " + reason),
            new Hl7Metrics(registry));
    private MllpPeer peer = peer(Hl7Configuration.laboratory());

    private static MllpPeer peer(Hl7Senders senders) {
        return new MllpPeer(senders, "10.20.0.7");
    }

    private static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String answer(String message) {
        return text(intake.reply(peer, bytes(message)));
    }

    /// The answer without its frame; what was meant if there is none.
    private static String text(MllpReply reply) {
        return switch (reply) {
            case MllpReply.AckFrame(var text, var close) ->
                text.toString(StandardCharsets.ISO_8859_1).substring(1, text.length() - 2) + (close ? "closed" : "");
            case MllpReply.NoAnswerWanted _ -> "none wanted";
            case MllpReply.Unanswered _ -> "unanswered";
        };
    }

    @AfterEach
    void allRoomIsGivenBack() {
        assertThat(sink.open).isZero();
    }

    @Test
    void whatIsKeptIsAcknowledged() {
        assertThat(answer(HEADER + CRP)).endsWith("\rMSA|AA|17\r");
        assertThat(sink.statements).hasSize(1);
        assertThat(sink.arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.user().username()).isEqualTo("lab");
            assertThat(arrival.address()).isEqualTo("10.20.0.7");
        });
    }

    @Test
    void whatAPersonMustJudgeIsAWarning() {
        assertThat(answer(HEADER + CRP.replace("mg/L", "furlong")))
                .contains("MSA|AA|17\r")
                .contains("ERR||OBX^1^6|103^Table value not found^HL70357|W|");
    }

    static Stream<Arguments> faultsOfOurs() {
        return Stream.of(
                Arguments.of(new ExchangeReceipt.Unacknowledged()),
                Arguments.of(new ExchangeReceipt.DatabaseUnreachable()),
                Arguments.of(new ExchangeReceipt.SenderOverBudget(Duration.ofMillis(1))));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOurs")
    void aFaultOfOursGetsNoAnswer(ExchangeReceipt receipt) {
        sink.receipt = _ -> receipt;

        assertThat(answer(HEADER + CRP)).isEqualTo("unanswered");
        assertThat(registry.counter("vigil.hl7.unanswered", "sender", "lab").count())
                .isOne();
    }

    @Test
    void withoutRoomInMemoryThereIsNoAnswer() {
        sink.full = true;

        assertThat(answer(HEADER + CRP)).isEqualTo("unanswered");
        assertThat(sink.statements).isEmpty();
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        new StatementOutcome.IgnoredStatement(IgnoredReason.NOT_WATCHED), "MSA|AA|17|not watched\r"),
                Arguments.of(new StatementOutcome.IgnoredStatement(IgnoredReason.UNKNOWN_CODE), "MSA|AA|17\r"),
                Arguments.of(new StatementOutcome.HiddenPatient(), "MSA|AE|17\rERR|||204^"),
                Arguments.of(new StatementOutcome.ForbiddenStatement("x"), "MSA|AE|17\rERR|||204^"),
                Arguments.of(new StatementOutcome.ConflictingStatement(), "MSA|AE|17\rERR|||205^"),
                Arguments.of(new StatementOutcome.InvalidStatement(List.of()), "MSA|AE|17\rERR|||102^"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theAnswerSaysWhatWasNotKept(StatementOutcome outcome, String answer) {
        sink.receipt = RecordedSink.each(outcome);

        assertThat(answer(HEADER + CRP)).contains(answer);
    }

    @Test
    void aRefusedMessageIsCounted() {
        answer(HEADER.replace("|P|", "|T|") + CRP);
        answer(HEADER + CRP);

        assertThat(sink.refused).containsExactly("lab");
        assertThat(sink.heard).containsExactly("lab");
    }

    @Test
    void anotherWardIsInTheAuditTrail() {
        sink.receipt = RecordedSink.each(new StatementOutcome.HiddenPatient());

        answer(HEADER + CRP);

        assertThat(refusals).containsExactly("lab 10.20.0.7 The patient is in no ward of this sender");
    }

    @Test
    void aMessageWithoutAHeaderClosesTheConnection() {
        assertThat(answer("PID|1")).isEqualTo("unanswered");
        assertThat(answer("MSH|^^^^|LAB|H|||1||ORU^R01|17|P|2.5\r")).isEqualTo("unanswered");
    }

    @Test
    void anotherSenderIsRefusedAndClosed() {
        peer = peer(Hl7Configuration.local(Map.of(
                "senders.lab.addresses", "127.0.0.1",
                "senders.lab.patient-authority", "HOSP",
                "senders.lab.application", "LIS")));

        assertThat(answer(HEADER + CRP)).contains("MSA|AR|17\rERR|||207^").endsWith("closed");
        assertThat(refusals).hasSize(1);
        assertThat(registry.counter("vigil.hl7.refused", "sender", "lab", "code", "207")
                        .count())
                .isOne();
    }

    @Test
    void sendersOfOneConnectionAreToldApartByTheirMessages() {
        peer = peer(Hl7Configuration.local(Map.of(
                "senders.any.addresses", "127.0.0.1",
                "senders.any.patient-authority", "HOSP",
                "senders.lab.addresses", "127.0.0.1",
                "senders.lab.patient-authority", "HOSP",
                "senders.lab.application", "LAB")));

        answer(HEADER + CRP);
        answer((HEADER + CRP).replace("|LAB|", "|OTHER|"));

        assertThat(sink.arrivals)
                .extracting(arrival -> arrival.user().username())
                .containsExactly("lab", "any");
    }

    @Test
    void aTestMessageIsRefused() {
        assertThat(answer((HEADER + CRP).replace("|P|2.5", "|T|2.5"))).contains("MSA|AR|17\rERR|||202^");
        assertThat(sink.statements).isEmpty();
    }

    @Test
    void whoWantsNoAnswerGetsNone() {
        assertThat(answer((HEADER + CRP).replace("|2.5", "|2.5|||NE|NE"))).isEqualTo("none wanted");
        assertThat(sink.statements).hasSize(1);
    }

    @Test
    void anAnswerHasTheCharacterSetOfItsMessage() {
        var answer = answer((HEADER + CRP).replace("|LAB|", "|LAB\u00f6R|").replace("|2.5", "|2.5||||||8859/1"));

        assertThat(answer).contains("|LAB\u00f6R|");
    }

    private void acceptRegistration() {
        peer = peer(Hl7Configuration.local(Map.of(
                "senders.adt.addresses", "127.0.0.1",
                "senders.adt.patient-authority", "HOSP",
                "senders.adt.accepts", "ADT")));
    }

    @Test
    void anEventOfRegistrationIsAcknowledgedOnceItIsStored() {
        acceptRegistration();

        assertThat(answer(HEADER.replace("ORU^R01", "ADT^A01") + ADMITTED)).contains("MSA|AA|17\r");
        assertThat(sink.stays).hasSize(1);
    }

    @Test
    void anEventOfAnotherWardIsRefusedAndInTheAuditTrail() {
        acceptRegistration();
        sink.ofStays = StayOutcome.HIDDEN_PATIENT;

        assertThat(answer(HEADER.replace("ORU^R01", "ADT^A01") + ADMITTED)).contains("MSA|AE|17\rERR|||204^");
        assertThat(refusals).containsExactly("adt 10.20.0.7 The patient is in no ward of this sender");
    }

    @Test
    void anEventThatConcernsNobodyHereIsAcknowledged() {
        acceptRegistration();
        sink.ofStays = StayOutcome.ELSEWHERE;

        assertThat(answer(HEADER.replace("ORU^R01", "ADT^A01") + ADMITTED)).contains("MSA|AA|17\r");
        assertThat(refusals).isEmpty();
    }

    @Test
    void withoutTheDatabaseAnEventGetsNoAnswer() {
        acceptRegistration();
        sink.beforeStays = () -> {
            throw new DatabaseFailure(new SQLException("away", "08006"));
        };

        assertThat(answer(HEADER.replace("ORU^R01", "ADT^A01") + ADMITTED)).isEqualTo("unanswered");
    }

    @Test
    void anEventThatTheDatabaseRefusesIsNotRepeated() {
        acceptRegistration();
        sink.beforeStays = () -> {
            throw new DatabaseFailure(new SQLException("refused", "22001"));
        };

        assertThat(answer(HEADER.replace("ORU^R01", "ADT^A01") + ADMITTED)).contains("MSA|AE|17\rERR|||207^");
    }

    @Test
    void aBatchHasOneAnswerForEachMessage() {
        var second = (HEADER + CRP).replace("|17|", "|18|");

        assertThat(answer("BHS|^~\\&\r" + HEADER + CRP + second + "BTS|2\r"))
                .startsWith("BHS|")
                .contains("MSA|AA|17\r", "MSA|AA|18\r")
                .doesNotContain("ERR|")
                .endsWith("BTS|2\r");
        assertThat(answer("BHS|^~\\&\r" + HEADER + CRP + second + "BTS|3\r")).contains("ERR||BTS^1^1|102^");
    }

    @Test
    void aBatchOfWhichOneMessageIsNotKeptIsRepeated() {
        var calls = new ArrayList<Integer>();
        sink.receipt = sent -> {
            calls.add(sent.size());
            return calls.size() == 2 ? new ExchangeReceipt.Unacknowledged() : RecordedSink.decided(sent);
        };

        assertThat(answer("BHS|^~\\&\r" + HEADER + CRP + HEADER + CRP + HEADER + CRP + "BTS|3\r"))
                .isEqualTo("unanswered");
        assertThat(calls).hasSize(2);
    }

    @Test
    void aMessageOfABatchWithoutAHeaderIsRefusedAlone() {
        assertThat(answer("BHS|^~\\&\r" + HEADER + CRP + "MSH|^^^^|LAB|H\r" + CRP
                        + (HEADER + CRP).replace("|17|", "|18|") + "BTS|3\r"))
                .contains("MSA|AA|17\r", "MSA|AR|\rERR|||100^", "MSA|AA|18\r")
                .endsWith("BTS|3\r");
        assertThat(sink.statements).hasSize(2);
    }

    @Test
    void aBatchOfTooManyMessagesIsRefusedAndClosed() {
        assertThat(answer("BHS|^~\\&\r" + HEADER.repeat(1001)))
                .contains("MSA|AR|17\rERR|||207^")
                .endsWith("BTS|1\rclosed");
        assertThat(sink.arrivals).isEmpty();
        assertThat(registry.counter("vigil.hl7.refused", "sender", "lab", "code", "207")
                        .count())
                .isOne();
    }

    /// Each message has its answer, also those after one that closes the connection.
    @Test
    void aBatchIsClosedAfterAllItsAnswers() {
        peer = peer(Hl7Configuration.local(Map.of(
                "senders.lab.addresses", "127.0.0.1",
                "senders.lab.patient-authority", "HOSP",
                "senders.lab.application", "LAB")));
        var other = HEADER.replace("|LAB|", "|OTHER|").replace("|17|", "|16|");

        assertThat(answer("BHS|^~\\&\r" + other + CRP + HEADER + CRP + "BTS|2\r"))
                .contains("MSA|AR|16\r", "MSA|AA|17\r")
                .endsWith("BTS|2\rclosed");
    }

    @Test
    void aFrameThatIsTooLargeIsRefusedByItsFirstLine() {
        assertThat(text(intake.tooLarge(peer, bytes(HEADER + "PID|1||p-"))))
                .contains("MSA|AR|17\rERR|||207^")
                .endsWith("closed");
        assertThat(text(intake.tooLarge(peer, bytes("BHS|^~\\&\r" + HEADER + "PID|1||p-"))))
                .contains("MSA|AR|17\rERR|||207^")
                .endsWith("BTS|1\rclosed");
        assertThat(text(intake.tooLarge(peer, bytes("xxx")))).isEqualTo("unanswered");
    }

    @Test
    void tenThousandSegmentsAreRefused() {
        assertThat(answer(HEADER + CRP + "OBX|2|NM|1988-5^CRP^LN||120|mg/L\r".repeat(10_000)))
                .contains("MSA|AR|17\rERR|||207^")
                .endsWith("closed");
        assertThat(sink.statements).isEmpty();
    }
}
