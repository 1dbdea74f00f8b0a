package health.vigil.ehr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A fault of the settings stops the start.
class EhrsTest {
    private static final String BASE = "https://vigil.hospital.example";
    private static final String KEYS = "https://ehr.hospital.example/keys";

    private record Settings(Map<String, EhrSettings> clients) implements CdsSettings {}

    private record OneEhr(String issuer, String jwks, Set<String> wards, Set<String> algorithms)
            implements CdsSettings.EhrSettings {
        static OneEhr with(String issuer, String keys, String algorithm) {
            return new OneEhr(issuer, keys, Set.of("north"), Set.of(algorithm));
        }
    }

    private static List<String> faults(String base, OneEhr... ehrs) {
        var clients = new HashMap<String, CdsSettings.EhrSettings>();
        for (var ehr : ehrs) {
            clients.put("ehr-" + clients.size(), ehr);
        }
        return Ehrs.faults(new Settings(clients), Optional.of(base));
    }

    @Test
    void anEhrWithAllItsSettingsHasNoFault() {
        assertThat(faults(BASE, OneEhr.with("https://ehr", KEYS, "RS384"), OneEhr.with("other", KEYS, "ES256")))
                .isEmpty();
    }

    @Test
    void withoutAnEhrNothingIsNeeded() {
        assertThat(Ehrs.faults(new Settings(Map.of()), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://vigil.hospital.example", BASE + "/", "vigil", "https://a b", "https:///x"})
    void thePublicAddressHasTls(String base) {
        assertThat(faults(base, OneEhr.with("https://ehr", KEYS, "RS384")))
                .singleElement()
                .asString()
                .contains("public-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ehr.hospital.example/keys", "file:///keys.json", "", "https://me:word@ehr/keys"})
    void keysComeOverTlsOnly(String keys) {
        assertThat(faults(BASE, OneEhr.with("https://ehr", keys, "RS384")))
                .singleElement()
                .asString()
                .contains("jwks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "PS384", ""})
    void onlySignaturesWithAPublicKeyAreAccepted(String algorithm) {
        assertThat(faults(BASE, OneEhr.with("https://ehr", KEYS, algorithm)))
                .singleElement()
                .asString()
                .contains("algorithms");
    }

    @Test
    void twoEhrsHaveTwoIssuers() {
        assertThat(faults(BASE, OneEhr.with("https://ehr", KEYS, "RS384"), OneEhr.with("https://ehr", KEYS, "RS384")))
                .singleElement()
                .asString()
                .contains("same issuer");
    }
}
