package health.vigil.signin;

import health.vigil.access.AccessSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StartCheckTest {
    private static final Map<String, String> PROVIDER = Map.of(
            "mp.jwt.verify.publickey.location", "https://id.hospital.example/keys",
            "mp.jwt.verify.issuer", "https://id.hospital.example",
            "mp.jwt.verify.audiences", "vigil");

    private static final Map<String, String> SECRETS =
            Map.of("quarkus.datasource.password", "a long one", "vigil.quarantine.key", "32 bytes");

    @Test
    void anIdentityProviderOrOwnAccountsAreEnough() {
        assertThat(wrong(PROVIDER)).isEmpty();
        assertThat(wrong(Map.of("vigil.access.folder", "/var/lib/vigil"))).isEmpty();
    }

    @Test
    void nobodyToAskIsNoWayToStart() {
        assertThat(wrong(Map.of())).hasSize(3);
        assertThat(wrong(Map.of("mp.jwt.verify.issuer", " "))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "Password", "changeme", "vigil"})
    void everybodysPasswordIsNoWayToStart(String password) {
        assertThat(wrong(Map.of("vigil.access.folder", "/x", "quarkus.datasource.password", password)))
                .singleElement()
                .asString()
                .contains("well-known default")
                .doesNotContain(password + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.datasource.password", "vigil.quarantine.key"})
    void aBlankSecretIsNoWayToStart(String secret) {
        for (var blank : List.of("", " ")) {
            assertThat(wrong(Map.of("vigil.access.folder", "/x", secret, blank)))
                    .singleElement()
                    .asString()
                    .startsWith(secret);
        }
    }

    @Test
    void signingInAtTheProviderNeedsASecretThatNobodyGuesses() {
        var client = new HashMap<>(PROVIDER);
        client.put("quarkus.oidc.tenant-enabled", "true");
        assertThat(wrong(client)).singleElement().asString().contains("32 characters");
        client.put("quarkus.oidc.credentials.secret", "x".repeat(31));
        assertThat(wrong(client)).hasSize(1);

        client.put("quarkus.oidc.credentials.secret", "x".repeat(32));
        assertThat(wrong(client)).isEmpty();
        client.put("vigil.access.folder", "/x");
        assertThat(wrong(client)).singleElement().asString().contains("its own accounts");
    }

    private static List<String> wrong(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(AccessSettings.class)
                .withDefaultValues(SECRETS)
                .withDefaultValues(settings)
                .build();
        return new StartCheck(config, config.getConfigMapping(AccessSettings.class)).wrong();
    }
}
