package health.vigil.bench;

import health.vigil.simulation.StableVitals;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/// The observations that are sent, dated now: vital signs of six values, each with an id of its own. A patient's
/// observations all come over one connection, so that they come in their order.
final class Observations {
    static final String PATH = "/v1/observations";

    /// Drawn beforehand, because the generator shares the machine with what it measures.
    private static final List<String> VALUES =
            LongStream.range(0, 4096).mapToObj(StableVitals::json).toList();

    private static final AtomicInteger SERIES = new AtomicInteger();

    private final Patients patients;
    private final int connections;
    private final String series = "s" + SERIES.incrementAndGet();

    Observations(Patients patients, int connections) {
        this.patients = patients;
        this.connections = connections;
    }

    /// One observation in each request, without an end.
    Requests single() {
        return (connection, number) -> Optional.of(Request.json(HttpMethod.POST, PATH, now(connection, number)));
    }

    /// Bodies of NDJSON.
    ///
    /// @param perBody the observations of a body
    /// @param bodies how many bodies each connection sends
    Requests lines(int perBody, long bodies) {
        return (connection, number) ->
                number < bodies ? Optional.of(lines(connection, number * perBody, perBody)) : Optional.empty();
    }

    private Request lines(int connection, long first, int count) {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append(now(connection, first + i)).append('\n');
        }
        return Request.lines(body.toString());
    }

    private String now(int connection, long number) {
        var patient = patients.id(patients.turn(connection, connections, number));
        return json(series + "-" + connection + "-" + number, patient, Instant.now(), number);
    }

    /// @param seed of its values
    static String json(String id, String patientId, Instant effectiveAt, long seed) {
        var values = VALUES.get((int) (seed % VALUES.size())).substring(1);
        return "{\"id\":\"" + id + "\",\"patientId\":\"" + patientId + "\",\"effectiveAt\":\"" + effectiveAt + "\","
                + values;
    }
}
