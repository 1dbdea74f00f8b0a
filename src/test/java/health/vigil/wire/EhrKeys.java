package health.vigil.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/// The EHR of the hospital: its key, and the settings under which the service knows it. The keys are files,
/// because the test and the service have different class loaders.
record EhrKeys(Path folder) {
    static final String ISSUER = "https://ehr.hospital.example";
    static final String BASE = "https://vigil.hospital.example";
    static final String WARD = "ehr-ward";

    /// Also the id of a key of the identity provider: an unknown id would make the service read the provider's
    /// keys again, at most once a minute, and other tests depend on that.
    static final String KEY = "first";

    static EhrKeys in(Path folder) {
        return new EhrKeys(folder);
    }

    void make() throws IOException {
        var key = PublishedKeys.key(KEY);
        key.setAlgorithm("RS384");
        Files.writeString(secret(), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        publish(List.of(key));
        Files.writeString(ours(), PublishedKeys.key("vigil").toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    /// The key of the service, by which the EHR knows it.
    Path ours() {
        return folder.resolve("vigil-key.json");
    }

    void publish(List<RsaJsonWebKey> keys) throws IOException {
        Files.writeString(published(), new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    RsaJsonWebKey load() throws IOException {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(secret()));
        } catch (JoseException spoilt) {
            throw new IOException(spoilt);
        }
    }

    private Path secret() {
        return folder.resolve("ehr-key.json");
    }

    Path published() {
        return folder.resolve("ehr-keys.json");
    }

    /// @param provider the server that publishes the keys
    static Map<String, String> settings(IdentityProvider provider, HospitalCertificates papers) {
        return Map.of(
                "vigil.smart.ehr.issuer",
                provider.address() + "/ehr",
                "vigil.smart.ehr.client-id",
                LaunchGrants.CLIENT,
                "vigil.smart.ehr.key",
                EhrKeys.in(papers.folder()).ours().toString(),
                "vigil.public-address",
                BASE,
                "vigil.cds.clients.ehr.issuer",
                ISSUER,
                "vigil.cds.clients.ehr.jwks",
                provider.address() + "/ehr-keys",
                "vigil.cds.clients.ehr.wards",
                WARD,
                "quarkus.tls.ehr.trust-store.pem.certs",
                papers.serverPem().toString());
    }
}
