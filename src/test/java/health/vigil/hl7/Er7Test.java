package health.vigil.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The text of messages: line ends, delimiters, escapes, character sets.
class Er7Test {
    private static final String HEADER = "MSH|^~\\&|A|B|||20260302||ORU^R01|1|P|2.6";

    private static Er7Message parse(String text) {
        return Er7Message.parse(text, StandardCharsets.ISO_8859_1).orElseThrow();
    }

    private static Er7Segment segment(String line) {
        return parse(HEADER + "\r" + line).segments().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r"})
    void segmentsEndWithAnyLineEnd(String end) {
        assertThat(parse(HEADER + end + "PID|1" + end + "OBX|1" + end + "OBX|2").segments())
                .extracting(Er7Segment::name)
                .containsExactly("MSH", "PID", "OBX", "OBX");
    }

    @Test
    void linesThatAreNoSegmentsArePassedOver() {
        assertThat(parse(HEADER + "\robx|1\rOB|1\r\r  OBX|1\rZZ9|x\rOBX").segments())
                .extracting(Er7Segment::name)
                .containsExactly("MSH", "ZZ9", "OBX");
    }

    @Test
    void theHeadersFieldsCountFromItsSeparator() {
        var header = parse(HEADER).header();

        assertThat(header.value(1)).isEqualTo("|");
        assertThat(header.value(3)).isEqualTo("A");
        assertThat(header.value(9, 2)).isEqualTo("R01");
        assertThat(header.value(12)).isEqualTo("2.6");
        assertThat(header.line()).isEqualTo(HEADER);
    }

    @Test
    void theDelimitersAreThoseOfTheMessage() {
        var message = Er7Message.parse(
                        "MSH$%*!?$A$$$$$$ORU%R01$1$P$2.4\rOBX$1$NM$a%b?c%d$$1*2", StandardCharsets.US_ASCII)
                .orElseThrow();
        var obx = message.first("OBX").orElseThrow();

        assertThat(message.trigger()).isEqualTo("R01");
        assertThat(obx.value(3, 2)).isEqualTo("b");
        assertThat(obx.value(3, 2, 2)).isEqualTo("c");
        assertThat(obx.value(3, 3)).isEqualTo("d");
        assertThat(obx.repetitions(5)).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PID|1",
                "MSH",
                "MSH|",
                "MSH|^",
                "MSH|^^^^|A",
                "MSH|^~^&|A",
                "MSH|^~\\&#x|A",
                "MSHA^~\\&A",
                "MSH|^~a&|A"
            })
    void aMessageWithoutDelimitersIsNone(String text) {
        assertThat(Er7Message.parse(text, StandardCharsets.US_ASCII)).isEmpty();
    }

