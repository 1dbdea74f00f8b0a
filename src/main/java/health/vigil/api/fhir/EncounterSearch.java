package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.api.Visibility;
import health.vigil.fhirview.GivenStay;
import health.vigil.fhirview.StayEncounter;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.FhirStays;
import health.vigil.store.FhirStays.FhirStay;
import health.vigil.store.FhirStays.StayUpdate;
import health.vigil.store.FhirStays.WantedStays;
import health.vigil.store.HospitalSettings;
import health.vigil.store.StayState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/// Finds reported stays. A user of some wards finds those in these wards. They come in the order of their first
/// reports, the newest first, so that no report moves a stay to another page.
@ApplicationScoped
class EncounterSearch {
    private static final String STATUS = "status";
    private static final String IDENTIFIER = "identifier";
    private static final String DATE = "date";
    static final Set<String> PARAMETERS = Stream.concat(
                    SearchScope.PARAMETERS.stream(), Stream.of(STATUS, IDENTIFIER, DATE, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private static final String SOURCE = "s";

    private final SearchScope scope;
    private final Visibility visible;
    private final Database database;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final HospitalSettings hospital;

    EncounterSearch(
            SearchScope scope,
            Visibility visible,
            Database database,
            UpdateSearch updates,
            CurrentUser user,
            HospitalSettings hospital) {
        this.scope = scope;
        this.visible = visible;
        this.database = database;
        this.updates = updates;
        this.user = user;
        this.hospital = hospital;
    }

    /// One stay that the user may read.
    Optional<Encounter> one(String id) {
        var ids = ids(Set.of(id));
        return ids.isEmpty()
                ? Optional.empty()
                : rows(
                                new WantedStays(
                                        Optional.empty(),
                                        Optional.of(ids),
                                        Optional.empty(),
                                        Optional.empty(),
                                        sender(),
                                        Optional.empty()),
                                Optional.empty(),
                                1)
                        .stream()
                        .filter(this::mayRead)
                        .findFirst()
                        .map(stay -> StayEncounter.of(given(stay)));
    }

    private boolean mayRead(FhirStay stay) {
        var patient = stay.subject().value();
        return scope.mayRead(patient)
                && (user.wards().only().isEmpty()
                        || visible.openedInEmergency(patient)
                        || stay.ward().filter(user::maySee).isPresent());
    }

    FoundPage page(SearchRequest request) {
        var patient = scope.patient(request);
        var dates = PeriodBounds.of(DATE, request.values(DATE), hospital.timeZone());
        var identifiers = request.tokens(IDENTIFIER);
        var statuses = request.tokens(STATUS);
        var bounds = updates.bounds(request);
        if (bounds.isEmpty() && request.one("_sort").isPresent()) {
            throw ProblemException.invalid(
                    "_sort", "must be _lastUpdated: else the order is that of the first reports");
        }
        var wanted = new WantedStays(
                patient.map(scope::numbers),
                request.ids().map(EncounterSearch::ids),
                identifiers.stream().findFirst().map(SearchRequest::codes),
                statuses.stream().findFirst().map(SearchRequest::codes).map(EncounterSearch::states),
                sender(),
                user.wards().keys().filter(_ -> !opened(patient)));
        int count = request.count();
        var after = request.after(user.username());
        var rows = bounds.map(changed -> changed(wanted, changed, after, count + 1))
                .orElseGet(() -> rows(wanted, after, count + 1));
        var page = rows.subList(0, Math.min(count, rows.size()));
        var found = page.stream()
                .filter(stay ->
                        bounds.map(changed -> changed.allow(stay.updatedAt())).orElse(true))
                .filter(stay -> dates.allow(stay.from(), stay.until()))
                .map(EncounterSearch::found)
                .filter(each -> each.resource() instanceof Encounter encounter
                        && SearchToken.allowIdentifiers(identifiers, encounter.getIdentifier())
                        && SearchToken.allowCode(statuses, encounter.getStatus().toCode()))
                .toList();
        return new FoundPage(
                found,
                rows.size() > count ? Optional.of(place(page.getLast())) : Optional.empty(),
                bounds.map(UpdateBounds::horizon));
    }

    private boolean opened(Optional<PatientId> patient) {
        return patient.filter(named -> visible.openedInEmergency(named.value())).isPresent();
    }

    private List<FhirStay> rows(WantedStays wanted, Optional<SearchPlace> after, int most) {
        long before = after.map(place -> number(place.id())).orElse(Long.MAX_VALUE);
        return database.read(sql -> FhirStays.page(sql, wanted, before, most));
    }

    private List<FhirStay> changed(WantedStays wanted, UpdateBounds bounds, Optional<SearchPlace> after, int most) {
        var place = after.map(last -> new StayUpdate(last.at(), number(last.id())))
                .orElseGet(() -> new StayUpdate(bounds.from(), 0));
        return database.read(sql -> FhirStays.changed(sql, wanted, bounds.span(), place, most));
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    /// Another system finds what it sent.
    private Optional<String> sender() {
        return Optional.of(user.username()).filter(_ -> user.role() == Role.INTEGRATION);
    }

    private static Set<Long> ids(Set<String> ids) {
        return ids.stream()
                .flatMapToLong(id -> StayEncounter.number(id).stream())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<StayState> states(Set<String> statuses) {
        return Arrays.stream(StayState.values())
                .filter(state -> statuses.contains(status(state).toCode()))
                .collect(Collectors.toSet());
    }

    private static EncounterStatus status(StayState state) {
        return switch (state) {
            case PLANNED -> EncounterStatus.PLANNED;
            case OPEN -> EncounterStatus.INPROGRESS;
            case ENDED -> EncounterStatus.FINISHED;
            case CANCELLED -> EncounterStatus.CANCELLED;
        };
    }

    private static GivenStay given(FhirStay stay) {
        return new GivenStay(
                stay.number(),
                stay.sender(),
                stay.visit(),
                stay.subject(),
                status(stay.state()),
                stay.ward().or(stay::location),
                stay.bed(),
                stay.category(),
                stay.from(),
                stay.until(),
                stay.updatedAt());
    }

    private static FoundResource found(FhirStay stay) {
        return new FoundResource(StayEncounter.of(given(stay)), stay.subject(), place(stay));
    }

    private static SearchPlace place(FhirStay stay) {
        return new SearchPlace(stay.updatedAt(), SOURCE, Long.toString(stay.number()), "", 0);
    }
}
