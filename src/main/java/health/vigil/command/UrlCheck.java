package health.vigil.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `check URL...`: requests each URL once; the exit code is 0 if all answered 200. The image has neither a
/// shell nor curl.
@Command(name = "check", description = "Requests each URL once. Exits with 0 if all answer 200, else with 1.")
public final class UrlCheck implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(paramLabel = "URL", arity = "0..*")
    List<String> urls = List.of();

    @Override
    public Integer call() {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var well = !urls.isEmpty();
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
