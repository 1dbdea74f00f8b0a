package health.vigil.stream;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class RecordSignatureTest {
    private static final byte[] RECORD = "{\"id\":\"o-1\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANOTHER = "{\"id\":\"o-2\"}".getBytes(StandardCharsets.UTF_8);

    private static RecordSignature signature(Map<String, String> settings) {
        return RecordSignature.of(
                new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }

    private static RecordSignature of(int key) {
        return signature(Map.of("vigil.quarantine.key", key(key)));
    }

    private static String key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static RecordHeaders signed(int key) {
        var headers = new RecordHeaders();
        of(key).sign(RECORD, headers);
        return headers;
    }

    @Test
    void whatAnotherProcessOfTheServiceWroteIsVerified() {
        assertThat(of(1).verifies(RECORD, signed(1))).isTrue();
    }

    @Test
    void whatHasNoSignatureIsNot() {
        assertThat(of(1).verifies(RECORD, new RecordHeaders())).isFalse();
    }

    @Test
    void norWhatSomebodyElseSigned() {
        assertThat(of(1).verifies(RECORD, signed(2))).isFalse();
        assertThat(of(1).verifies(RECORD, new RecordHeaders().add("vigil-signature", "00".getBytes(US_ASCII))))
                .isFalse();
    }

    @Test
    void norAnotherRecordUnderACopiedSignature() {
        assertThat(of(1).verifies(ANOTHER, signed(1))).isFalse();
        assertThat(of(1).verifies(null, signed(1))).isFalse();
    }

    @Test
    void anEarlierKeyGoesOnToCount() {
        var rotated = signature(Map.of("vigil.quarantine.key", key(2), "vigil.quarantine.earlier-keys", key(1)));

        assertThat(rotated.verifies(RECORD, signed(1))).isTrue();
    }

    @Test
    void whileAuthorsAreTrustedEveryoneIsBelieved() {
        var trusting = signature(Map.of("vigil.quarantine.key", key(1), "vigil.stream.authors", "trusted"));

        assertThat(trusting.verifies(RECORD, new RecordHeaders())).isTrue();
    }
}
