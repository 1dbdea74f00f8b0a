package health.vigil.hl7;

import health.vigil.exchange.SenderSettings.AckMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The answer to a message.
class AckReplyTest {
    private static final AckReply REPLY = new AckReply("VIGIL", "9", Instant.parse("2026-03-02T10:00:00.5Z"));
    private static final List<AckError> ERRORS =
            List.of(new AckError(Optional.of("OBX[5].6"), ErrorCode.TABLE_VALUE, true, "A person must look at a unit"));

    private static Hl7Header header(String line) {
        return Hl7Header.of(Er7Message.parse(line, StandardCharsets.US_ASCII).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ACCEPT, AA",
        "'', '', ERROR, AE",
        "'', '', REJECT, AR",
        "AL, '', ACCEPT, CA",
        "AL, NE, ERROR, CE",
        "AL, NE, REJECT, CR",
        "SU, NE, ACCEPT, CA",
        "ER, NE, ERROR, CE",
        "ER, NE, ACCEPT, ''",
        "NE, AL, ACCEPT, AA",
        "NE, AL, ERROR, AE",
        "AL, AL, ACCEPT, AA",
        "NE, NE, ACCEPT, ''",
        "NE, NE, REJECT, AR",
        "SU, '', ERROR, AE"
    })
    void theSenderSaysWhichAnswerItWants(String accept, String application, AckOutcome outcome, String code) {
        assertThat(AckReply.code(AckMode.AUTO, outcome, accept, application))
                .isEqualTo(Optional.of(code).filter(text -> !text.isEmpty()));
    }

    @Test
    void theSettingsDecideIfTheMessageDoesNot() {
        assertThat(AckReply.code(AckMode.ORIGINAL, AckOutcome.ACCEPT, "AL", "NE"))
                .contains("AA");
        assertThat(AckReply.code(AckMode.ENHANCED, AckOutcome.ACCEPT, "", "")).contains("CA");
    }

    @Test
    void theHeaderIsMirrored() {
        var header = header("MSH|^~\\&|MON|WARD|X|Y|20260302||ORU^R01^ORU_R01|a\\T\\b|T|2.6|||NE|AL||8859/1");

        assertThat(REPLY.to(header, AckMode.AUTO, AckOutcome.ACCEPT, Optional.of("not watched"), ERRORS))
                .contains("MSH|^~\\&|VIGIL||MON|WARD|20260302100000.500+0000||ACK^R01^ACK|9|T|2.6||||||8859/1\r"
                        + "MSA|AA|a\\T\\b|not watched\r"
                        + "ERR||OBX^5^6|103^Table value not found^HL70357|W||||A person must look at a unit\r");
    }

    @ParameterizedTest
    @CsvSource({"2.3, false", "2.4, false", "2.5, true", "2.5.1, true", "2.10, true", "2.9, true", "'', true"})
    void olderVersionsHaveNoErrorSegment(String version, boolean errors) {
        var answer = REPLY.to(
                        header("MSH|^~\\&|MON|WARD|||1||ORU^R01|7|P|" + version),
                        AckMode.AUTO,
                        AckOutcome.ACCEPT,
                        Optional.empty(),
                        ERRORS)
                .orElseThrow();

        assertThat(answer.contains("ERR|")).isEqualTo(errors);
        assertThat(answer.contains("MSA|AA|7|A person must look at a unit")).isEqualTo(!errors);
    }

    @Test
    void nothingOfTheMessageCanAddASegment() {
        var header = header("MSH|^~\\&|A\\.br\\MSA\\F\\AA|B|||1||ORU^R01|\\X0D\\EVIL|P|2.6");

        var answer = REPLY.to(header, AckMode.AUTO, AckOutcome.REJECT, Optional.empty(), List.of())
                .orElseThrow();

        assertThat(answer.lines().filter(line -> line.startsWith("MSA")).toList())
                .containsExactly("MSA|AR|\\X0D\\EVIL");
        assertThat(answer.split("\r")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1^node-3&x", " 7 ", "a\\E\\b", "1~2"})
    void theIdOfTheMessageIsRepeatedAsItWasSent(String id) {
        assertThat(answer("MSH|^~\\&|A|B|||1||ORU|" + id + "|P|2.6")).endsWith("MSA|AA|" + id + "\r");
    }

    @Test
    void anIdWithOtherDelimitersIsEscaped() {
        assertThat(answer("MSH#:*\\&#A#B###1##ORU#1:2|3#P#2.6")).endsWith("MSA|AA|1:2\\F\\3\r");
    }

    private static String answer(String header) {
        return REPLY.to(header(header), AckMode.AUTO, AckOutcome.ACCEPT, Optional.empty(), List.of())
                .orElseThrow();
    }

    @Test
    void aBatchHasOneAnswerForEachMessage() {
        var batch = Hl7Batch.read(
                        "FHS|^~\\&\rBHS|^~\\&\rMSH|1\rOBX|1\rMSH|2\rBTS|2\rFTS|1\r".getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();

        assertThat(batch.messages())
                .extracting(frame -> new String(frame.bytes(), StandardCharsets.US_ASCII))
                .containsExactly("MSH|1\rOBX|1\r", "MSH|2\r");
        assertThat(batch.complete()).isTrue();
        assertThat(Hl7Batch.read("FHS|1\nBHS|1\nMSH|1\nMSH|2\nBTS|2\nBHS|2\nMSH|3\nBTS|1\nFTS|2"
                        .getBytes(StandardCharsets.US_ASCII)))
                .hasValueSatisfying(file -> {
                    assertThat(file.messages()).hasSize(3);
                    assertThat(file.complete()).isTrue();
                });
        assertThat(Hl7Batch.read("BHS|^~\\&\nMSH|1\nBTS|3".getBytes(StandardCharsets.US_ASCII))
                        .orElseThrow()
                        .complete())
                .isFalse();
        assertThat(Hl7Batch.read("MSH|^~\\&".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(Hl7Batch.answer(List.of("MSA|AA|1\r", "MSA|AA|2\r")))
                .isEqualTo("BHS|^~\\&\rMSA|AA|1\rMSA|AA|2\rBTS|2\r");
    }
}
