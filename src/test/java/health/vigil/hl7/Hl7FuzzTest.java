package health.vigil.hl7;

import health.vigil.exchange.RevisionMark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static health.vigil.hl7.Hl7Messages.LABORATORY;
import static health.vigil.hl7.Hl7Messages.MONITORS;
import static health.vigil.hl7.Hl7Messages.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;

/// Reading any bytes returns a value. `-Dvigil.seed=...` repeats a failure.
class Hl7FuzzTest {
    private static final int ROUNDS = 5_000;
    private static final String SIGNS = "|^~\\&\r\n\"0123456789.-+XFSTRE#<>=";
    private static final String MESSAGE = Hl7Messages.laboratory(
                    "OBX|1|NM|1988-5^CRP^LN||120|mg/L|0-5||||F|||20260302100000+0100||||||20260302100100||r-1",
                    "OBX|2|SN|26881-3^IL-6^LN||>^5000|pg/mL",
                    "OBX|3|NM|8480-6^SBP^LN|1.1|84|mm[Hg]",
                    "OBX|4|NM|3151-8^Flow^LN||2|L/min",
                    "OBX|5|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|88|264864^MDC_DIM_BEAT_PER_MIN^MDC",
                    "OBX|6|ST|2276-4^Ferritin^LN||\\X3132\\|ug/L")
            .replace("PID|1||p-1^^^HOSP^MR", "PID|1||p-1^^^HOSP^MR\rPV1|1|I|HEM^2^12\rMRG|p-2^^^HOSP^MR");

    private final long seed = Long.getLong("vigil.seed", 1);
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
            var bytes = message().getBytes(StandardCharsets.US_ASCII);
            for (int change = random.nextInt(5); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
            }
            read(bytes);
        }
    }

    @Test
    void messagesWithPartsMovedAreReadOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(message());
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(40));
            var part = text.substring(from, to);
            text.delete(from, to).insert(random.nextInt(text.length()), part.repeat(1 + random.nextInt(3)));
            read(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String message() {
        return switch (random.nextInt(3)) {
            case 0 -> MESSAGE.replace("ORU^R01", "ADT^A0" + random.nextInt(9));
            case 1 -> MESSAGE.replace("ORU^R01", "ADT^A40");
            default -> MESSAGE;
        };
    }

    private void read(byte[] bytes) {
        assertThatCode(() -> {
                    new MllpDecoder(1000).decode(bytes);
                    Hl7Batch.read(bytes);
                    for (var sender : List.of(LABORATORY, MONITORS)) {
                        if (new Hl7Reader(sender).read(bytes, NOW)
                                instanceof Hl7Result.OfResults(var _, var statements, var _)) {
                            statements.forEach(statement -> {
                                statement.key().hex();
                                statement.submissions(statement
                                        .revision(new RevisionMark.First())
                                        .token());
                            });
                        }
                    }
                })
                .as("seed %d, message %s", seed, new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotThrowAnyException();
    }
}
