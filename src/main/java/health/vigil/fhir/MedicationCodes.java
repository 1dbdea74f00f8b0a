package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Meaning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/// The drugs that a medication holds.
final class MedicationCodes {
    private static final String PLACE = "MedicationAdministration.medication";

    private final ResourceContext context;

    MedicationCodes(ResourceContext context) {
        this.context = context;
    }

    /// The one known drug; empty if there is none, or if a fault was noted.
    Optional<Meaning> read(Type medication) {
        var known = new LinkedHashSet<Meaning>();
        concepts(medication).forEach(concept -> add(known, concept));
        if (known.size() > 1) {
            context.issues().refuse(PLACE, "holds more than one drug that is known here");
            return Optional.empty();
        }
        return known.stream().findFirst();
    }

    private void add(Set<Meaning> known, CodeableConcept concept) {
        switch (context.concepts().match(concept)) {
            case CodeMatch.Found(var meaning, var _) when drug(meaning) -> known.add(meaning);
            case CodeMatch.Ambiguous(var reason) -> context.issues().unknownCode(PLACE, reason);
            case CodeMatch.Found _, CodeMatch.NotOurs _ -> {}
        }
    }

    private static boolean drug(Meaning meaning) {
        return meaning instanceof Meaning.OfAgent
                || meaning instanceof Meaning.OfDrug
                || meaning instanceof Meaning.OfCells;
    }

    private Stream<CodeableConcept> concepts(Type medication) {
        return switch (medication) {
            case CodeableConcept concept -> Stream.of(concept);
            case Reference reference -> referenced(reference).flatMap(MedicationCodes::concepts);
            case null -> {
                context.issues().missing(PLACE);
                yield Stream.empty();
            }
            default -> Stream.empty();
        };
    }

    private static Stream<CodeableConcept> concepts(Medication medication) {
        return Stream.concat(
                Stream.of(medication.getCode()),
                medication.getIngredient().stream()
                        .flatMap(ingredient -> ingredient.getItem() instanceof CodeableConcept concept
                                ? Stream.of(concept)
                                : Stream.<CodeableConcept>empty()));
    }

    private Stream<Medication> referenced(Reference reference) {
        var found = reference.hasReference()
                ? context.references()
                        .resolve(reference.getReference(), context.write().resource())
                : List.<ObjectNode>of();
        if (found.isEmpty()) {
            context.issues().refuse(PLACE, "refers to a medication that is not in this message");
        }
        if (found.stream().anyMatch(json -> !json.path("resourceType").asText().equals("Medication"))) {
            context.issues().refuse(PLACE, "refers to a resource that is no Medication");
            return Stream.empty();
        }
        return found.stream().flatMap(json -> FhirParser.parse(json, Medication.class, context.issues()).stream());
    }
}
