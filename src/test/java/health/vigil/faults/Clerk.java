package health.vigil.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.faults.Client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/// Admits one patient with a mistake, and corrects it while observations are sent.
final class Clerk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TYPED_EARLY = Duration.ofHours(30);

    private final Fleet fleet;
    private final Client nurse;
    private final SentPatient patient;
    private final String ward;
    private final Queue<String> refusals;
    private final Set<String> plain;
    private boolean prepared;

    Clerk(Fleet fleet, SentPatient patient, String ward, Queue<String> refusals) {
        this.fleet = fleet;
        this.nurse = new Client(fleet.token("nurse"));
        this.patient = patient;
        this.ward = ward;
        this.refusals = refusals;
        this.plain = plain(patient);
    }

    /// The ids of observations that neither retract nor are retracted; these may first come under a wrong
    /// number or device.
    private static Set<String> plain(SentPatient patient) {
        var ids = new HashSet<>(patient.ids());
        for (var observation : patient.observations()) {
            Stream.of("observationId", "corrects").filter(observation::has).forEach(field -> {
                ids.remove(observation.path(field).asText());
                ids.remove(observation.path("id").asText());
            });
            if (observation.path("kind").asText().equals("death")) {
                ids.remove(observation.path("id").asText());
            }
        }
        return ids;
    }

    /// The observation as it is sent: some have the wrong number, others the device of another bed.
    ObjectNode asSent(ObjectNode observation) {
        var sent = observation.deepCopy().without("receivedAt");
        if (!plain.contains(observation.path("id").asText())) {
            return (ObjectNode) sent;
        }
        var changed = (ObjectNode) sent;
        switch (patient.mistake()) {
            case NONE, INFUSION -> {}
            case NUMBER -> {
                if (underOtherNumber(observation)) {
                    changed.put("patientId", patient.otherNumber());
                }
            }
            case DEVICE -> {
                if (observation.path("kind").asText().equals("vital-signs")) {
                    changed.remove("patientId");
                    changed.put("deviceId", device());
                }
            }
        }
        return changed;
    }

    private boolean underOtherNumber(ObjectNode observation) {
        var id = observation.path("id").asText();
        return plain.contains(id) && id.hashCode() % 2 == 0;
    }

    /// Whether everything exists that the first observation needs.
    boolean prepare() {
        prepared = prepared
                || switch (patient.mistake()) {
                    case NONE, INFUSION, NUMBER -> true;
                    case DEVICE -> admit(patient.otherNumber(), infusedAt()) && bind(patient.otherNumber());
                };
        return prepared;
    }

    /// Whether the patient is admitted.
    boolean admit() {
        var wrong = patient.mistake() == AdmissionMistake.INFUSION;
        return admit(patient.patientId(), wrong ? infusedAt().minus(TYPED_EARLY) : infusedAt());
    }

    private Instant infusedAt() {
        return patient.patient().infusedAt();
    }

    /// A 409 means that an earlier request succeeded and its answer was lost.
    private boolean admit(String number, Instant infusedAt) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", number)
                .put("birthDate", patient.patient().birthDate().toString())
                .put("ward", ward)
                .put("bed", String.valueOf(patient.seed()))
                .put("product", "axi-cel")
                .put("infusedAt", infusedAt.toString());
        patient.patient().baselines().forEach(baseline -> body.set("baseline", baseline.values()));
        return completed("admission", nurse.post(fleet.servePort(), "/v1/episodes", body.toString()), 201, 409);
    }

    /// Whether the mistake is corrected. The patient is admitted.
    boolean correct() {
        return switch (patient.mistake()) {
            case NONE -> true;
            case INFUSION -> episode().filter(id -> correctInfusion(id)).isPresent();
            case DEVICE -> bind(patient.patientId());
            case NUMBER -> patient.observations().stream().noneMatch(this::underOtherNumber) || merge();
        };
    }

    private Optional<String> episode() {
        var answer = nurse.get(fleet.servePort(), "/v1/patients/" + patient.patientId() + "/grade");
        try {
            return answer.open()
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(answer.body()).path("episodeId").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean correctInfusion(String episode) {
        var body = "{\"infusedAt\":\"%s\",\"reason\":\"typed wrong\"}".formatted(infusedAt());
        return completed("infusion", nurse.send("PATCH", fleet.servePort(), "/v1/episodes/" + episode, body), 200);
    }

    private boolean bind(String number) {
        var from =
                patient.times().stream().min(Instant::compareTo).orElseThrow().minus(Duration.ofHours(1));
        var body = "{\"patientId\":\"%s\",\"from\":\"%s\"}".formatted(number, from);
        return completed(
                "binding",
                nurse.send("PUT", fleet.servePort(), "/v1/devices/" + device() + "/binding", body),
                200,
                201,
                204);
    }

    private boolean merge() {
        var body = "{\"into\":\"%s\",\"reason\":\"typed wrong\"}".formatted(patient.patientId());
        return completed(
                "merge",
                nurse.post(fleet.servePort(), "/v1/patients/" + patient.otherNumber() + "/merge", body),
                200,
                201,
                409);
    }

    private String device() {
        return "monitor-" + patient.patientId();
    }

    private boolean completed(String what, Answer answer, Integer... right) {
        if (!answer.open() && !Set.of(right).contains(answer.status())) {
            refusals.add(what + " of " + patient.patientId() + ": " + answer);
        }
        return !answer.open();
    }
}
