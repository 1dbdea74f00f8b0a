package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.OwnCodes;
import health.vigil.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the service offers for each type of resource. The CapabilityStatement is made of this table.
public final class FhirCapabilities {
    private static final String SECURITY = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private static final String EVERYTHING = "http://hl7.org/fhir/OperationDefinition/Patient-everything";
    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    /// When the table was changed last.
    private static final String CHANGED = "2026-12-01";

    /// What can be done with one type of resource.
    ///
    /// @param interactions codes of FHIR's `TypeRestfulInteraction`
    /// @param writing whether it is taken, also by an identifier
    /// @param parameters for searches
    public record ResourceCapability(
            String type, List<String> interactions, boolean writing, List<SearchCapability> parameters) {
        public ResourceCapability {
            interactions = List.copyOf(interactions);
            parameters = List.copyOf(parameters);
        }
    }

    /// Where clients get tokens.
    ///
    /// @param authorize where a person signs in
    public record OauthUris(String token, Optional<String> authorize) {}

    /// A parameter of searches.
    ///
    /// @param type a code of FHIR's `SearchParamType`
    public record SearchCapability(String name, String type) {}

    private static final String SUBSCRIPTION = "Subscription";

    /// The topics that can be subscribed to.
    private static final List<String> TOPICS =
            List.of(OwnCodes.CANON + "/SubscriptionTopic/alert", OwnCodes.CANON + "/SubscriptionTopic/grade");

    private static final String TOKEN = "token";
    private static final String DATE = "date";
    private static final SearchCapability ID = new SearchCapability("_id", TOKEN);
    private static final SearchCapability IDENTIFIER = new SearchCapability("identifier", TOKEN);
    private static final SearchCapability CODE = new SearchCapability("code", TOKEN);
    private static final SearchCapability UPDATED = new SearchCapability("_lastUpdated", DATE);
    private static final SearchCapability STATUS = new SearchCapability("status", TOKEN);

    private static final List<ResourceCapability> RESOURCES = List.of(
            read(
                    "AuditEvent",
                    ID,
                    new SearchCapability("patient", "reference"),
                    new SearchCapability("date", DATE),
                    new SearchCapability("agent", "reference"),
                    new SearchCapability("action", TOKEN)),
            read("CodeSystem", ID, new SearchCapability("url", "uri")),
            read("DetectedIssue", ofPatient(ID, CODE, IDENTIFIER, new SearchCapability("identified", DATE))),
            new ResourceCapability("Device", List.of("read"), false, List.of()),
            taken(
                    "Encounter",
                    List.of("create", "update", "read", "search-type"),
                    ofPatient(ID, STATUS, IDENTIFIER, new SearchCapability("date", DATE))),
            read("EpisodeOfCare", ofPatient(ID, STATUS, IDENTIFIER, new SearchCapability("date", DATE))),
            read("Flag", ofPatient(ID, new SearchCapability("date", DATE))),
            taken(
                    "MedicationAdministration",
                    List.of("create", "update", "delete", "read", "vread", "history-instance", "search-type"),
                    ofPatient(ID, CODE, STATUS, IDENTIFIER, new SearchCapability("effective-time", DATE))),
            taken(
                    "Observation",
                    List.of("create", "update", "delete", "read", "vread", "history-instance", "search-type"),
                    ofPatient(
                            ID,
                            CODE,
                            new SearchCapability("combo-code", TOKEN),
                            new SearchCapability("category", TOKEN),
                            STATUS,
                            IDENTIFIER,
                            new SearchCapability("date", DATE))),
            taken("Patient", List.of("create", "update", "read", "search-type"), ID, IDENTIFIER, UPDATED),
            taken(
                    "Procedure",
                    List.of("create", "update", "read", "search-type"),
                    ofPatient(ID, CODE, STATUS, IDENTIFIER, new SearchCapability("date", DATE))),
            read(
                    "Provenance",
                    ofPatient(new SearchCapability("target", "reference"), new SearchCapability("recorded", DATE))),
            new ResourceCapability(
                    SUBSCRIPTION,
                    List.of("create", "update", "delete", "read", "search-type"),
                    false,
                    List.of(ID, STATUS, new SearchCapability("url", "uri"))));

    private FhirCapabilities() {}

    private static ResourceCapability taken(String type, List<String> interactions, SearchCapability... parameters) {
        return new ResourceCapability(type, interactions, true, List.of(parameters));
    }

