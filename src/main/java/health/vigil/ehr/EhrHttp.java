package health.vigil.ehr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Requests to configured EHRs, and to nobody else. It follows no redirect, waits for seconds for
/// the whole response, and reads a limited number of bytes. Nothing of a request or a response is logged.
@ApplicationScoped
class EhrHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;

    /// The configuration of TLS towards EHRs: `quarkus.tls.ehr`. Without it Java's authorities are trusted.
    private static final String TLS = "ehr";

    private final HttpClient client;
    private final Duration patience;

    @Inject
    EhrHttp(TlsConfigurationRegistry tls) {
        this(trust(tls), PATIENCE);
    }

    /// @param patience the time for a request with the whole response
    EhrHttp(SSLContext trust, Duration patience) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust)
                .build();
        this.patience = patience;
    }

    private static SSLContext trust(TlsConfigurationRegistry tls) {
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
        var exchange = client.sendAsync(
                request.timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            var response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("An EHR answered " + response.statusCode());
            }
            return new EhrResponse(response, new String(response.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException failed) {
            throw new IOException("An EHR did not answer, or too much", failed);
        } catch (TimeoutException late) {
            throw new IOException("An EHR did not answer in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            exchange.cancel(true);
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
