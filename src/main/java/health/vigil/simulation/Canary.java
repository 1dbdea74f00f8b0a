package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A simulated patient whose grade rises and falls in turn. It tests the whole way from a device's POST to
/// the nurse's screen every minute, so that people notice when grades or alerts stop.
///
/// The fever lasts. The blood pressure is below the limit in one minute and normal in the next: CRS 2, 1, 2, 1.
final class Canary {
    private static final String PATIENT = "vigil-canary";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOW = 80;
    private static final int WELL = 122;

    /// A call to the service.
    @FunctionalInterface
    private interface Question {
        boolean answered() throws IOException, InterruptedException;
    }

    private final CanaryOptions options;
    private final CanaryMetrics metrics;

    Canary(CanaryOptions options, CanaryMetrics metrics) {
        this.options = options;
        this.metrics = metrics;
    }

    /// Runs until it is interrupted.
    void run() throws InterruptedException {
        while (true) {
            var start = Instant.now();
            try {
                turn(start);
            } catch (IOException | IllegalStateException away) {
                System.err.println("The canary's change was not seen: " + away.getMessage());
            }
            Thread.sleep(Duration.between(Instant.now(), start.plus(options.every())));
        }
    }

    /// Sends a change and waits until its effect is visible. The token file is read again each time, because
    /// tokens are renewed.
    void turn(Instant start) throws IOException, InterruptedException {
        try (var service = Service.at(options.url(), options.credentials())) {
            turn(service, start);
        }
    }

    private void turn(Service service, Instant start) throws IOException, InterruptedException {
        var before = grade(service);
        if (before.status() == ServiceAnswer.NOT_FOUND) {
            admit(service);
        }
        var expected = crs(before) == 2 ? 1 : 2;
        var id = PATIENT + "-" + start.toEpochMilli();
        post(service, Account.NURSE, id + "-ice", start, ice());
        post(service, Account.DEVICE, id, start, vitals(expected == 2 ? LOW : WELL));
        var deadline = start.plus(options.every());
        if (reached(deadline, () -> crs(grade(service)) == expected)) {
            metrics.graded(start, Instant.now());
        }
        if (expected == 2 && reached(deadline, () -> alerted(service, id))) {
            metrics.alerted(start, Instant.now());
        }
    }

    private static int crs(ServiceAnswer grade) {
        return grade.body().at("/crs/grade").asInt();
    }

    private static boolean reached(Instant deadline, Question question) throws IOException, InterruptedException {
        while (!question.answered()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private static ServiceAnswer grade(Service service) throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/patients/" + PATIENT + "/grade");
    }

    private static boolean alerted(Service service, String id) throws IOException, InterruptedException {
        var alerts = service.get(Account.NURSE, "/v1/alerts?patientId=" + PATIENT);
        for (var alert : alerts.body().path("items")) {
            if (alert.path("observationId").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private void admit(Service service) throws IOException, InterruptedException {
        var admission = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", PATIENT)
                .put("name", "Canary (not a patient)")
                .put("birthDate", "1970-01-01")
                .put("ward", options.ward())
                .put("bed", "canary")
                .put("product", "none")
                .put(
                        "infusedAt",
                        Instant.now()
                                .truncatedTo(ChronoUnit.HOURS)
                                .minus(1, ChronoUnit.DAYS)
                                .toString());
        service.post(Account.NURSE, "/v1/episodes", admission).expected("the canary's admission");
    }

    private static void post(Service service, Account account, String id, Instant at, ObjectNode content)
            throws IOException, InterruptedException {
        content.put("id", id).put("patientId", PATIENT).put("effectiveAt", at.toString());
        service.post(account, "/v1/observations", content).expected("a reading");
    }

    private static ObjectNode vitals(int systolic) {
        return new Vitals(38.6, 88, 16, systolic, 60, 97).json();
    }

    /// An ICE, because without one the check would be overdue.
    private static ObjectNode ice() {
        return JsonNodeFactory.instance.objectNode().put("kind", "neuro-check").put("ice", 10);
    }
}
