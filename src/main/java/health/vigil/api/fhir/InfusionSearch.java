package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.fhirview.EpisodeResources;
import health.vigil.fhirview.ResourceIds;
import health.vigil.observation.PatientId;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;

/// Finds infusions of cells.
@ApplicationScoped
class InfusionSearch {
    private static final String DATE = "date";
    private static final String STATUS = "status";
    private static final String CODE = "code";
    private static final String IDENTIFIER = "identifier";
    static final Set<String> PARAMETERS = Stream.concat(
                    SearchScope.PARAMETERS.stream(),
                    Stream.of(STATUS, CODE, DATE, IDENTIFIER, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private final SearchScope scope;
    private final EpisodeSearch episodes;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final HospitalSettings hospital;

    InfusionSearch(
            SearchScope scope,
            EpisodeSearch episodes,
            UpdateSearch updates,
            CurrentUser user,
            HospitalSettings hospital) {
        this.scope = scope;
        this.episodes = episodes;
        this.updates = updates;
        this.user = user;
        this.hospital = hospital;
    }

    /// One that the user may see.
    Optional<Procedure> one(String id) {
        return ResourceIds.cells(id)
                .flatMap(cells -> episodes.row(cells.episode()))
                .flatMap(episode -> EpisodeResources.infusions(episode, MicrosecondClock.now()).stream()
                        .filter(procedure -> procedure.getIdPart().equals(id))
                        .findFirst());
    }

    /// The infusions of one patient.
    FoundPage page(SearchRequest request) {
        var patient = scope.neededPatient(request);
        var dates = request.dates(DATE, hospital.timeZone());
        var codes = request.tokens(CODE);
        var statuses = request.tokens(STATUS);
        var ids = request.ids();
        var bounds = updates.bounds(request);
        var newestFirst = bounds.isPresent() || request.newestFirst(DATE);
        var identifiers = request.tokens(IDENTIFIER);
        var found = ofPatient(patient, bounds);
        var all = (newestFirst ? found : found.reversed())
                .stream()
                        .filter(each -> dates.allow(each.place().at()))
                        .filter(each -> each.resource() instanceof Procedure procedure
                                && SearchToken.allowIdentifiers(identifiers, procedure.getIdentifier())
                                && SearchToken.allow(codes, procedure.getCode())
                                && SearchToken.allowCode(
                                        statuses, procedure.getStatus().toCode())
                                && ids.map(named -> named.contains(procedure.getIdPart()))
                                        .orElse(true))
                        .toList();
        var after = request.after(user.username());
        if (bounds.isPresent()) {
            return bounds.get().page(all, after, request.count());
        }
        var rest = after.map(place -> all.stream()
                        .dropWhile(each -> !each.place().equals(place))
                        .skip(1)
                        .toList())
                .orElse(all);
        return FoundPage.of(rest, request.count());
    }

    /// The infusions of one patient in the episodes that the user may see, newest first.
    ///
    /// @param updates if the changes up to a horizon are wanted: an infusion later than it has not been given yet
    List<FoundResource> ofPatient(PatientId patient, Optional<UpdateBounds> updates) {
        var now = updates.map(UpdateBounds::horizon).orElseGet(MicrosecondClock::now);
        return episodes.ofPatient(patient).stream()
                .flatMap(episode -> EpisodeResources.infusions(episode, now).reversed().stream()
                        .map(procedure -> new FoundResource(
                                procedure,
                                episode.subject(),
                                new SearchPlace(at(procedure), EpisodeSearch.SOURCE, procedure.getIdPart(), "", 0))))
                .toList();
    }

    private static Instant at(Procedure procedure) {
        return OffsetDateTime.parse(procedure.getPerformedDateTimeType().getValueAsString())
                .toInstant();
    }
}
