package health.vigil.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// A dashboard that follows the alert stream from the first event on and resumes after the last event it
/// received.
public final class Follower implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final IntSupplier serve;
    private final String token;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile long last;
    private volatile boolean following = true;

    /// @param serve the port of serve, read for each connection
    public Follower(IntSupplier serve, String token) {
        this.serve = serve;
        this.token = token;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    /// The sequence number of the last event received.
    public long last() {
        return last;
    }

    /// Gaps and repetitions in the sequence.
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void follow() {
        while (following) {
            try {
                read();
            } catch (IOException cut) {
                LockSupport.parkNanos(AGAIN.toNanos());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + serve.getAsInt() + "/v1/alerts/stream?after=" + last))
                .header("Authorization", "Bearer " + token)
                .build();
        var response = http.send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        try (var lines = response.body()) {
            lines.filter(line -> line.startsWith("id:"))
                    .forEach(line ->
                            checkSequence(Long.parseLong(line.substring(3).strip())));
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
        LockSupport.parkNanos(AGAIN.toNanos());
    }

    private void checkSequence(long sequence) {
        if (sequence != last + 1) {
            faults.add("after " + last + " the stream told " + sequence);
        }
        last = sequence;
    }

    @Override
    public void close() {
        following = false;
        thread.interrupt();
        http.shutdownNow();
    }
}
