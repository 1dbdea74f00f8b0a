package health.vigil.intake;

import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.StrictJson;
import health.vigil.observation.Kind;
import health.vigil.observation.Sender;
import health.vigil.stream.StreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;

/// Parsing any input returns a value. `-Dvigil.seed=...` repeats a failure.
class FuzzTest {
    private static final int ROUNDS = 20_000;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "true",
            "-0",
            "0e999999999",
            "1e2147483648",
            "1e-99999999999",
            "-1E400",
            "9".repeat(500),
            "NaN",
            "Infinity",
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
            "{\"value\": 1, \"unit\": \"[degF]\"}",
            "{\"value\": 1e8, \"unit\": \"{\"}",
            "[\"ice\", 5]",
            "1,5",
            "\"2026-99-99T99:99:99Z\"",
            "{\"orientation\": 1e300}");

    private final long seed = Long.getLong("vigil.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void randomBytesAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            read(bytes);
        }
    }

    @Test
    void messagesWithBytesChangedAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = message().getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes);
        }
    }

    @Test
    void messagesWithValuesChangedAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var values = message().split("(?<=: )", -1);
            values[random.nextInt(values.length - 1) + 1] =
                    FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + ", \"x\": ";
            read(String.join("", values).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String message() {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return Samples.message(kind, random.nextBoolean() ? Samples.least(kind) : Samples.most(kind));
    }

    private void read(byte[] bytes) {
        assertThatCode(() -> {
                    StreamReader.read(bytes, Samples.NOW);
                    if (StrictJson.parse(bytes) instanceof StrictJson.Parsed.Value(var node)) {
                        SubmissionReader.read(node, Sender.STREAM, Samples.NOW);
                    }
                })
                .as("seed %d, message %s", seed, new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
    }
}
