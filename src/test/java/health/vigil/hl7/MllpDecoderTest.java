package health.vigil.hl7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Frames of MLLP, byte by byte. In the texts `<` begins a frame, `>` ends it, `;` is the carriage return.
class MllpDecoderTest {
    private static byte[] bytes(String text) {
        return text.replace('<', (char) 0x0B)
                .replace('>', (char) 0x1C)
                .replace(';', '\r')
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String line(MllpEvent event) {
        return switch (event) {
            case MllpEvent.Received(var frame) ->
                (frame.whole() ? "" : "too large: ") + new String(frame.bytes(), StandardCharsets.ISO_8859_1);
            case MllpEvent.Interrupted _ -> "interrupted";
            case MllpEvent.Broken _ -> "broken";
        };
    }

    private static String lines(List<MllpEvent> events) {
        return events.stream().map(MllpDecoderTest::line).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "<a>;, a",
        "<a>;<b>;, a b",
        "<a><b>;, a b",
        ";;<a>;;;<b>;;, a b",
        "noise<a>;, a",
        "<a>;noise, a",
        "<a>, ''",
        "<a, ''",
        "<a<b>;, interrupted b",
        "<a>x;, broken",
        "<a>x;<b>;, broken",
        "<>;, ''"
    })
    void framesAreCut(String sent, String received) {
        assertThat(lines(new MllpDecoder(100).decode(bytes(sent)))).isEqualTo(received);
    }

    @Test
    void aFrameWithoutItsLastByteIsCompleteWhenTheSenderRests() {
        var decoder = new MllpDecoder(100);
        decoder.decode(bytes("<a>"));

        assertThat(decoder.insideFrame()).isTrue();
        assertThat(decoder.atRest())
                .hasValueSatisfying(frame -> assertThat(frame.bytes()).isEqualTo(bytes("a")));
        assertThat(decoder.insideFrame()).isFalse();
        assertThat(decoder.atRest()).isEmpty();
        assertThat(lines(decoder.decode(bytes(";<b>;")))).isEqualTo("b");
    }

    @Test
    void aFrameThatIsTooLargeIsReadToItsEndAndTheLast() {
        var decoder = new MllpDecoder(3);

        assertThat(lines(decoder.decode(bytes("<abc>;")))).isEqualTo("abc");
        assertThat(lines(decoder.decode(bytes("<abcdefg")))).isEmpty();
        assertThat(decoder.insideFrame()).isTrue();
        assertThat(lines(decoder.decode(bytes("h>;<a>;")))).isEqualTo("too large: abcd");
        assertThat(decoder.insideFrame()).isFalse();
        assertThat(decoder.decode(bytes("<a>;"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<abcd>", "<abcd", "<abcd<ef"})
    void theBeginningOfAFrameThatIsTooLargeIsKnownBeforeItsEnd(String sent) {
        var decoder = new MllpDecoder(3);
        decoder.decode(bytes(sent));

        assertThat(decoder.unfinishedTooLarge())
                .hasValueSatisfying(frame -> assertThat(frame.whole()).isFalse());
        assertThat(decoder.decode(bytes(";<a>;"))).isEmpty();
        assertThat(new MllpDecoder(3).unfinishedTooLarge()).isEmpty();
    }

    @Test
    void ofAFrameThatIsTooLargeOnlyTheBeginningIsKept() {
        var decoder = new MllpDecoder(10_000);
        decoder.decode(bytes("<" + "x".repeat(20_000)));

        assertThat(decoder.held()).isEqualTo(4096);
    }

    @Test
    void moreThanAKilobyteOfNoiseClosesTheConnection() {
        assertThat(new MllpDecoder(100).decode(bytes("x".repeat(1024) + "<a>;")))
                .hasSize(1);
        assertThat(lines(new MllpDecoder(100).decode(bytes("x".repeat(1025) + "<a>;"))))
                .isEqualTo("broken");
        assertThat(new MllpDecoder(100).decode(bytes(";".repeat(5000)))).isEmpty();
    }

    @Test
    void theCutsOfTheNetworkChangeNothing() {
        var random = new Random(7);
        var stream = bytes("<a|b;c>;<d><e>;;<f>;");
        for (int round = 0; round < 500; round++) {
            var decoder = new MllpDecoder(100);
            var events = new ArrayList<MllpEvent>();
            for (int from = 0; from < stream.length; ) {
                int to = Math.min(stream.length, from + 1 + random.nextInt(4));
                events.addAll(decoder.decode(Arrays.copyOfRange(stream, from, to)));
                from = to;
            }
            assertThat(lines(events)).isEqualTo("a|b\rc d e f");
        }
    }

    @Test
    void anAnswerIsFramed() {
        assertThat(MllpDecoder.framed(bytes("a"))).isEqualTo(bytes("<a>;"));
    }
}
