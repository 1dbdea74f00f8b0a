package health.vigil.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A hospital's identity provider: publishes its key, issues tokens.
final class IdentityProvider implements AutoCloseable {
    static final String ISSUER = "https://identity.test";
    static final String AUDIENCE = "vigil";
    private static final String KEY_ID = "k1";
    private static final int BITS = 2048;

    private final KeyPair pair;
    private final HttpServer server;

    private IdentityProvider(KeyPair pair, HttpServer server) {
        this.pair = pair;
        this.server = server;
    }

    static IdentityProvider start() throws IOException, NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var provider = new IdentityProvider(generator.generateKeyPair(), server);
        server.createContext("/certs", provider::publish);
        server.start();
        return provider;
    }

    String keys() {
        return address() + "/certs";
    }

    /// A URL at which nobody can sign in; pods start nevertheless.
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// A token of a user of every ward, or of a gateway of every device.
    String token(String role) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .upn(role)
                .groups(role)
                .claim("wards", List.of("*"))
                .claim("device_id", "*")
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(KEY_ID)
                .sign(pair.getPrivate());
    }

    private void publish(HttpExchange exchange) throws IOException {
        var key = (RSAPublicKey) pair.getPublic();
        var body =
                "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                        .formatted(KEY_ID, text(key.getModulus()), text(key.getPublicExponent()))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String text(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
