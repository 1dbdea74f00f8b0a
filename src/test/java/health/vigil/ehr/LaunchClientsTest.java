package health.vigil.ehr;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A fault of the settings stops the start.
class LaunchClientsTest {
    private static final String ISSUER = "https://ehr.hospital.example/fhir";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path key;

    private record OneLaunch(String issuer, String clientId, Path key, String algorithm)
            implements LaunchSettings.LaunchingEhr {}

    @BeforeEach
    void makeAKey() throws IOException, JoseException {
        key = folder.resolve("key.json");
        var made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId("ours");
        Files.writeString(key, made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    private static void refused(String name, OneLaunch settings, String what) {
        assertThatThrownBy(() -> LaunchClients.client(name, settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(what);
    }

    @Test
    void anEhrWithAllItsSettingsIsKnown() {
        var client = LaunchClients.client("ehr", new OneLaunch(ISSUER, "vigil", key, "RS384"));

        assertThat(client.at("Patient/1")).hasToString(ISSUER + "/Patient/1");
        assertThat(client.toString()).isEqualTo("LaunchClient ehr");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        var spoilt = Files.writeString(folder.resolve("spoilt.json"), "{}");

        refused("a b", new OneLaunch(ISSUER, "vigil", key, "RS384"), "name");
        refused("ehr", new OneLaunch("http://ehr.example", "vigil", key, "RS384"), "issuer");
        refused("ehr", new OneLaunch(ISSUER, "vigil", key, "HS256"), "algorithm");
        refused("ehr", new OneLaunch(ISSUER, "vigil", folder.resolve("none.json"), "RS384"), "key");
        refused("ehr", new OneLaunch(ISSUER, "vigil", spoilt, "RS384"), "key");
    }

    /// Else the first launch would fail, perhaps weeks later.
    @Test
    void aKeyThatTheEhrCannotFindOrThatCannotSignIsRefused() throws IOException, JoseException {
        var nameless = Files.writeString(
                folder.resolve("nameless.json"),
                RsaJwkGenerator.generateJwk(2048).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));

        refused("ehr", new OneLaunch(ISSUER, "vigil", nameless, "RS384"), "kid");
        refused("ehr", new OneLaunch(ISSUER, "vigil", key, "ES384"), "sign");
    }

    @Test
    void aPublicKeyIsNoKeyToSignWith() throws IOException, JoseException {
        var open = Files.writeString(
                folder.resolve("open.json"),
                RsaJwkGenerator.generateJwk(2048).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));

        refused("ehr", new OneLaunch(ISSUER, "vigil", open, "RS384"), "key");
    }
}
