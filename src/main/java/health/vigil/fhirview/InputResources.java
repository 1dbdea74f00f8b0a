package health.vigil.fhirview;

import health.vigil.observation.Medication;
import health.vigil.observation.Vasopressor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;

/// The resources of an observation to which a grade or an alert refers.
final class InputResources {
    /// The parts of vital signs and of checks that a component judges.
    private static final Map<String, Set<ResourcePart>> PARTS = Map.of(
            "fever", Set.of(ResourcePart.TEMPERATURE),
            "hypotension", Set.of(ResourcePart.BLOOD_PRESSURE, ResourcePart.MEAN_PRESSURE, ResourcePart.BOLUS),
            "hypoxia", Set.of(ResourcePart.SATURATION, ResourcePart.OXYGEN),
            "ice", Set.of(ResourcePart.ICE),
            "capd", Set.of(ResourcePart.CAPD),
            "consciousness", Set.of(ResourcePart.CONSCIOUSNESS));

    private InputResources() {}

    /// A resource by its type and id.
    record InputResource(String type, String id) {
        Reference reference() {
            return References.to(type, id);
        }
    }

    /// All resources of an observation. An infusion is read by the id of each of its records.
    static Stream<InputResource> of(GivenObservation given) {
        var content = given.observation().content();
        return content instanceof Vasopressor || content instanceof Medication
                ? Stream.of(
                        new InputResource("MedicationAdministration", ResourceIds.of(given.id(), ResourcePart.DRUG)))
                : ChartedResources.of(given).stream().map(shape -> new InputResource("Observation", shape.getIdPart()));
    }

    /// Those of its resources that a component judges.
    static Stream<InputResource> of(GivenObservation given, String component) {
        var parts = PARTS.get(component);
        return of(given)
                .filter(resource -> parts == null
                        || resource.type().equals("MedicationAdministration")
                        || isOneOf(resource.id(), parts));
    }

    private static boolean isOneOf(String id, Set<ResourcePart> parts) {
        return ResourceIds.part(id)
                .filter(named -> parts.contains(named.part()))
                .isPresent();
    }

    static List<Reference> references(Stream<InputResource> resources) {
        return resources.distinct().map(InputResource::reference).toList();
    }
}
