package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonText;
import java.util.List;

/// What the service offers for each type of resource. The CapabilityStatement is made of this table.
public final class FhirCapabilities {
    private static final String SECURITY = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    /// When the table was changed last.
    private static final String CHANGED = "2026-11-30";

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

    /// A parameter of searches.
    ///
    /// @param type a code of FHIR's `SearchParamType`
    public record SearchCapability(String name, String type) {}

    private static final List<ResourceCapability> RESOURCES = List.of(
            taken("Encounter", "create", "update"),
            taken("MedicationAdministration", "create", "update", "delete"),
            taken("Observation", "create", "update", "delete"),
            taken("Patient", "create", "update"),
            taken("Procedure", "create", "update"));

    private FhirCapabilities() {}

    private static ResourceCapability taken(String type, String... interactions) {
        return new ResourceCapability(type, List.of(interactions), true, List.of());
    }

    /// The table.
    public static List<ResourceCapability> resources() {
        return RESOURCES;
    }

    /// The CapabilityStatement.
    ///
    /// @param base the address of the service for FHIR
    public static ObjectNode statement(String base, String version) {
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
        rest.putObject("security")
                .putArray("service")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", SECURITY)
                .put("code", "OAuth");
        var types = rest.putArray("resource");
        resources().forEach(resource -> types.add(resource(resource)));
        var whole = rest.putArray("interaction");
        whole.addObject().put("code", "transaction");
        whole.addObject().put("code", "batch");
        return statement;
    }

    private static ObjectNode resource(ResourceCapability capability) {
        var json = JsonText.object().put("type", capability.type());
        var interactions = json.putArray("interaction");
        capability.interactions().forEach(code -> interactions.addObject().put("code", code));
        json.put("versioning", "versioned");
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
        return json;
    }
}
