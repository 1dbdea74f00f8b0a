package health.vigil.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The sign-in of the identity provider: the authorization code flow with PKCE. The URL decides who signs in:
/// a test adds `role` and `ward` where a person would type a password, and `other-nonce` or `audience` to get
/// invalid tokens.
final class AuthorizationGrants {
    static final String CLIENT = "vigil-pages";
    static final String SECRET = "known-to-the-service-and-the-provider-only";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final Path folder;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    AuthorizationGrants(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    void discover(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer", IdentityProvider.ISSUER,
                        "authorization_endpoint", address + "/authorize",
                        "token_endpoint", address + "/token",
                        "jwks_uri", address + "/keys",
                        "end_session_endpoint", address + "/logout",
                        "code_challenge_methods_supported", List.of("S256")));
    }

    void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!asked.containsKey("role")) {
            show(exchange, "<a href=\"" + exchange.getRequestURI() + "&role=nurse\">Sign in as nurse-1</a>");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /// A code can be exchanged once, by the client that requested it.
    void exchange(HttpExchange exchange) throws IOException {
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var granted = Optional.ofNullable(asked.get("code")).flatMap(code -> Optional.ofNullable(codes.remove(code)));
        if (granted.isPresent() && client(exchange) && proves(asked, granted.get())) {
            answer(exchange, 200, tokens(granted.get()));
        } else {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private static boolean client(HttpExchange exchange) {
        var expected = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean proves(Map<String, String> asked, Map<String, String> granted) {
        return "authorization_code".equals(asked.get("grant_type"))
                && "S256".equals(granted.get("code_challenge_method"))
                && Objects.equals(granted.get("redirect_uri"), asked.get("redirect_uri"))
                && challenge(asked.getOrDefault("code_verifier", "")).equals(granted.get("code_challenge"));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> tokens(Map<String, String> granted) throws IOException {
        var key = PublishedKeys.in(folder).loadPrivate();
        var access = Tokens.of(key, granted.getOrDefault("role", "none"), claims -> {
            claims.setStringListClaim("wards", List.of(granted.getOrDefault("ward", "north")));
            claims.setAudience(granted.getOrDefault("audience", IdentityProvider.AUDIENCE));
        });
        var nonce = granted.getOrDefault("other-nonce", granted.getOrDefault("nonce", ""));
        return Map.of(
                "token_type",
                "Bearer",
                "expires_in",
                600,
                "access_token",
                access,
                "id_token",
                Tokens.ofSignIn(key, CLIENT, nonce));
    }

    void end(HttpExchange exchange) throws IOException {
        var back = parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri");
        show(exchange, "<a href=\"" + back + "\">Go back</a>");
    }

    private static void show(HttpExchange exchange, String page) throws IOException {
        send(exchange, 200, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsBytes(content));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (first, _) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
