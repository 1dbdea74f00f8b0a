package health.vigil.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.simulation.StableVitals;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The same facts in our own words, in FHIR and in HL7, dated now, each with an identity of its own.
final class ExchangeFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MMHG = "266016^MDC_DIM_MMHG";
    private static final int LEAST_RATE = 70;
    private static final int RATES = 16;

    /// Drawn beforehand, like those of {@link Observations}.
    private static final List<String> EIGHT =
            LongStream.range(0, 4096).mapToObj(ExchangeFacts::eight).toList();

    private static final AtomicInteger SERIES = new AtomicInteger();

    private final Patients patients;
    private final int connections;
    private final String series = "x" + SERIES.incrementAndGet();

    ExchangeFacts(Patients patients, int connections) {
        this.patients = patients;
        this.connections = connections;
    }

    /// A heart rate in each request.
    Requests posted() {
        return (connection, number) -> Optional.of(Request.json(HttpMethod.POST, Observations.PATH, """
                {"id":"%s","patientId":"%s","effectiveAt":"%s","kind":"vital-signs","heartRate":%d}""".formatted(
                        id(connection, number), patient(connection, number), Instant.now(), rate(number))));
    }

    /// The same as a resource.
    Requests resources() {
        return (connection, number) -> Optional.of(Request.fhir("/fhir/r4/Observation", resource(connection, number)));
    }

    /// One Bundle of so many of them.
    Requests bundle(String type, int size) {
        return (connection, number) -> number > 0
                ? Optional.empty()
                : Optional.of(Request.fhir(
                        "/fhir/r4",
                        bundle(type, IntStream.range(0, size).mapToObj(index -> resource(connection, index)))));
    }

    private static String bundle(String type, Stream<String> resources) {
        return resources
                .map(resource ->
                        "{\"request\":{\"method\":\"POST\",\"url\":\"Observation\"},\"resource\":" + resource + "}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[", "]}"));
    }

    /// Eight values of a bedside monitor in each message.
    Requests messages() {
        return (connection, number) -> {
            var patient = patient(connection, number);
            var time = TIME.format(Instant.now());
            return Optional.of(Request.message("MSH|^~\\&|MONITOR|WARD|||" + time + "||ORU^R01|"
                    + id(connection, number) + "|P|2.6\rPID|1||" + patient + "^^^" + Gateways.AUTHORITY
                    + "^MR\rOBR|1|||VITALS|||" + time + "|||" + patient + "-monitor\r"
                    + EIGHT.get((int) (number % EIGHT.size()))));
        };
    }

    private String id(int connection, long number) {
        return series + "-" + connection + "-" + number;
    }

    private String patient(int connection, long number) {
        return patients.id(patients.turn(connection, connections, number));
    }

    private static long rate(long number) {
        return LEAST_RATE + number % RATES;
    }

    private String resource(int connection, long number) {
        return """
                {"resourceType":"Observation","status":"final",\
                "identifier":[{"system":"urn:vigil:bench","value":"%s"}],\
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",\
                "code":"vital-signs"}]}],\
                "code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"Heart rate"}]},\
                "subject":{"reference":"Patient/%s"},"effectiveDateTime":"%s",\
                "valueQuantity":{"value":%d,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}}""".formatted(id(connection, number), patient(connection, number), Instant.now(), rate(number));
    }

    /// The values that {@link Observations} has for this seed, and the pulse of the oximeter, which Vigil does not
    /// keep beside the rate of the ECG.
    private static String eight(long seed) {
        var signs = signs(seed);
        return String.join(
                "\r",
                value(1, "147842^MDC_ECG_HEART_RATE", signs.get("heartRate"), "264864^MDC_DIM_BEAT_PER_MIN"),
                value(2, "149530^MDC_PULS_OXIM_PULS_RATE", signs.get("heartRate"), "264864^MDC_DIM_BEAT_PER_MIN"),
                value(3, "151562^MDC_RESP_RATE", signs.get("respiratoryRate"), "264928^MDC_DIM_RESP_PER_MIN"),
                value(4, "150456^MDC_PULS_OXIM_SAT_O2", signs.get("spo2"), "262688^MDC_DIM_PERCENT"),
                value(5, "150021^MDC_PRESS_BLD_NONINV_SYS", signs.get("systolic"), MMHG),
                value(6, "150022^MDC_PRESS_BLD_NONINV_DIA", signs.get("diastolic"), MMHG),
                value(7, "150023^MDC_PRESS_BLD_NONINV_MEAN", signs.get("meanArterialPressure"), MMHG),
                value(8, "150344^MDC_TEMP", signs.get("temperature"), "268192^MDC_DIM_DEGC"),
                "");
    }

    private static JsonNode signs(long seed) {
        try {
            return JSON.readTree(StableVitals.json(seed));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String value(int number, String code, JsonNode value, String unit) {
        return "OBX|%d|NM|%s^MDC|1.0.0.%d|%s|%s^MDC|||||F".formatted(number, code, number, value.asText(), unit);
    }
}
