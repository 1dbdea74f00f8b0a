package health.vigil.wire;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// The settings of the service, but with keys that expire after a second.
class ProviderAwayTest {
    @Test
    void tokensOfKnownKeysCountWhileTheProviderIsAway(@TempDir Path folder) throws Exception {
        var papers = HospitalCertificates.make(folder);
        var key = PublishedKeys.key("first");
        PublishedKeys.in(folder).publish(List.of(key));
        var provider = IdentityProvider.start(papers);
        provider.keysLast(Duration.ofSeconds(1));
        var parser = parser(provider, papers);
        var token = Tokens.of(key, "device", claims -> {});
        assertThat(parser.parse(token).getGroups()).contains("device");

        provider.stop();

        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(parser.parse(token).getName()).isEqualTo("device-1"));
    }

    private static JWTParser parser(IdentityProvider provider, HospitalCertificates papers) throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        var info = new JWTAuthContextInfo();
        info.setPublicKeyLocation(provider.keysAddress());
        info.setTlsCertificatePath(papers.serverPem().toString());
        info.setIssuedBy(IdentityProvider.ISSUER);
        info.setExpectedAudience(Set.of(IdentityProvider.AUDIENCE));
        info.setGroupsPath("realm_access/roles");
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        info.setJwksRefreshInterval(minutes(settings, "refresh-interval"));
        info.setForcedJwksRefreshInterval(minutes(settings, "forced-refresh-interval"));
        info.setJwksRetainCacheOnErrorDuration(minutes(settings, "retain-cache-on-error-duration"));
        return new DefaultJWTParser(info);
    }

    private static int minutes(Properties settings, String name) {
        return Integer.parseInt(settings.getProperty("smallrye.jwt.jwks." + name, "0"));
    }
}
