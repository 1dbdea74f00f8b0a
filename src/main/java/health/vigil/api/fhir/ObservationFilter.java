package health.vigil.api.fhir;

import health.vigil.fhirview.ObservationCodes;
import health.vigil.fhirview.ObservationCodes.ObservationSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// The conditions of a search for Observations, each with its groups of tokens.
///
/// @param comboCodes of the Observation or of a component
record ObservationFilter(
        List<List<SearchToken>> codes,
        List<List<SearchToken>> comboCodes,
        List<List<SearchToken>> categories,
        List<List<SearchToken>> statuses,
        List<List<SearchToken>> identifiers,
        DateBounds dates) {
    static final ObservationFilter EVERYTHING =
            new ObservationFilter(List.of(), List.of(), List.of(), List.of(), List.of(), DateBounds.EVER);

    private static final String IN_ERROR = "entered-in-error";

    /// The data in which matching Observations can be.
    ///
    /// @param ofGrades the status of a grade that stands
    ObservationSource source(ObservationStatus ofGrades) {
        return Stream.of(
                        codes.stream().map(group -> ObservationCodes.ofCodes(SearchRequest.codes(group))),
                        categories.stream().map(group -> ObservationCodes.ofCategories(SearchRequest.codes(group))),
                        statuses.stream().map(group -> ofStatuses(SearchRequest.codes(group), ofGrades)))
                .flatMap(sources -> sources)
                .reduce(ObservationCodes.all(), ObservationSource::and);
    }

    private static ObservationSource ofStatuses(Set<String> statuses, ObservationStatus ofGrades) {
        return statuses.stream()
                .map(status -> ObservationCodes.ofStatus(status, ofGrades))
                .reduce(ObservationCodes.NONE, ObservationSource::or);
    }

    /// Whether data that stand, or data that were entered in error, are wanted. The latter have to be asked for: a
    /// client that does not look at the status would take them for true.
    Set<Boolean> standing() {
        if (statuses.isEmpty()) {
            return Set.of(true);
        }
        var wanted = new HashSet<Boolean>();
        statuses.stream()
                .flatMap(List::stream)
                .forEach(token -> wanted.add(!token.code().equals(IN_ERROR)));
        return wanted;
    }

    /// The same for a search in the order of the last changes: whoever follows changes has to learn of retractions.
    Set<Boolean> standingOfUpdates() {
        return statuses.isEmpty() ? Set.of(true, false) : standing();
    }

    boolean allows(Observation resource) {
        return SearchToken.allow(codes, resource.getCode())
                && SearchToken.allow(comboCodes, allCodes(resource))
                && SearchToken.allow(categories, resource.getCategory())
                && SearchToken.allowCode(statuses, resource.getStatus().toCode())
                && SearchToken.allowIdentifiers(identifiers, resource.getIdentifier());
    }

    /// The codes of an Observation and of its components.
    private static List<CodeableConcept> allCodes(Observation resource) {
        return Stream.concat(
                        Stream.of(resource.getCode()),
                        resource.getComponent().stream().map(ObservationComponentComponent::getCode))
                .toList();
    }

    /// The same for a resource that was found by its id.
    boolean allowsNamed(Observation resource) {
        return allows(resource) && dates.allow(ObservationList.at(resource));
    }
}
