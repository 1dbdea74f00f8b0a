package health.vigil.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// `check URL...`: asks each address once, and tells by the exit code whether all answered 200. The image has neither
/// shell nor curl.
public final class UrlCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private UrlCheck() {}

    public static int run(String... urls) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var well = urls.length > 0;
            for (var url : urls) {
                well &= answers(client, url);
            }
            return well ? 0 : 1;
        }
    }

    private static boolean answers(HttpClient client, String url) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            System.out.println(url + " " + status);
            return status == 200;
        } catch (IOException | IllegalArgumentException e) {
            System.out.println(url + " does not answer");
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
