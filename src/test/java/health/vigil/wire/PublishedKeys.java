package health.vigil.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/// The keys that the provider publishes, and the number of requests for them. They are files, because the
/// test and the provider have different class loaders.
record PublishedKeys(Path folder) {
    static PublishedKeys in(Path folder) {
        return new PublishedKeys(folder);
    }

    static RsaJsonWebKey key(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void publish(List<RsaJsonWebKey> keys) throws IOException {
        var draft = folder.resolve("keys.draft");
        Files.writeString(draft, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    /// With its private half, for a test that signs with it.
    void savePrivate(RsaJsonWebKey key) throws IOException {
        Files.writeString(folder.resolve("first-key.json"), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    RsaJsonWebKey loadPrivate() throws IOException {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(folder.resolve("first-key.json")));
        } catch (JoseException spoilt) {
            throw new IOException(spoilt);
        }
    }

    Path file() {
        return folder.resolve("keys.json");
    }

    Path requestCount() {
        return folder.resolve("asked");
    }

    int timesAsked() throws IOException {
        return Files.exists(requestCount())
                ? Integer.parseInt(Files.readString(requestCount()).strip())
                : 0;
    }
}
