package health.vigil.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// The beds of one run. Every run has new patients, because observations belong to a patient for ever and
/// stories must not mix.
final class SimulatedWard {
    private static final String EPISODES = "/v1/episodes";
    private static final Set<String> AFTER_INFUSION = Set.of("infused", "monitored");

    private final Service service;
    private final String ward;
    private final String prefix;
    private final Instant now;
    private final DeviceNames devices;

    /// @param prefix the prefix of the ids of these simulated patients
    SimulatedWard(Service service, String ward, String prefix, Instant now) {
        this(service, ward, prefix, now, (_, name) -> name);
    }

    /// @param devices the ids of the monitors
    SimulatedWard(Service service, String ward, String prefix, Instant now, DeviceNames devices) {
        this.service = service;
        this.ward = ward;
        this.prefix = prefix;
        this.now = now;
        this.devices = devices;
    }

    /// The id of the monitor of a bed.
    @FunctionalInterface
    interface DeviceNames {
        String of(int bed, String name);
    }

    String patientId(int bed) {
        return "%s%d-%d".formatted(prefix, now.getEpochSecond(), bed);
    }

    static String deviceId(String patientId) {
        return patientId + "-monitor";
    }

    /// What the requests of a bed need to know.
    StoryScene scene(int bed, StoryClock clock) {
        var patientId = patientId(bed);
        return new StoryScene(clock, patientId, ward, devices.of(bed, deviceId(patientId)));
    }

    /// Ends the journeys of earlier runs. Those with an infusion are closed, the others cancelled.
    void clearJourneys() throws IOException, InterruptedException {
        var next = Optional.of("/v1/journeys?ward=" + URLEncoder.encode(ward, StandardCharsets.UTF_8));
        while (next.isPresent()) {
            var page = service.get(Account.COORDINATOR, next.get()).expected("the waiting list");
            for (var journey : page.body().path("items")) {
                if (journey.path("patientId").asText().startsWith(prefix) && journey.has("state")) {
                    end(journey);
                }
            }
            next = page.next();
        }
    }

    private void end(JsonNode journey) throws IOException, InterruptedException {
        var patch = JsonNodeFactory.instance.objectNode();
        if (AFTER_INFUSION.contains(journey.path("state").asText())) {
            patch.putObject("state").put("to", "closed");
        } else {
            patch.putObject("state").put("to", "cancelled").put("cause", "patient");
        }
        service.patch(Account.COORDINATOR, "/v1/journeys/" + journey.path("id").asText(), patch)
                .expected("the end of a journey");
    }

    /// Discharges the patients of earlier runs, page by page; a discharged patient is not on the next page.
    void clear() throws IOException, InterruptedException {
        while (clearPage()) {
            // Until a page shows no simulated patient.
        }
    }

    private boolean clearPage() throws IOException, InterruptedException {
        var path = EPISODES + "?status=active&ward=" + URLEncoder.encode(ward, StandardCharsets.UTF_8);
        var page = service.get(Account.NURSE, path).expected("the list of episodes");
        var found = false;
        for (var episode : page.body().path("items")) {
            if (episode.path("patientId").asText().startsWith(prefix)) {
                discharge(episode);
                found = true;
            }
        }
        return found;
    }

    /// An episode of this run may have begun after `now`.
    private void discharge(JsonNode episode) throws IOException, InterruptedException {
        var at = JsonNodeFactory.instance
                .objectNode()
                .put("at", Instant.now().toString())
                .put("note", "end of a simulation");
        service.post(Account.NURSE, EPISODES + "/" + episode.path("id").asText() + "/discharge", at)
                .expected("a discharge");
        var device = deviceId(episode.path("patientId").asText());
        service.delete(Account.NURSE, "/v1/devices/" + device + "/binding");
    }

    /// Admits the patient and binds the bed's monitor.
    void admit(SimulatedPatient patient) throws IOException, InterruptedException {
        var person = patient.person();
        var infusedAt = now.minus(person.daysSinceInfusion(), ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        var admission = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", patientId(patient.bed()))
                .put("name", "%s (simulated)".formatted(person.name()))
                .put("birthDate", born(person.age()))
                .put("weight", person.weight())
                .put("ward", ward)
                .put("bed", Integer.toString(patient.bed()))
                .put("product", "simulated CAR-T")
                .put("infusedAt", infusedAt.toString());
        admission.set("baseline", person.baseline());
        admission.set("journey", Journey.to(infusedAt));
        service.insist(Account.NURSE, EPISODES, admission).expected("an admission");
        bind(patient.bed(), infusedAt);
    }

    private void bind(int bed, Instant from) throws IOException, InterruptedException {
        var patientId = patientId(bed);
        ObjectNode binding = JsonNodeFactory.instance
                .objectNode()
                .put("patientId", patientId)
                .put("from", from.toString());
        service.put(Account.NURSE, "/v1/devices/" + devices.of(bed, deviceId(patientId)) + "/binding", binding)
                .expected("a binding");
    }

    private String born(int age) {
        return now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusYears(age)
                .minusMonths(3)
                .toString();
    }
}
