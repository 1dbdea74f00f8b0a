package health.vigil.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.faults.FedRevisions.FedReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// A records system that reports in FHIR: vital signs, scores, oxygen, infusions of vasopressors.
final class FhirFeed implements Feed {
    private static final String SYSTEM = "urn:faults";
    private static final Duration SLOT = Duration.ofHours(3);
    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final int FACTS = 12;

    private final Fleet fleet;
    private final Client client;

    FhirFeed(Fleet fleet) {
        this.fleet = fleet;
        this.client = new Client(fleet.token("integration"));
    }

    @Override
    public String name() {
        return "fhir";
    }

    @Override
    public FeedAnswer send(FeedMessage message) {
        if (!(message instanceof FeedMessage.ResourceSent(var method, var path, var json))) {
            return new FeedAnswer.NotTaken("no resource");
        }
        var answer = client.send(method, fleet.ingestPort(), "/fhir/r4/" + path, json);
        if (answer.status() == 0 || asksForPatience(answer)) {
            return new FeedAnswer.AgainLater();
        }
        // What is passed over has a body that says so.
        return (answer.status() == 200 || answer.status() == 201)
                        && answer.body().isBlank()
                ? new FeedAnswer.Kept()
                : new FeedAnswer.NotTaken(answer.toString());
    }

    /// Whether it is told in the words of FHIR that the same may be sent again.
    private static boolean asksForPatience(Client.Answer answer) {
        return (answer.status() == 503 || answer.status() == 429)
                && answer.body().contains("\"OperationOutcome\"")
                && (answer.body().contains("\"transient\"") || answer.body().contains("\"throttled\""));
    }