    private static ResourceCapability read(String type, SearchCapability... parameters) {
        return new ResourceCapability(type, List.of("read", "search-type"), false, List.of(parameters));
    }

    /// Parameters of a search that can name a patient.
    private static SearchCapability[] ofPatient(SearchCapability... others) {
        return Stream.concat(
                        Stream.of(
                                new SearchCapability("patient", "reference"),
                                new SearchCapability("subject", "reference"),
                                new SearchCapability("patient.identifier", TOKEN),
                                UPDATED),
                        Stream.of(others))
                .toArray(SearchCapability[]::new);
    }

    /// The table.
    public static List<ResourceCapability> resources() {
        return RESOURCES;
    }

    /// The CapabilityStatement.
    ///
    /// @param base the address of the service for FHIR
    /// @param uris absent if tokens come from no authorization server
    public static ObjectNode statement(String base, String version, Optional<OauthUris> uris) {
        var statement = JsonText.object()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", CHANGED)
                .put("kind", "instance");
        statement.putObject("software").put("name", "Vigil").put("version", version);
        statement
                .putObject("implementation")
                .put("description", "Grades CRS and ICANS at the bedside")
                .put("url", base);
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json").add("json");
        var rest = statement.putArray("rest").addObject().put("mode", "server");
        rest.putArray("extension")
                .addObject()
                .put("url", SubscriptionUrls.WEBSOCKET)
                .put("valueUri", SubscriptionUrls.socket(base));
        var security = rest.putObject("security");
        uris.ifPresent(known -> oauth(security, known));
        security.putArray("service")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", SECURITY)
                .put("code", uris.isPresent() ? "SMART-on-FHIR" : "OAuth");
        var types = rest.putArray("resource");
        resources().forEach(resource -> types.add(resource(resource)));
        var whole = rest.putArray("interaction");
        whole.addObject().put("code", "transaction");
        whole.addObject().put("code", "batch");
        return statement;
    }

    /// As older clients of SMART look for it; newer ones read `.well-known/smart-configuration`.
    private static void oauth(ObjectNode security, OauthUris uris) {
        var parts = security.putArray("extension")
                .addObject()
                .put("url", OAUTH_URIS)
                .putArray("extension");
        parts.addObject().put("url", "token").put("valueUri", uris.token());
        uris.authorize()
                .ifPresent(address -> parts.addObject().put("url", "authorize").put("valueUri", address));
    }

    private static ObjectNode resource(ResourceCapability capability) {
        var json = JsonText.object().put("type", capability.type());
        var interactions = json.putArray("interaction");
        capability.interactions().forEach(code -> interactions.addObject().put("code", code));
        json.put("readHistory", capability.interactions().contains("vread"));
        json.put("versioning", capability.interactions().contains("vread") ? "versioned" : "no-version");
        if (capability.writing()) {
            json.put("updateCreate", true)
                    .put("conditionalCreate", true)
                    .put("conditionalUpdate", true)
                    .put("conditionalDelete", "not-supported");
        }
        json.putArray("referencePolicy").add("literal").add("logical");
        if (!capability.parameters().isEmpty()) {
            var parameters = json.putArray("searchParam");
            capability
                    .parameters()
                    .forEach(parameter ->
                            parameters.addObject().put("name", parameter.name()).put("type", parameter.type()));
        }
        switch (capability.type()) {
            case SUBSCRIPTION -> backport(json);
            case "Observation" -> {
                json.putArray("searchInclude").add("Observation:subject");
                json.putArray("searchRevInclude").add("Provenance:target");
            }
            case "Patient" ->
                json.putArray("operation").addObject().put("name", "everything").put("definition", EVERYTHING);
            default -> {}
        }
        return json;
    }

    /// What the Subscriptions R5 Backport asks of a server. R4 has no resource for topics, so they are named here.
    private static void backport(ObjectNode json) {
        var topics = json.putArray("extension");
        TOPICS.forEach(
                topic -> topics.addObject().put("url", SubscriptionUrls.TOPICS).put("valueCanonical", topic));
        json.putArray("supportedProfile").add(SubscriptionUrls.PROFILE);
        var operations = json.putArray("operation");
        operations.addObject().put("name", "status").put("definition", SubscriptionUrls.STATUS_OPERATION);
        operations.addObject().put("name", "events").put("definition", SubscriptionUrls.EVENTS_OPERATION);
        operations.addObject().put("name", "get-ws-binding-token").put("definition", SubscriptionUrls.TOKEN_OPERATION);
    }
}
