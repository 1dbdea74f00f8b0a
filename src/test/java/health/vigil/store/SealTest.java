package health.vigil.store;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealTest {
    private static final byte[] RECORD = "{\"temperature\": 39.1}".getBytes(UTF_8);

    @Test
    void whatIsSealedIsNotReadAndComesBackAsItWas() {
        var seal = seal(Map.of("vigil.quarantine.key", key(1)));

        var sealed = seal.close(RECORD);

        assertThat(new String(sealed, UTF_8)).doesNotContain("temperature");
        assertThat(seal.open(sealed)).isEqualTo(RECORD);
        assertThat(seal.close(RECORD)).isNotEqualTo(sealed);
    }

    @Test
    void whatAnEarlierKeySealedIsStillOpened() {
        var sealed = seal(Map.of("vigil.quarantine.key", key(1))).close(RECORD);

        var rotated = seal(Map.of("vigil.quarantine.key", key(2), "vigil.quarantine.earlier-keys", key(1)));

        assertThat(rotated.open(sealed)).isEqualTo(RECORD);
    }

    @Test
    void whatWasAlteredOrSealedByAnotherIsNotOpened() {
        var sealed = seal(Map.of("vigil.quarantine.key", key(1))).close(RECORD);
        var altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> seal(Map.of("vigil.quarantine.key", key(1))).open(altered))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal(Map.of("vigil.quarantine.key", key(2))).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortKeyIsNone() {
        assertThatThrownBy(() -> seal(Map.of("vigil.quarantine.key", "c2hvcnQ=")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Seal seal(Map<String, String> settings) {
        return Seal.of(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }

    private static String key(int of) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) of);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
