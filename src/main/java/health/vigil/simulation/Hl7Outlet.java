package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sends as a hospital does: two gateways of monitors over MLLP, the laboratory as Bundles of FHIR, and a nurse
/// who charts the rest.
final class Hl7Outlet implements DemoOutlet {
    static final int PORT = 2575;

    private static final Map<String, String> LOINC = Map.of(
            "platelets", "777-3",
            "neutrophils", "751-8",
            "haemoglobin", "718-7",
            "crp", "1988-5",
            "ferritin", "2276-4",
            "creatinine", "2160-0",
            "alt", "1742-6",
            "bilirubin", "1975-2",
            "fibrinogen", "3255-7");

    private final Service service;
    private final HttpOutlet nurse;
    private final Map<MonitorStyle, MllpFeed> gateways = new EnumMap<>(MonitorStyle.class);

    Hl7Outlet(Service service, int port) {
        this.service = service;
        this.nurse = new HttpOutlet(service);
        for (var style : MonitorStyle.values()) {
            gateways.put(style, new MllpFeed(port));
        }
    }

    /// The settings that the service needs before it starts.
    static Map<String, String> settings(int port) {
        var settings = new HashMap<String, String>();
        settings.put("vigil.hl7.port", Integer.toString(port));
        settings.put("vigil.hl7.host", "127.0.0.1");
        settings.put("vigil.hl7.plain", "true");
        for (var style : MonitorStyle.values()) {
            settings.putAll(style.settings());
        }
        return settings;
    }

    @Override
    public String deviceId(int bed, String name) {
        return MonitorStyle.of(bed).deviceId(name);
    }

    @Override
    public void readings(List<MonitorReading> readings) throws IOException, InterruptedException {
        for (var reading : readings) {
            var style = MonitorStyle.of(reading.bed());
            Objects.requireNonNull(gateways.get(style)).send(style.message(reading));
        }
    }

    @Override
    public void entries(List<ObjectNode> entries) throws IOException, InterruptedException {
        var charted = new ArrayList<ObjectNode>();
        var results = new LinkedHashMap<String, ArrayNode>();
        for (var entry : entries) {
            if (LOINC.containsKey(entry.path("analyte").asText())) {
                results.computeIfAbsent(entry.path("patientId").asText(), _ -> JsonNodeFactory.instance.arrayNode())
                        .add(sent(entry));
            } else {
                charted.add(entry);
            }
        }
        for (var sample : results.values()) {
            var bundle = JsonNodeFactory.instance
                    .objectNode()
                    .put("resourceType", "Bundle")
                    .put("type", "transaction");
            bundle.set("entry", sample);
            service.insist(Account.INTEGRATION, "/fhir/r4", bundle).expected("a Bundle of results");
        }
        nurse.entries(charted);
    }

    private static ObjectNode sent(ObjectNode entry) {
        var sent = JsonNodeFactory.instance.objectNode();
        sent.putObject("request").put("method", "POST").put("url", "Observation");
        sent.set("resource", observation(entry));
        return sent;
    }

    private static ObjectNode observation(ObjectNode entry) {
        var at = entry.path("effectiveAt").asText();
        var observation = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Observation")
                .put("status", "final")
                .put("effectiveDateTime", at)
                .put("issued", at);
        observation
                .putArray("identifier")
                .addObject()
                .put("system", "urn:demo:laboratory")
                .put("value", entry.path("id").asText());
        observation
                .putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", "http://loinc.org")
                .put("code", LOINC.getOrDefault(entry.path("analyte").asText(), ""));
        observation
                .putObject("subject")
                .put("reference", "Patient/" + entry.path("patientId").asText());
        observation
                .putObject("valueQuantity")
                .put("value", entry.path("value").decimalValue())
                .put("system", "http://unitsofmeasure.org")
                .put("code", entry.path("unit").asText());
        return observation;
    }

    @Override
    public void close() {
        gateways.values().forEach(MllpFeed::close);
    }
}
