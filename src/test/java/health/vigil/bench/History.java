package health.vigil.bench;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Earlier observations of patients: vital signs at equal intervals until now, in bodies of one patient, and one
/// ICE. It is sent before the measurement.
///
/// @param perPatient vital signs of each patient
/// @param span the time that they cover
record History(Patients patients, int perPatient, Duration span) {
    /// One every five minutes, for a day.
    static final int A_DAY = 288;

    private static final int CONNECTIONS = 4;
    private static final int PER_BODY = 500;

    void send(RunningService service) throws Exception {
        var series = "h" + System.nanoTime();
        var from = Instant.now().minus(span);
        service.generator()
                .run(
                        service.port(),
                        service.token("device"),
                        Load.all(CONNECTIONS, 202, (connection, number) -> body(series, from, connection, number)))
                .complete();
        service.generator()
                .run(
                        service.port(),
                        service.token("nurse"),
                        Load.all(CONNECTIONS, 202, (connection, number) -> ice(series, connection, number)))
                .complete();
        service.settle();
    }

    private Optional<Request> body(String series, Instant from, int connection, long number) {
        int bodies = (perPatient + PER_BODY - 1) / PER_BODY;
        var patient = connection + CONNECTIONS * (number / bodies);
        return patient < patients.count()
                ? Optional.of(body(series, from, (int) patient, (int) (number % bodies)))
                : Optional.empty();
    }

    private Request body(String series, Instant from, int patient, int body) {
        var step = span.dividedBy(perPatient);
        var text = new StringBuilder();
        for (int i = body * PER_BODY; i < Math.min(perPatient, (body + 1) * PER_BODY); i++) {
            var id = series + "-" + patient + "-" + i;
            text.append(Observations.json(id, patients.id(patient), from.plus(step.multipliedBy(i)), i))
                    .append('\n');
        }
        return Request.lines(text.toString());
    }

    private Optional<Request> ice(String series, int connection, long number) {
        var patient = connection + CONNECTIONS * number;
        if (patient >= patients.count()) {
            return Optional.empty();
        }
        var json = """
                {"id":"%s-ice-%d","patientId":"%s","effectiveAt":"%s",\
                "kind":"neuro-check","ice":10,"consciousness":"awake"}""".formatted(series, patient, patients.id((int) patient), Instant.now());
        return Optional.of(Request.json(HttpMethod.POST, Observations.PATH, json));
    }
}