    @Test
    void theSignForTruncationIsNoDelimiterOfOurs() {
        assertThat(Er7Message.parse("MSH|^~\\&#|A|B\rOBX|1|NM|x||1#2", StandardCharsets.US_ASCII)
                        .orElseThrow()
                        .segments()
                        .getLast()
                        .value(5))
                .isEqualTo("1#2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a\\F\\b;a|b
            a\\S\\b;a^b
            a\\T\\b;a&b
            a\\R\\b;a~b
            a\\E\\b;a\\b
            a\\P\\b;a#b
            4\\5 re.;4\\5 re.
            4\\5 re. 6\\7 re.;4\\5 re. 6\\7 re.
            C:\\temp;C:\\temp
            \\;\\
            a\\;a\\
            a\\\\b;a\\\\b
            \\X41\\;A
            \\X4142\\;AB
            \\X00E0\\;à
            \\Xe4\\;ä
            \\X4\\;\\X4\\
            \\Xzz\\;\\Xzz\\
            \\H\\a\\N\\;a
            \\Q\\;\\Q\\
            5 \\S\\ 10;5 ^ 10
            """)
    void escapesAreReadAndOtherSignsStay(String raw, String text) {
        assertThat(segment("OBX|1|ST|x||" + raw).text(5)).isEqualTo(text);
    }

    @Test
    void aLineBreakIsRead() {
        assertThat(segment("OBX|1|ST|x||a\\.br\\b").text(5)).isEqualTo("a\nb");
        assertThat(segment("OBX|1|ST|x||a\\X000d\\b").text(5)).isEqualTo("a\rb");
    }

    @Test
    void hexadecimalBytesAreThoseOfTheCharacterSet() {
        var message = Er7Message.parse(HEADER + "\rOBX|1|ST|x||\\XC3A4\\\\XE4\\", StandardCharsets.UTF_8)
                .orElseThrow();

        assertThat(message.segments().getLast().text(5)).isEqualTo("ää");
    }

    @Test
    void theSignForNullIsNothing() {
        var obx = segment("OBX|1|ST|\"\"||\"\"|a^\"\"^b");

        assertThat(obx.has(3)).isFalse();
        assertThat(obx.value(5)).isEmpty();
        assertThat(obx.value(6, 2)).isEmpty();
        assertThat(obx.value(6, 3)).isEqualTo("b");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var obx = segment("OBX|1");

        assertThat(obx.value(99)).isEmpty();
        assertThat(obx.value(1, 99)).isEmpty();
        assertThat(obx.value(1, 1, 99)).isEmpty();
        assertThat(obx.repetitions(99)).isEmpty();
    }

    @Test
    void anEscapedTextReadsBack() {
        var text = "a|b^c&d~e\\f";

        assertThat(segment("OBX|1|ST|x||" + Er7Escapes.escaped(text)).text(5)).isEqualTo(text);
        assertThat(Er7Escapes.escaped("a\rMSH|")).doesNotContain("\r");
    }

    @ParameterizedTest
    @CsvSource({
        "'', US-ASCII",
        "ASCII, US-ASCII",
        "8859/1, ISO-8859-1",
        "8859/15, ISO-8859-15",
        "ISO 8859-1, ISO-8859-1",
        "UNICODE UTF-8, UTF-8",
        "unicode utf-8, UTF-8",
        "ISO IR87, ISO-2022-JP",
        "~ISO IR87, ISO-2022-JP",
        "ASCII~ISO IR87, US-ASCII",
        "GB 18030-2000, GB18030",
        "UNICODE UTF-16, ''",
        "UNICODE, ''",
        "KOI8-R, ''"
    })
    void theCharacterSetIsSaid(String name, String charset) {
        var bytes = (HEADER + "||||||" + name + "\rPID|1").getBytes(StandardCharsets.US_ASCII);

        var found = Hl7Charset.of(bytes, Optional.empty());

        assertThat(found)
                .isEqualTo(
                        charset.isEmpty()
                                ? new Hl7Charset.FoundCharset.UnknownCharset()
                                : new Hl7Charset.FoundCharset.Known(Charset.forName(charset)));
    }

    @Test
    void aMessageThatNamesNoneHasTheSendersCharacterSet() {
        assertThat(Hl7Charset.of(HEADER.getBytes(StandardCharsets.US_ASCII), Optional.of(StandardCharsets.UTF_8)))
                .isEqualTo(new Hl7Charset.FoundCharset.Known(StandardCharsets.UTF_8));
    }

    @Test
    void manyPartsAreReadInLinearTime() {
        var many = HEADER + "\rPID|1||" + "1~".repeat(100_000) + "\rPID|1||" + "1^".repeat(200_000) + "\r"
                + "OBR|1\rOBX|1\r".repeat(20_000);

        var message = parse(many);

        assertThat(message.all("PID").getFirst().repetitions(3)).hasSize(100_001);
        assertThat(message.all("PID").getLast().value(3, 200_000)).isEqualTo("1");
        assertThat(message.all("OBX")).hasSize(20_000);
    }
}
