package health.vigil.ehr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Requests to configured EHRs, and to nobody else. It follows no redirect, waits for seconds, and reads a limited
/// number of bytes. Nothing of a request or a response is logged.
@ApplicationScoped
class EhrHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;

    /// The configuration of TLS towards EHRs: `quarkus.tls.ehr`. Without it Java's authorities are trusted.
    private static final String TLS = "ehr";

    private final TlsConfigurationRegistry tls;
    private final HttpClient client;

    EhrHttp(TlsConfigurationRegistry tls) {
        this.tls = tls;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust())
                .build();
    }

    private SSLContext trust() {
        try {
            var configured = tls.get(TLS);
            return configured.isPresent() ? configured.get().createSSLContext() : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (Exception unusable) {
            throw new ConfigurationException("Vigil does not start. quarkus.tls." + TLS + " cannot be used.", unusable);
        }
    }

    /// A response with the status 200.
    record EhrResponse(HttpResponse<?> head, String text) {}

    EhrResponse get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    /// Reads a resource.
    ObjectNode read(URI address, String accessToken) throws IOException {
        return object(send(HttpRequest.newBuilder(address)
                .header("Accept", "application/fhir+json")
                .header("Authorization", "Bearer " + accessToken)));
    }

    ObjectNode post(URI address, Map<String, String> form) throws IOException {
        return object(send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
    }

    /// The parameters as forms and addresses have them.
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private EhrResponse send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var bytes = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200 || bytes.length > LARGEST) {
                    throw new IOException("An EHR answered " + response.statusCode() + " or too much");
                }
                return new EhrResponse(response, new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    static ObjectNode object(EhrResponse response) throws IOException {
        if (StrictJson.parseFhir(response.text().getBytes(StandardCharsets.UTF_8))
                instanceof Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new IOException("An EHR answered no JSON object");
    }
}
