package health.vigil.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/// The part of the hospital's identity provider that the service and browsers use: its published keys, read
/// from a file for each request and counted, and its sign-in ([AuthorizationGrants]).
final class IdentityProvider {
    static final String ISSUER = "https://identity.hospital.example/realms/hospital";
    static final String AUDIENCE = "vigil";

    private final Path folder;
    private final HttpsServer server;
    private volatile Optional<Duration> lasting = Optional.empty();

    private IdentityProvider(Path folder, HttpsServer server) {
        this.folder = folder;
        this.server = server;
    }

    static IdentityProvider start(HospitalCertificates papers) throws IOException, GeneralSecurityException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(papers.server().showing(papers.clients())));
        var provider = new IdentityProvider(papers.folder(), server);
        server.createContext("/keys", exchange -> {
            var keys = provider.keys();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            provider.lasting.ifPresent(
                    age -> exchange.getResponseHeaders().add("Cache-Control", "max-age=" + age.toSeconds()));
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.createContext("/ehr-keys", provider::publishKeysOfTheEhr);
        new LaunchGrants(provider.address() + "/ehr", papers.folder()).serve(server);
        var grants = new AuthorizationGrants(provider.address(), papers.folder());
        server.createContext("/.well-known/openid-configuration", grants::discover);
        server.createContext("/authorize", grants::authorize);
        server.createContext("/token", grants::exchange);
        server.createContext("/logout", grants::end);
        server.start();
        return provider;
    }

    /// The EHR has another server, but the tests need only its keys.
    private void publishKeysOfTheEhr(HttpExchange exchange) throws IOException {
        var keys = Files.readAllBytes(EhrKeys.in(folder).published());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, keys.length);
        exchange.getResponseBody().write(keys);
        exchange.close();
    }

    private byte[] keys() throws IOException {
        var asked = PublishedKeys.in(folder).requestCount();
        Files.writeString(asked, PublishedKeys.in(folder).timesAsked() + 1 + "", StandardCharsets.UTF_8);
        return Files.readAllBytes(PublishedKeys.in(folder).file());
    }

    /// Sets how long its keys may be cached.
    void keysLast(Duration age) {
        lasting = Optional.of(age);
    }

    String keysAddress() {
        return address() + "/keys";
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }
}
