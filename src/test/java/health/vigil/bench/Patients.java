package health.vigil.bench;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/// Patients in wards of 40 beds.
///
/// @param prefix of their ids and of the names of their wards
/// @param first the number of the first of them
/// @param sinceInfusion how long ago their infusion was, when they are admitted
record Patients(String prefix, int first, int count, Duration sinceInfusion) {
    static final int WARD = 40;

    private static final int CONNECTIONS = 4;

    String id(int index) {
        return prefix + "-" + (first + index);
    }

    /// The name of a patient's ward.
    String ward(int index) {
        return prefix + "-ward-" + (first + index) / WARD;
    }

    /// The index of the patient for whom a connection sends its next observation. Each connection has patients of
    /// its own, unless there are fewer than connections.
    int turn(int connection, int connections, long number) {
        int own = Math.max(1, (count - connection + connections - 1) / connections);
        return (int) ((connection + connections * (number % own)) % count);
    }

    /// Admits them, and waits until the monitor knows them.
    void admit(RunningService service) throws Exception {
        var infusedAt = Instant.now().minus(sinceInfusion);
        send(service, 201, index -> admission(Math.toIntExact(index), infusedAt));
    }

    /// Binds a device to each.
    void bindDevices(RunningService service) throws Exception {
        var from = Instant.now().minus(sinceInfusion);
        send(service, 200, index -> binding(Math.toIntExact(index), from));
    }

    private void send(RunningService service, int expected, LongFunction<Request> requests) throws Exception {
        Requests all = (connection, number) -> {
            var index = connection + CONNECTIONS * number;
            return index < count ? Optional.of(requests.apply(index)) : Optional.empty();
        };
        service.generator()
                .run(service.port(), service.token("nurse"), Load.all(CONNECTIONS, expected, all))
                .complete();
        service.settle();
    }

    private Request admission(int index, Instant infusedAt) {
        return Request.json(HttpMethod.POST, "/v1/episodes", """
                {"patientId":"%s","name":"Simulated patient","birthDate":"1968-04-02","weight":74,\
                "ward":"%s","bed":"%d","product":"simulated CAR-T","infusedAt":"%s",\
                "baseline":{"systolic":122,"diastolic":74,"temperature":36.8,"spo2":97,"ice":10}}""".formatted(
                        id(index), ward(index), (first + index) % WARD + 1, infusedAt));
    }

    private Request binding(int index, Instant from) {
        return Request.json(
                HttpMethod.PUT,
                "/v1/devices/" + id(index) + "-monitor/binding",
                "{\"patientId\":\"%s\",\"from\":\"%s\"}".formatted(id(index), from));
    }
}
