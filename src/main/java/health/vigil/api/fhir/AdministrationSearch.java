package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.fhirread.ChartReader;
import health.vigil.fhirview.DrugAdministrations;
import health.vigil.fhirview.DrugAdministrations.DrugAdministration;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.store.Database;
import health.vigil.store.FhirObservations;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.FhirObservations.NumberSpan;
import health.vigil.store.FhirObservations.RowPlace;
import health.vigil.store.FhirObservations.WantedRows;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationAdministration;

/// Finds doses and infusions. An infusion has several records, so those of the patient are read together.
@ApplicationScoped
class AdministrationSearch {
    static final String TIME = "effective-time";
    private static final String CODE = "code";
    private static final String STATUS = "status";
    private static final String IDENTIFIER = "identifier";
    private static final String IN_ERROR = "entered-in-error";
    static final Set<String> PARAMETERS = Stream.concat(
                    SearchScope.PARAMETERS.stream(),
                    Stream.of(CODE, STATUS, IDENTIFIER, TIME, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Kind> KINDS = Set.of(Kind.VASOPRESSOR, Kind.MEDICATION);
    static final String SOURCE = "m";
    private static final int AT_ONCE = 1000;
    private static final Comparator<FoundResource> OLDEST_FIRST = Comparator.comparing(
                    (FoundResource found) -> found.place().at())
            .thenComparing(found -> found.place().id());

    private final SearchScope scope;
    private final ObservationSearch observations;
    private final SentIdentifiers sentIdentifiers;
    private final Database database;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final HospitalSettings hospital;

    AdministrationSearch(
            SearchScope scope,
            ObservationSearch observations,
            SentIdentifiers sentIdentifiers,
            Database database,
            UpdateSearch updates,
            CurrentUser user,
            HospitalSettings hospital) {
        this.scope = scope;
        this.observations = observations;
        this.sentIdentifiers = sentIdentifiers;
        this.database = database;
        this.updates = updates;
        this.user = user;
        this.hospital = hospital;
    }

    /// One dose or infusion that the user may read, by the id of any of its records.
    Optional<MedicationAdministration> one(String id) {
        return observations
                .row(id)
                .filter(row -> KINDS.contains(row.observation().content().kind()))
                .flatMap(row -> all(row.observation().patientId()).stream()
                        .filter(given -> given.ids().contains(id))
                        .map(DrugAdministration::resource)
                        .findFirst());
    }

    private List<DrugAdministration> all(PatientId patient) {
        var spans = scope.spans(Optional.of(patient), DateBounds.EVER);
        var sender = Optional.of(user.username()).filter(_ -> user.role() == Role.INTEGRATION);
        return DrugAdministrations.of(database.read(sql -> rows(sql, spans, sender)).stream()
                .map(ChartReader::given)
                .toList());
    }

    private static List<FhirRow> rows(Sql sql, List<NumberSpan> spans, Optional<String> sender) {
        var wanted = new WantedRows(spans, KINDS, Set.of(), Set.of(true, false), sender, false);
        var all = new ArrayList<FhirRow>();
        Optional<RowPlace> from = Optional.empty();
        List<FhirRow> page;
        do {
            page = FhirObservations.page(sql, wanted, from, AT_ONCE);
            // The row of the place comes again.
            all.addAll(from.isEmpty() ? page : page.subList(Math.min(1, page.size()), page.size()));
            from = page.isEmpty() ? from : Optional.of(place(page.getLast()));
        } while (page.size() == AT_ONCE);
        return all;
    }

    private static RowPlace place(FhirRow row) {
        var id = row.observation().id();
        return new RowPlace(
                row.observation().effectiveAt(), id.value(), id.sender().name());
    }

    FoundPage page(SearchRequest request) {
        var named = patient(request);
        if (named.isEmpty()) {
            return new FoundPage(List.of(), Optional.empty());
        }
        var patient = named.get();
        var dates = request.dates(TIME, hospital.timeZone());
        var ids = request.ids();
        Predicate<FoundResource> wanted = found ->
                dates.allow(found.place().at()) && allows(request, ids, (MedicationAdministration) found.resource());
        var changed = updates.bounds(request);
        if (changed.isPresent()) {
            return changed(patient, wanted, changed.get(), request.after(user.username()), request.count());
        }
        return page(patient, wanted, request.newestFirst(TIME), request.after(user.username()), request.count());
    }

    /// The patient whom a search names, or of whom something was reported under its identifier; empty if it finds
    /// nothing.
    private Optional<PatientId> patient(SearchRequest request) {
        var identifiers = request.tokens(IDENTIFIER);
        var patient = scope.patient(request);
        var named = identifiers.stream()
                .flatMap(List::stream)
                .anyMatch(token -> token.system().isPresent());
        if (patient.isPresent() || !named) {
            return Optional.of(patient.orElseGet(() -> scope.neededPatient(request)));
        }
        var found = sentIdentifiers
                .rows("MedicationAdministration", identifiers.getFirst())
                .filter(observations::mayRead)
                .map(FhirRow::subject)
                .distinct()
                .toList();
        return found.size() > 1
                ? Optional.of(scope.neededPatient(request))
                : found.stream().findFirst();
    }

    private static boolean allows(SearchRequest request, Optional<Set<String>> ids, MedicationAdministration resource) {
        var statuses = request.tokens(STATUS);
        var asked = ids.isPresent()
                || request.byUpdate()
                || !statuses.isEmpty()
                || !request.tokens(IDENTIFIER).isEmpty();
        return (asked || !resource.getStatus().toCode().equals(IN_ERROR))
                && SearchToken.allow(request.tokens(CODE), resource.getMedicationCodeableConcept())
                && SearchToken.allowCode(statuses, resource.getStatus().toCode())
                && SearchToken.allowIdentifiers(request.tokens(IDENTIFIER), resource.getIdentifier())
                && ids.map(all -> all.contains(resource.getIdPart())).orElse(true);
    }

    /// All doses and infusions of a patient, for the whole record.
    ///
    /// @param updates when they were last changed, if only some are wanted
    FoundPage everything(PatientId patient, Optional<UpdateBounds> updates, Optional<SearchPlace> after, int count) {
        return updates.map(bounds -> changed(patient, _ -> true, bounds, after, count))
                .orElseGet(() -> page(patient, _ -> true, true, after, count));
    }

    private FoundPage changed(
            PatientId patient,
            Predicate<FoundResource> wanted,
            UpdateBounds bounds,
            Optional<SearchPlace> after,
            int count) {
        return bounds.page(
                all(patient).stream()
                        .map(AdministrationSearch::found)
                        .filter(wanted)
                        .toList(),
                after,
                count);
    }

    private FoundPage page(
            PatientId patient,
            Predicate<FoundResource> wanted,
            boolean newestFirst,
            Optional<SearchPlace> after,
            int count) {
        var order = newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST;
        return FoundPage.of(
                all(patient).stream()
                        .map(AdministrationSearch::found)
                        .filter(wanted)
                        .sorted(order)
                        .filter(found -> after.map(place ->
                                        order.compare(found, new FoundResource(found.resource(), patient, place)) > 0)
                                .orElse(true))
                        .limit(count + 1L)
                        .toList(),
                count);
    }

    private static FoundResource found(DrugAdministration given) {
        return new FoundResource(
                given.resource(),
                given.first().subject(),
                new SearchPlace(given.at(), SOURCE, given.resource().getIdPart(), "", 0));
    }
}
