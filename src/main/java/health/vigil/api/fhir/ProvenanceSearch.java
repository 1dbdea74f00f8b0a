package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.fhirread.ChartReader;
import health.vigil.fhirview.Origins;
import health.vigil.fhirview.ResourceIds;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Provenance;

/// Finds who made an Observation or a MedicationAdministration, and from what.
@ApplicationScoped
class ProvenanceSearch {
    static final String TARGET = "target";
    static final Set<String> PARAMETERS = Set.of(TARGET, SearchRequest.UPDATED);

    private static final String OBSERVATION = "Observation";
    private static final String ADMINISTRATION = "MedicationAdministration";

    private final ObservationSearch observations;
    private final AdministrationSearch administrations;
    private final UpdateSearch updates;
    private final CurrentUser user;

    ProvenanceSearch(
            ObservationSearch observations,
            AdministrationSearch administrations,
            UpdateSearch updates,
            CurrentUser user) {
        this.observations = observations;
        this.administrations = administrations;
        this.updates = updates;
        this.user = user;
    }

    private record OriginFound(Provenance provenance, PatientId subject) {}

    Optional<Provenance> one(String id) {
        return ResourceIds.target(id).flatMap(this::of).map(OriginFound::provenance);
    }

    /// The origins of the resources that a search names, with or without their type.
    FoundPage page(SearchRequest request) {
        var targets = request.tokens(TARGET);
        if (targets.isEmpty()) {
            throw ProblemException.invalid(TARGET, "is needed");
        }
        var bounds = updates.bounds(request);
        var found = targets.getFirst().stream()
                .map(token -> token.code().substring(token.code().lastIndexOf('/') + 1))
                .distinct()
                .flatMap(id -> of(id).stream())
                .map(origin -> new FoundResource(
                        origin.provenance(),
                        origin.subject(),
                        new SearchPlace(
                                DateBounds.EVER.from(), "p", origin.provenance().getIdPart(), "", 0)))
                .toList();
        return bounds.map(changed -> changed.page(List.copyOf(found), request.after(user.username()), request.count()))
                .orElseGet(() -> new FoundPage(List.copyOf(found), Optional.empty()));
    }

    private Optional<OriginFound> of(String target) {
        var number = ResourceIds.grade(target);
        if (number.isPresent()) {
            return observations
                    .grade(number.getAsLong())
                    .map(given -> new OriginFound(Origins.of(given), given.subject()));
        }
        var type = observations.one(target).isPresent() ? OBSERVATION : ADMINISTRATION;
        return type.equals(OBSERVATION) || administrations.one(target).isPresent()
                ? observations
                        .row(target)
                        .map(row -> new OriginFound(Origins.of(ChartReader.given(row), type, target), row.subject()))
                : Optional.empty();
    }
}
