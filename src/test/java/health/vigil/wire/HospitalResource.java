package health.vigil.wire;

import health.vigil.embedded.SecuredStack;
import health.vigil.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of a hospital: its identity provider, and TLS to people, devices, Kafka and PostgreSQL.
public final class HospitalResource implements QuarkusTestResourceLifecycleManager {
    static final String FOLDER = "vigil.test-hospital.folder";

    private Optional<IdentityProvider> provider = Optional.empty();
    private Optional<SecuredStack> stack = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var papers = HospitalCertificates.make(TestStack.folder());
            System.setProperty(FOLDER, papers.folder().toString());
            publish(papers);
            provider = Optional.of(IdentityProvider.start(papers));
            stack = Optional.of(SecuredStack.start(papers));
            var settings = new HashMap<>(stack.get().configuration());
            settings.putAll(http(papers));
            settings.putAll(identity(papers, provider.get()));
            settings.putAll(webhooks(papers));
            settings.putAll(EhrKeys.settings(provider.get(), papers));
            return settings;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void publish(HospitalCertificates papers) throws IOException {
        var key = PublishedKeys.key("first");
        PublishedKeys.in(papers.folder()).savePrivate(key);
        PublishedKeys.in(papers.folder()).publish(List.of(key));
        EhrKeys.in(papers.folder()).make();
    }

    private static Map<String, String> http(HospitalCertificates papers) {
        return Map.of(
                "quarkus.http.tls-configuration-name",
                "wire",
                "quarkus.http.test-ssl-port",
                "0",
                "quarkus.tls.wire.key-store.p12.path",
                papers.server().file().toString(),
                "quarkus.tls.wire.key-store.p12.password",
                Certificate.PASSWORD,
                "quarkus.tls.wire.trust-store.p12.path",
                papers.clients().toString(),
                "quarkus.tls.wire.trust-store.p12.password",
                Certificate.PASSWORD);
    }

    /// Receivers of the hospital, whose certificates are not signed by a public authority.
    private static Map<String, String> webhooks(HospitalCertificates papers) {
        return Map.of(
                "vigil.webhooks.inner-hosts",
                "localhost",
                "quarkus.tls.webhooks.trust-store.p12.path",
                papers.servers().toString(),
                "quarkus.tls.webhooks.trust-store.p12.password",
                Certificate.PASSWORD);
    }

    private static Map<String, String> identity(HospitalCertificates papers, IdentityProvider provider) {
        return Map.ofEntries(
                Map.entry("mp.jwt.verify.publickey.location", provider.keysAddress()),
                Map.entry("mp.jwt.verify.issuer", IdentityProvider.ISSUER),
                Map.entry("mp.jwt.verify.audiences", IdentityProvider.AUDIENCE),
                Map.entry("smallrye.jwt.path.groups", "realm_access/roles"),
                Map.entry(
                        "smallrye.jwt.client.tls.certificate.path",
                        papers.serverPem().toString()),
                Map.entry("quarkus.oidc.tenant-enabled", "true"),
                Map.entry("quarkus.oidc.auth-server-url", provider.address()),
                Map.entry("quarkus.oidc.client-id", AuthorizationGrants.CLIENT),
                Map.entry("quarkus.oidc.credentials.secret", AuthorizationGrants.SECRET),
                Map.entry("quarkus.oidc.tls.tls-configuration-name", "provider"),
                Map.entry(
                        "quarkus.tls.provider.trust-store.pem.certs",
                        papers.serverPem().toString()),
                Map.entry("vigil.quarantine.key", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @Override
    public void stop() {
        provider.ifPresent(IdentityProvider::stop);
        stack.ifPresent(servers -> {
            try {
                servers.close();
            } catch (IOException stubborn) {
                throw new IllegalStateException(stubborn);
            }
        });
    }
}
