package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.fhirread.FhirAlertReader;
import health.vigil.fhirview.AlertFlag;
import health.vigil.fhirview.AlertIssue;
import health.vigil.fhirview.GivenAlert;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.FhirAlerts;
import health.vigil.store.FhirAlerts.AlertPlace;
import health.vigil.store.FhirAlerts.FhirAlert;
import health.vigil.store.FhirAlerts.WantedAlerts;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Resource;

/// Finds alerts, as DetectedIssues and as Flags. Alerts about no patient are not given out.
@ApplicationScoped
class FhirAlertSearch {
    static final String IDENTIFIED = "identified";
    static final String DATE = "date";
    private static final String CODE = "code";
    private static final String IDENTIFIER = "identifier";
    static final Set<String> OF_ISSUES = Stream.concat(
                    SearchScope.PARAMETERS.stream(),
                    Stream.of(CODE, IDENTIFIER, IDENTIFIED, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());
    static final Set<String> OF_FLAGS = Stream.concat(
                    SearchScope.PARAMETERS.stream(), Stream.of(DATE, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private static final String SOURCE = "a";

    private final SearchScope scope;
    private final FhirAlertReader reader;
    private final Visibility visible;
    private final Database database;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final HospitalSettings hospital;

    FhirAlertSearch(
            SearchScope scope,
            FhirAlertReader reader,
            Visibility visible,
            Database database,
            UpdateSearch updates,
            CurrentUser user,
            AuditTrail trail,
            HospitalSettings hospital) {
        this.scope = scope;
        this.reader = reader;
        this.visible = visible;
        this.database = database;
        this.updates = updates;
        this.user = user;
        this.trail = trail;
        this.hospital = hospital;
    }

    Optional<DetectedIssue> issue(String id) {
        return one(id).map(AlertIssue::of);
    }

    Optional<Flag> flag(String id) {
        return one(id).flatMap(AlertFlag::of);
    }

    private Optional<GivenAlert> one(String id) {
        return Visibility.uuid(id)
                .flatMap(known -> database.read(sql -> FhirAlerts.one(sql, known)))
                .filter(this::mayBeSeen)
                .map(alert -> reader.given(List.of(alert)).getFirst());
    }

    private boolean mayBeSeen(FhirAlert alert) {
        trail.about(alert.patient().value());
        return user.wards().only().isEmpty()
                || alert.ward().filter(user::maySee).isPresent()
                || visible.openedInEmergency(alert.patient().value());
    }

    FoundPage issues(SearchRequest request) {
        var codes = request.tokens(CODE);
        var wanted = wanted(request, IDENTIFIED, types(codes));
        var ids = request.ids("_id", IDENTIFIER);
        return page(request, wanted, ids, request.dates(IDENTIFIED, hospital.timeZone()), AlertIssue::of);
    }

    FoundPage flags(SearchRequest request) {
        var wanted = wanted(request, DATE, Optional.of(AlertFlag.TYPES));
        return page(
                request,
                wanted,
                request.ids(),
                request.dates(DATE, hospital.timeZone()),
                alert -> AlertFlag.of(alert).orElseThrow());
    }

    /// The types that are wanted; absent for all.
    private static Optional<Set<String>> types(List<List<SearchToken>> groups) {
        return groups.stream()
                .map(SearchRequest::codes)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()));
    }

    private WantedAlerts wanted(SearchRequest request, String time, Optional<Set<String>> types) {
        var patient = scope.patient(request);
        var dates = request.dates(time, hospital.timeZone());
        var opened = patient.filter(named -> visible.openedInEmergency(named.value()))
                .isPresent();
        return new WantedAlerts(
                patient.map(scope::numbers),
                user.wards().keys().filter(_ -> !opened),
                types,
                dates.from(),
                dates.last(),
                Optional.empty(),
                !request.byUpdate() && request.newestFirst(time));
    }

    private static WantedAlerts changed(WantedAlerts wanted, UpdateBounds bounds) {
        return new WantedAlerts(
                wanted.numbers(),
                wanted.wards(),
                wanted.types(),
                wanted.from(),
                wanted.to(),
                Optional.of(bounds.span()),
                false);
    }

    private FoundPage page(
            SearchRequest request,
            WantedAlerts wanted,
            Optional<Set<String>> ids,
            DateBounds dates,
            Function<GivenAlert, ? extends Resource> view) {
        var bounds = updates.bounds(request);
        var after = request.after(user.username());
        if (ids.isPresent()) {
            var found = named(ids.get(), wanted, dates, view);
            return bounds.map(changed -> changed.page(found.found(), after, request.count()))
                    .orElse(found);
        }
        return bounds.map(changed -> page(
                                changed(wanted, changed),
                                after,
                                request.count(),
                                alert -> dates.allow(alert.raisedAt()) && changed.allow(alert.updatedAt()),
                                view)
                        .until(changed.horizon()))
                .orElseGet(() -> page(wanted, after, request.count(), alert -> dates.allow(alert.raisedAt()), view));
    }

    private FoundPage page(
            WantedAlerts wanted,
            Optional<SearchPlace> after,
            int count,
            Predicate<FhirAlert> allowed,
            Function<GivenAlert, ? extends Resource> view) {
        var rows = database.read(sql -> FhirAlerts.page(sql, wanted, after.map(FhirAlertSearch::place), count + 1));
        var page = rows.subList(0, Math.min(count, rows.size()));
        return new FoundPage(
                reader.given(page.stream().filter(allowed).toList()).stream()
                        .map(alert -> found(alert, view))
                        .toList(),
                rows.size() > count ? Optional.of(place(wanted, page.getLast())) : Optional.empty());
    }

    private FoundPage named(
            Set<String> ids, WantedAlerts wanted, DateBounds dates, Function<GivenAlert, ? extends Resource> view) {
        return new FoundPage(
                ids.stream()
                        .flatMap(id -> one(id).stream())
                        .filter(alert -> wanted.types()
                                        .map(types -> types.contains(alert.type()))
                                        .orElse(true)
                                && wanted.numbers()
                                        .map(numbers ->
                                                numbers.contains(alert.subject().value()))
                                        .orElse(true)
                                && dates.allow(alert.raisedAt()))
                        .map(alert -> found(alert, view))
                        .toList(),
                Optional.empty());
    }

    /// All alerts of a patient, for the whole record.
    ///
    /// @param updates when they were last changed, if only some are wanted
    FoundPage everything(
            PatientId patient, boolean flags, Optional<UpdateBounds> updates, Optional<SearchPlace> after, int count) {
        var wanted = new WantedAlerts(
                Optional.of(scope.numbers(patient)),
                Optional.empty(),
                flags ? Optional.of(AlertFlag.TYPES) : Optional.empty(),
                DateBounds.EVER.from(),
                DateBounds.EVER.last(),
                updates.map(UpdateBounds::span),
                updates.isEmpty());
        Function<GivenAlert, Resource> view =
                flags ? alert -> AlertFlag.of(alert).orElseThrow() : AlertIssue::of;
        return page(wanted, after, count, _ -> true, view);
    }

    private static AlertPlace place(SearchPlace place) {
        return new AlertPlace(
                place.at(),
                Visibility.uuid(place.id())
                        .orElseThrow(() -> ProblemException.invalid(
                                SearchRequest.CURSOR, "is not a cursor that this search gave to this user")));
    }

    private static SearchPlace place(WantedAlerts wanted, FhirAlert alert) {
        var at = wanted.updates().isPresent() ? alert.updatedAt() : alert.raisedAt();
        return new SearchPlace(at, SOURCE, alert.id().toString(), "", 0);
    }

    private static FoundResource found(GivenAlert alert, Function<GivenAlert, ? extends Resource> view) {
        return new FoundResource(
                view.apply(alert),
                alert.subject(),
                new SearchPlace(alert.raisedAt(), SOURCE, alert.id().toString(), "", 0));
    }
}
