package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.fhirread.ChartReader;
import health.vigil.fhirview.Origins;
import health.vigil.fhirview.ResourceIds;
import health.vigil.fhirview.ResourceIds.PartId;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;

/// Finds who made an Observation or a MedicationAdministration, and from what.
@ApplicationScoped
class ProvenanceSearch {
    static final String TARGET = "target";
    private static final String RECORDED = "recorded";
    static final Set<String> PARAMETERS = Stream.concat(
                    SearchScope.PARAMETERS.stream(), Stream.of(TARGET, RECORDED, SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private static final String OBSERVATION = "Observation";
    private static final String ADMINISTRATION = "MedicationAdministration";

    /// Where the drugs begin, after all Observations.
    private static final SearchPlace FIRST_DRUG = new SearchPlace(DateBounds.EVER.from(), "p", "", "", 0);

    private final SearchScope scope;
    private final HospitalSettings hospital;
    private final ChartReader chart;
    private final ObservationSearch observations;
    private final AdministrationSearch administrations;
    private final UpdateSearch updates;
    private final CurrentUser user;

    ProvenanceSearch(
            SearchScope scope,
            HospitalSettings hospital,
            ChartReader chart,
            ObservationSearch observations,
            AdministrationSearch administrations,
            UpdateSearch updates,
            CurrentUser user) {
        this.scope = scope;
        this.hospital = hospital;
        this.chart = chart;
        this.observations = observations;
        this.administrations = administrations;
        this.updates = updates;
        this.user = user;
    }

    private record OriginFound(Provenance provenance, PatientId subject) {}

    Optional<Provenance> one(String id) {
        return ResourceIds.target(id).flatMap(this::of).map(OriginFound::provenance);
    }

    /// The origins of the resources that a search names, with or without their type, or of those of a patient.
    FoundPage page(SearchRequest request) {
        var targets = request.tokens(TARGET);
        var patient = scope.patient(request);
        var recorded = request.dates(RECORDED, hospital.timeZone());
        var page = targets.isEmpty() ? ofPatient(request, patient) : ofTargets(request, targets.getFirst());
        var standing = patient.map(scope::standing);
        return new FoundPage(
                page.found().stream()
                        .filter(found -> standing.map(found.subject()::equals).orElse(true))
                        .filter(found -> recorded.allow(
                                ((Provenance) found.resource()).getRecorded().toInstant()))
                        .toList(),
                page.next(),
                page.horizon());
    }

    private FoundPage ofTargets(SearchRequest request, List<SearchToken> targets) {
        var bounds = updates.bounds(request);
        var found = targets.stream()
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

    /// The origins of a patient's Observations, then of the drugs, each list newest first.
    private FoundPage ofPatient(SearchRequest request, Optional<PatientId> patient) {
        if (patient.isEmpty()
                || user.role() == Role.INTEGRATION
                || updates.bounds(request).isPresent()) {
            throw ProblemException.invalid(TARGET, "is needed");
        }
        var after = request.after(user.username());
        var found = new ArrayList<FoundResource>();
        if (after.filter(ProvenanceSearch::isOfDrug).isEmpty()) {
            var page = observations.everything(patient.get(), Optional.empty(), after, request.count());
            found.addAll(origins(OBSERVATION, page.found()));
            if (page.next().isPresent() || page.found().size() >= request.count()) {
                return new FoundPage(found, Optional.of(page.next().orElse(FIRST_DRUG)));
            }
        }
        var drugs = administrations.everything(
                patient.get(),
                Optional.empty(),
                after.filter(place -> place.source().equals(AdministrationSearch.SOURCE)),
                request.count() - found.size());
        found.addAll(origins(ADMINISTRATION, drugs.found()));
        return new FoundPage(found, drugs.next());
    }

    private static boolean isOfDrug(SearchPlace place) {
        return place.equals(FIRST_DRUG) || place.source().equals(AdministrationSearch.SOURCE);
    }

    private List<FoundResource> origins(String type, List<FoundResource> found) {
        var origins = byTarget(
                type, found.stream().map(each -> each.resource().getIdPart()).toList());
        return found.stream()
                .flatMap(each -> Optional.ofNullable(origins.get(each.resource().getIdPart())).stream()
                        .map(origin -> new FoundResource(origin, each.subject(), each.place())))
                .toList();
    }

    /// The origins of Observations that the user may read.
    List<Provenance> ofObservations(List<Observation> found) {
        var ids = found.stream().map(Observation::getIdPart).toList();
        var origins = byTarget(OBSERVATION, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(origins.get(id)).stream())
                .toList();
    }

    /// The origins of resources that the user may read, by their ids.
    private Map<String, Provenance> byTarget(String type, List<String> ids) {
        var keys = ids.stream()
                .flatMap(id -> ResourceIds.part(id).stream())
                .map(PartId::key)
                .distinct()
                .toList();
        var rows = chart.rows(keys).stream()
                .collect(Collectors.toMap(
                        row -> ResourceIds.key(row.observation().id()), row -> row, (one, _) -> one));
        var origins = new HashMap<String, Provenance>();
        ids.forEach(id -> ResourceIds.part(id)
                .flatMap(part -> Optional.ofNullable(rows.get(part.key())))
                .map(row -> Origins.of(ChartReader.given(row), type, id))
                .or(() -> of(id).map(OriginFound::provenance))
                .ifPresent(origin -> origins.put(id, origin)));
        return origins;
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
