package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.api.fhir.ObservationList.WantedList;
import health.vigil.fhirread.ChartReader;
import health.vigil.fhirread.FhirReadSettings;
import health.vigil.fhirview.ChartedResources;
import health.vigil.fhirview.GivenGrade;
import health.vigil.fhirview.GradeObservation;
import health.vigil.fhirview.ObservationCodes;
import health.vigil.fhirview.ObservationCodes.ObservationSource;
import health.vigil.fhirview.ResourceIds;
import health.vigil.observation.PatientId;
import health.vigil.store.Database;
import health.vigil.store.FhirGrades;
import health.vigil.store.FhirObservations;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;

/// Finds Observations: what was charted, and the grades.
@ApplicationScoped
class ObservationSearch {
    static final String DATE = "date";
    private static final String CODE = "code";
    private static final String COMBO_CODE = "combo-code";
    private static final String CATEGORY = "category";
    private static final String STATUS = "status";
    private static final String IDENTIFIER = "identifier";
    static final Set<String> PARAMETERS = Stream.concat(
                    SearchScope.PARAMETERS.stream(),
                    Stream.of(
                            CODE,
                            COMBO_CODE,
                            CATEGORY,
                            DATE,
                            STATUS,
                            IDENTIFIER,
                            "_id",
                            "_include",
                            "_revinclude",
                            SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private final SearchScope scope;
    private final SentIdentifiers sentIdentifiers;
    private final ChartReader chart;
    private final Database database;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final FhirReadSettings settings;
    private final HospitalSettings hospital;

    ObservationSearch(
            SearchScope scope,
            SentIdentifiers sentIdentifiers,
            ChartReader chart,
            Database database,
            UpdateSearch updates,
            CurrentUser user,
            FhirReadSettings settings,
            HospitalSettings hospital) {
        this.scope = scope;
        this.sentIdentifiers = sentIdentifiers;
        this.chart = chart;
        this.database = database;
        this.updates = updates;
        this.user = user;
        this.settings = settings;
        this.hospital = hospital;
    }

    /// One Observation that the user may read.
    Optional<Observation> one(String id) {
        var number = ResourceIds.grade(id);
        return number.isPresent()
                ? grade(number.getAsLong()).map(given -> resource(given))
                : row(id).flatMap(row -> ChartedResources.of(ChartReader.given(row)).stream()
                        .filter(resource -> resource.getIdPart().equals(id))
                        .findFirst());
    }

    /// An entry of the history of grades that the user may read, with its reasons.
    Optional<GivenGrade> grade(long number) {
        return database.read(sql -> FhirGrades.one(sql, number))
                .filter(_ -> user.role() != Role.INTEGRATION)
                .filter(entry -> scope.reads(entry.subject(), entry.at()))
                .map(entry -> chart.grades(List.of(entry)).getFirst());
    }

    /// The row of a resource's id, if the user may read it.
    Optional<FhirRow> row(String id) {
        return ResourceIds.part(id)
                .flatMap(part -> chart.rows(List.of(part.key())).stream().findFirst())
                .filter(this::mayRead);
    }

    boolean mayRead(FhirRow row) {
        var own = row.enteredBy().filter(user.username()::equals).isPresent();
        return user.role() != Role.DASHBOARD
                && (user.role() != Role.INTEGRATION || own)
                && scope.reads(row.observation().patientId(), row.observation().effectiveAt());
    }

    private Observation resource(GivenGrade given) {
        return GradeObservation.of(given, settings.gradeStatus().status());
    }

    FoundPage page(SearchRequest request) {
        var patient = scope.patient(request);
        var dates = request.dates(DATE, hospital.timeZone());
        var bounds = updates.bounds(request);
        var newestFirst = bounds.isEmpty() && request.newestFirst(DATE);
        var filter = new ObservationFilter(
                request.tokens(CODE),
                request.tokens(COMBO_CODE),
                request.tokens(CATEGORY),
                request.tokens(STATUS),
                request.tokens(IDENTIFIER),
                dates);
        var after = request.after(user.username());
        var named = named(request);
        if (named.isPresent()) {
            var found = ofIds(named.get(), patient, filter, newestFirst);
            return bounds.map(changed -> changed.page(found.found(), after, request.count()))
                    .orElse(found);
        }
        var wanted = bounds.map(asked -> changed(asked, patient, dates, filter))
                .orElseGet(() -> new WantedList(
                        scope.spans(patient, dates),
                        source(filter),
                        filter.standing(),
                        sender(),
                        new ListOrder.ByTime(newestFirst)));
        var page = list(wanted, filter, after, request.count());
        return bounds.map(asked -> page.until(asked.horizon())).orElse(page);
    }

    private WantedList changed(
            UpdateBounds bounds, Optional<PatientId> patient, DateBounds dates, ObservationFilter filter) {
        return new WantedList(
                scope.spansOfUpdates(patient, dates),
                source(filter),
                filter.standingOfUpdates(),
                sender(),
                new ListOrder.ByUpdate(bounds));
    }

    /// All Observations of a patient, for the whole record.
    ///
    /// @param updates when they were last changed, if only some are wanted
    FoundPage everything(PatientId patient, Optional<UpdateBounds> updates, Optional<SearchPlace> after, int count) {
        var wanted = new WantedList(
                scope.spans(Optional.of(patient), DateBounds.EVER),
                ObservationCodes.all(),
                Set.of(true, false),
                Optional.empty(),
                updates.<ListOrder>map(ListOrder.ByUpdate::new).orElseGet(() -> new ListOrder.ByTime(true)));
        return list(wanted, ObservationFilter.EVERYTHING, after, count);
    }

    private FoundPage list(WantedList wanted, ObservationFilter filter, Optional<SearchPlace> after, int count) {
        var page = database.read(sql ->
                ObservationList.read(sql, wanted, filter, settings.gradeStatus().status(), after, count));
        var grades = chart
                .grades(page.items().stream()
                        .flatMap(item -> item.grade().stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(GivenGrade::number, given -> given));
        var found = page.items().stream()
                .map(item -> item.grade()
                        .flatMap(entry -> Optional.ofNullable(grades.get(entry.number())))
                        .map(given -> new FoundResource(resource(given), given.subject(), item.place()))
                        .orElseGet(item::found))
                .toList();
        return new FoundPage(found, page.next());
    }

    /// What a role may find. Another system finds only what it sent.
    private ObservationSource source(ObservationFilter filter) {
        var source = filter.source(settings.gradeStatus().status());
        return switch (user.role()) {
            case DASHBOARD -> new ObservationSource(Set.of(), Set.of(), source.syndromes());
            case INTEGRATION -> new ObservationSource(source.kinds(), source.signs(), Set.of());
            case NURSE, PHYSICIAN, REGISTRY, DEVICE, ADMIN, COORDINATOR -> source;
            case PATIENT, CAREGIVER -> new ObservationSource(Set.of(), Set.of(), Set.of());
        };
    }

    private Optional<String> sender() {
        return Optional.of(user.username()).filter(_ -> user.role() == Role.INTEGRATION);
    }

    /// The ids that the search names, by themselves or by identifiers.
    private Optional<Set<String>> named(SearchRequest request) {
        var identifiers = request.tokens(IDENTIFIER);
        var ids = request.ids();
        if (ids.isPresent() || identifiers.isEmpty()) {
            return ids;
        }
        var values = SearchRequest.codes(identifiers.getFirst());
        var sent = database.read(sql -> FhirObservations.named(sql, values));
        var rows = chart.rows(sent.stream().map(ResourceIds::key).distinct().toList());
        var ofSenders = Stream.concat(rows.stream(), sentIdentifiers.rows("Observation", identifiers.getFirst()))
                .flatMap(row -> ChartedResources.of(ChartReader.given(row)).stream())
                .map(Observation::getIdPart);
        var ours = values.stream().filter(value -> ResourceIds.part(value).isPresent());
        return Optional.of(Stream.concat(ofSenders, ours).collect(Collectors.toSet()));
    }

    /// The named Observations that the user may read, on one page.
    private FoundPage ofIds(
            Collection<String> ids, Optional<PatientId> patient, ObservationFilter filter, boolean newestFirst) {
        var standing = patient.map(scope::standing);
        var order = Comparator.comparing((FoundResource found) -> found.place().at());
        return new FoundPage(
                ids.stream()
                        .flatMap(id -> one(id).stream())
                        .filter(filter::allowsNamed)
                        .map(ObservationList::found)
                        .filter(found -> standing.map(found.subject()::equals).orElse(true))
                        .sorted(newestFirst ? order.reversed() : order)
                        .toList(),
                Optional.empty());
    }
}
