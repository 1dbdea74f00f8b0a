package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.StatementLine;
import health.vigil.exchange.Vocabulary;
import health.vigil.json.StrictJson;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Resources of the tests, and what is read of them as one line.
final class Resources {
    static final SubjectSystems SYSTEMS =
            new SubjectSystems("urn:mrn", Set.of("https://ehr.example/fhir"), Optional.of("urn:devices"));
    static final SenderSettings SENDER = SenderSettings.of(new Sender("ehr"), false);

    private Resources() {}

    static SenderSettings with(Vocabulary vocabulary, Optional<OxygenReason> reason, Optional<OxygenDevice> device) {
        return SENDER.with(new ReadingSettings(
                vocabulary, reason, device, Optional.empty(), false, false, Optional.empty(), Map.of()));
    }

    static ObjectNode json(String text) {
        if (StrictJson.parseFhir(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                instanceof StrictJson.Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new IllegalArgumentException(text);
    }

    /// An observation of a patient at 10:00.
    static ObjectNode observation(String code, String rest) {
        return json("{'resourceType': 'Observation', 'status': 'final', 'subject': {'reference': 'Patient/p-1'}, "
                + "'effectiveDateTime': '2026-03-02T10:00:00Z', 'code': " + coding(code)
                + (rest.isEmpty() ? "" : ", " + rest) + "}");
    }

    /// A concept of LOINC, or of one of our own systems if the code is a word.
    static String coding(String code) {
        var system = code.matches("\\d+-\\d") ? "http://loinc.org" : "http://health.vigil/fhir/CodeSystem/observation";
        return "{'coding': [{'system': '" + system + "', 'code': '" + code + "'}]}";
    }

    static String quantity(String value, String unit) {
        return "{'value': " + value + ", 'system': 'http://unitsofmeasure.org', 'code': '" + unit + "'}";
    }

    static String component(String code, String value) {
        return "{'code': " + coding(code) + ", " + value + "}";
    }

    static FhirResult read(ObjectNode resource) {
        return read(resource, SENDER);
    }

    static FhirResult read(ObjectNode resource, SenderSettings sender) {
        return new FhirReader(sender, SYSTEMS).read(ResourceWrite.created(resource));
    }

    static String line(ObjectNode resource) {
        return line(read(resource));
    }

    static String line(FhirResult result) {
        return switch (result) {
            case FhirResult.OfStatements(var _, var statements) ->
                statements.stream().map(StatementLine::of).collect(Collectors.joining(" + "));
            case FhirResult.OfStayReport(var report) ->
                "stay " + report.change().word();
            case FhirResult.OfInfusion(var infusion) ->
                "infusion of " + infusion.product() + " at " + infusion.infusedAt();
            case FhirResult.NotKept(var reason) -> "not kept: " + reason.word();
            case FhirResult.Refused(var status, var issues) ->
                status + " "
                        + issues.stream()
                                .map(issue -> issue.expression() + " " + issue.diagnostics())
                                .collect(Collectors.joining("; "));
        };
    }

    static List<String> cautions(ObjectNode resource) {
        return read(resource) instanceof FhirResult.OfStatements(var _, var statements)
                ? statements.stream()
                        .flatMap(statement -> statement.cautions().stream())
                        .map(caution -> caution.place() + " " + caution.text())
                        .toList()
                : List.of();
    }
}
