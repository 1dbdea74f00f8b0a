package health.vigil.json;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "[1] 2",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 1,}",
                "[1,]",
                "{\"a\": NaN}",
                "{\"a\": -Infinity}",
                "{\"a\": 01}",
                "{\"a\": +1}",
                "{\"a\": .5}",
                "{\"a\": 5.}",
                "{\"a\": 38,4}",
                "{\"a\": 0x10}",
                "{\"a\": 1, \"a\": 1}",
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                "{\"a\": \"line\nbreak\"}",
                "{\"a\": 1} // why",
                "/* x */ {}",
                "\uFEFF{}",
                "{\"a\": \"\\x\"}",
                "nul",
                "{\"a\": 1e99999999999}"
            })
    void whatIsNotOneStrictValueIsRefused(String text) {
        assertThat(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StrictJson.Parsed.Malformed.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThat(StrictJson.parse(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isEqualTo(new StrictJson.Parsed.Malformed("is not UTF-8"));
        assertThat(StrictJson.parse("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(StrictJson.Parsed.Malformed.class);
    }

    @Test
    void aFieldThatStandsTwiceIsSaidSo() {
        assertThat(StrictJson.parse("{\"a\": 1, \"a\": 1}"))
                .isInstanceOfSatisfying(
                        StrictJson.Parsed.Malformed.class,
                        malformed -> assertThat(malformed.fault()).startsWith("holds a field twice"));
    }

    @Test
    void nestingEndsAt16() {
        assertThat(StrictJson.parse("[".repeat(16) + "]".repeat(16))).isInstanceOf(StrictJson.Parsed.Value.class);
        assertThat(StrictJson.parse("[".repeat(17) + "]".repeat(17))).isInstanceOf(StrictJson.Parsed.Malformed.class);
        assertThat(StrictJson.parse("[".repeat(100_000))).isInstanceOf(StrictJson.Parsed.Malformed.class);
    }

    @Test
    void aFaultNeverQuotesTheText() {
        assertThat(StrictJson.parse("{\"name\": Jane}"))
                .isInstanceOfSatisfying(
                        StrictJson.Parsed.Malformed.class,
                        malformed -> assertThat(malformed.fault()).doesNotContain("Jane"));
    }
}