    @Override
    public List<FedFact> facts(FedPatient patient, Random random) {
        var facts = new ArrayList<FedFact>();
        for (var number = 0; number < FACTS; number++) {
            var at = patient.patient()
                    .infusedAt()
                    .plus(SLOT.multipliedBy(number))
                    .plusSeconds(1 + random.nextInt((int) LEAST.toSeconds()));
            var fact = new ResourceFact(patient.patientId(), patient.patientId() + "-" + number, at, random);
            facts.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> fact.temperature();
                        case 2 -> fact.saturation();
                        case 3 -> fact.pressure();
                        case 4 -> random.nextBoolean() ? fact.ice() : fact.oxygen();
                        default -> fact.vasopressor();
                    });
        }
        return facts;
    }

    /// One fact as resources.
    ///
    /// @param id the value of its identifier
    private record ResourceFact(String patientId, String id, Instant at, Random random) {
        private static final String OBSERVATION = "http://health.vigil/fhir/CodeSystem/observation";

        FedFact temperature() {
            return observation(
                    FedRevisions.random(random, () -> "%d.%d".formatted(36 + random.nextInt(5), random.nextInt(10))),
                    value -> code("http://loinc.org", "8310-5") + "," + quantity(value, "Cel"),
                    value -> vitals().put("temperature", new BigDecimal(value)));
        }

        FedFact saturation() {
            return observation(
                    FedRevisions.random(random, () -> 84 + random.nextInt(16)),
                    value -> code("http://loinc.org", "59408-5") + "," + quantity(value.toString(), "%"),
                    value -> vitals().put("spo2", value));
        }

        FedFact pressure() {
            return observation(
                    FedRevisions.random(random, () -> 78 + random.nextInt(60)),
                    value -> code("http://loinc.org", "85354-9") + ",'component':["
                            + component("8480-6", quantity(value.toString(), "mm[Hg]")) + ","
                            + component("8462-4", quantity(String.valueOf(value / 2), "mm[Hg]")) + "]",
                    value -> vitals().put("systolic", value).put("diastolic", value / 2));
        }

        FedFact ice() {
            return observation(
                    FedRevisions.random(random, () -> random.nextInt(11)),
                    value -> code(OBSERVATION, "ice") + ",'valueInteger':" + value,
                    value -> FedFact.entry("neuro-check", at).put("ice", value));
        }

        FedFact oxygen() {
            return observation(
                    FedRevisions.random(random, () -> 1 + random.nextInt(12)),
                    value -> code(OBSERVATION, "oxygen-therapy")
                            + ",'valueCodeableConcept':" + concept("oxygen-device", "nasal-cannula")
                            + ",'component':[" + component("3151-8", quantity(value.toString(), "L/min")) + ",{"
                            + code(OBSERVATION, "oxygen-reason") + ",'valueCodeableConcept':"
                            + concept("oxygen-reason", "hypoxia") + "}]",
                    value -> FedFact.entry("oxygen-therapy", at)
                            .put("device", "nasal-cannula")
                            .put("flow", value)
                            .put("reason", "hypoxia"));
        }

        private ObjectNode vitals() {
            return FedFact.entry("vital-signs", at);
        }

        private <T> FedFact observation(
                FedRevisions<T> revisions, Function<T, String> content, Function<T, ObjectNode> entry) {
            var messages = revisions.reports().stream()
                    .map(report -> message(report, content))
                    .toList();
            return new FedFact(
                    at, messages, revisions.standing().map(entry).stream().toList());
        }

        /// A correction may also come as a conditional PUT.
        private <T> FeedMessage message(FedReport<T> report, Function<T, String> content) {
            var status = report.value().isEmpty() ? "entered-in-error" : report.isFirst() ? "final" : "corrected";
            var json = "{'resourceType':'Observation','status':'" + status + "',"
                    + "'identifier':[{'system':'" + SYSTEM + "','value':'" + id + "'}],"
                    + "'subject':{'reference':'Patient/" + patientId + "'},"
                    + "'effectiveDateTime':'" + at + "','issued':'" + at.plusSeconds(60L * (1 + report.number())) + "'"
                    + report.value().map(content).map(","::concat).orElse("") + "}";
            var put = status.equals("corrected") && random.nextBoolean();
            return put
                    ? sent("PUT", "Observation?identifier=" + SYSTEM + "%7C" + id, json)
                    : sent("POST", "Observation", json);
        }

        /// An infusion is reported when it begins and when it ends. Its reports have no time of issue: the more
        /// final one stands, in whatever order they arrive.
        FedFact vasopressor() {
            var end = at.plus(LEAST)
                    .plusSeconds(random.nextInt((int) Duration.ofHours(1).toSeconds()));
            var messages = new ArrayList<FeedMessage>();
            messages.add(administration("in-progress", "'start':'" + at + "'"));
            var entries = new ArrayList<ObjectNode>();
            entries.add(action(at, "started"));
            if (random.nextInt(3) > 0) {
                messages.add(administration("completed", "'start':'" + at + "','end':'" + end + "'"));
                entries.add(action(end, "stopped"));
            }
            if (random.nextInt(5) == 0) {
                messages.add(administration("entered-in-error", "'start':'" + at + "'"));
                entries.clear();
            }
            return new FedFact(at, messages, entries);
        }

        private ObjectNode action(Instant when, String action) {
            return FedFact.entry("vasopressor", when)
                    .put("agent", "norepinephrine")
                    .put("action", action)
                    .put("infusionId", id);
        }

        private FeedMessage administration(String status, String period) {
            return sent(
                    "POST",
                    "MedicationAdministration",
                    "{'resourceType':'MedicationAdministration','status':'" + status + "',"
                            + "'identifier':[{'system':'" + SYSTEM + "','value':'" + id + "'}],"
                            + "'subject':{'reference':'Patient/" + patientId + "'},"
                            + "'medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc',"
                            + "'code':'C01CA03'}]},'effectivePeriod':{" + period + "}}");
        }

        private static FeedMessage sent(String method, String path, String json) {
            return new FeedMessage.ResourceSent(method, path, json.replace('\'', '"'));
        }

        private static String code(String system, String code) {
            return "'code':{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
        }

        private static String concept(String system, String code) {
            return "{'coding':[{'system':'http://health.vigil/fhir/CodeSystem/" + system + "','code':'" + code + "'}]}";
        }

        private static String component(String code, String value) {
            return "{" + code("http://loinc.org", code) + "," + value + "}";
        }

        private static String quantity(String value, String unit) {
            return "'valueQuantity':{'value':" + value + ",'system':'http://unitsofmeasure.org','code':'" + unit + "'}";
        }
    }
}
