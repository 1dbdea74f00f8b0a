package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.TimeSpan;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything about one patient, page by page: first the patient, the episodes and the infusions, then the long
/// lists one after the other.
@ApplicationScoped
class PatientEverything {
    private static final String SINCE = "_since";
    private static final char HORIZON = '@';
    static final Set<String> PARAMETERS = Set.of("_type", SINCE);

    private static final String FIRST = "Patient";

    private final SearchScope scope;
    private final Visibility visible;
    private final EpisodeSearch episodes;
    private final InfusionSearch infusions;
    private final ObservationSearch observations;
    private final AdministrationSearch administrations;
    private final FhirAlertSearch alerts;
    private final UpdateSearch updates;
    private final HospitalSettings hospital;
    private final CurrentUser user;

    PatientEverything(
            SearchScope scope,
            Visibility visible,
            EpisodeSearch episodes,
            InfusionSearch infusions,
            ObservationSearch observations,
            AdministrationSearch administrations,
            FhirAlertSearch alerts,
            UpdateSearch updates,
            HospitalSettings hospital,
            CurrentUser user) {
        this.scope = scope;
        this.visible = visible;
        this.episodes = episodes;
        this.infusions = infusions;
        this.observations = observations;
        this.administrations = administrations;
        this.alerts = alerts;
        this.updates = updates;
        this.hospital = hospital;
        this.user = user;
    }

    /// The lists after the first page, by the type of their resources.
    private enum LongList {
        OBSERVATION("Observation"),
        ADMINISTRATION("MedicationAdministration"),
        ISSUE("DetectedIssue"),
        FLAG("Flag");

        private final String type;

        LongList(String type) {
            this.type = type;
        }

        List<LongList> andLater() {
            return Arrays.stream(values()).dropWhile(list -> list != this).toList();
        }
    }

    /// @throws ProblemException 403 if a stay in another ward is hidden from the user
    FoundPage page(String id, SearchRequest request) {
        scope.require(id);
        if (!visible.sight(id).equals(TimeSpan.EVER)) {
            throw ProblemException.forbidden(
                    "The record contains stays in another ward: use emergency access, with a reason");
        }
        var patient = scope.standing(new PatientId(id));
        var after = request.after(user.username());
        var wanted = new WantedRecord(patient, types(request), since(request, after), request.count());
        var page = after.map(place -> later(wanted, place)).orElseGet(() -> first(wanted));
        return wanted.updates().map(bounds -> page.until(bounds.horizon())).orElse(page);
    }

    /// What is wanted of a patient.
    ///
    /// @param types the types that are wanted; empty for all
    /// @param updates when they were last changed, if only some are wanted
    private record WantedRecord(PatientId patient, Set<String> types, Optional<UpdateBounds> updates, int count) {
        boolean has(String type) {
            return types.isEmpty() || types.contains(type);
        }
    }

    private static Set<String> types(SearchRequest request) {
        return request.values("_type").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .collect(Collectors.toSet());
    }

    /// All pages have the horizon of the first one, because the lists are read one after the other.
    private Optional<UpdateBounds> since(SearchRequest request, Optional<SearchPlace> after) {
        return request.one(SINCE)
                .map(instant -> DateBounds.EVER.and(SINCE, "ge" + instant, hospital.timeZone()))
                .map(asked -> after.map(place -> new UpdateBounds(asked, horizon(place)))
                        .orElseGet(() -> updates.bounds(asked)));
    }

    private static Instant horizon(SearchPlace place) {
        var list = place.source().split("/", 2)[0];
        try {
            return Instant.parse(list.substring(list.indexOf(HORIZON) + 1));
        } catch (DateTimeException _) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return ProblemException.invalid(SearchRequest.CURSOR, "is not a cursor that this search gave to this user");
    }

    /// The first page: what every patient has few of, then the begin of the first long list.
    private FoundPage first(WantedRecord wanted) {
        var found = new ArrayList<FoundResource>();
        if (wanted.has(FIRST)) {
            found.add(new FoundResource(
                    episodes.patient(wanted.patient().value()),
                    wanted.patient(),
                    place(wanted, LongList.OBSERVATION, Optional.empty())));
        }
        if (wanted.has("EpisodeOfCare")) {
            found.addAll(episodes.episodes(wanted.patient()));
        }
        if (wanted.has("Procedure")) {
            found.addAll(infusions.ofPatient(wanted.patient(), wanted.updates()));
        }
        var few = wanted.updates().map(bounds -> bounds.of(found)).orElse(found);
        return few.size() >= wanted.count()
                ? new FoundPage(few, Optional.of(place(wanted, LongList.OBSERVATION, Optional.empty())))
                : filled(wanted, few, LongList.OBSERVATION, Optional.empty());
    }

    private FoundPage later(WantedRecord wanted, SearchPlace after) {
        int bar = after.source().indexOf('/');
        var list = Arrays.stream(LongList.values())
                .filter(each -> each.type.equals(after.source().split("[/@]", 2)[0]))
                .findFirst()
                .orElseThrow(PatientEverything::foreign);
        var inner = Optional.of(after)
                .filter(_ -> bar >= 0)
                .map(place -> new SearchPlace(
                        place.at(), place.source().substring(bar + 1), place.id(), place.sender(), place.part()));
        return filled(wanted, List.of(), list, inner);
    }

    /// Fills a page from one list after the other.
    private FoundPage filled(
            WantedRecord wanted, List<FoundResource> begin, LongList from, Optional<SearchPlace> inner) {
        var found = new ArrayList<>(begin);
        var place = inner;
        for (var list : from.andLater()) {
            if (wanted.has(list.type)) {
                if (found.size() >= wanted.count()) {
                    return new FoundPage(found, Optional.of(place(wanted, list, Optional.empty())));
                }
                var page = page(wanted, list, place, wanted.count() - found.size());
                found.addAll(page.found());
                if (page.next().isPresent()) {
                    return new FoundPage(found, Optional.of(place(wanted, list, page.next())));
                }
            }
            place = Optional.empty();
        }
        return new FoundPage(found, Optional.empty());
    }

    private FoundPage page(WantedRecord wanted, LongList list, Optional<SearchPlace> after, int count) {
        var patient = wanted.patient();
        return switch (list) {
            case OBSERVATION -> observations.everything(patient, wanted.updates(), after, count);
            case ADMINISTRATION -> administrations.everything(patient, wanted.updates(), after, count);
            case ISSUE -> alerts.everything(patient, false, wanted.updates(), after, count);
            case FLAG -> alerts.everything(patient, true, wanted.updates(), after, count);
        };
    }

    /// The place in a list, or its begin.
    private static SearchPlace place(WantedRecord wanted, LongList list, Optional<SearchPlace> inner) {
        var name = list.type
                + wanted.updates().map(bounds -> "@" + bounds.horizon()).orElse("");
        return inner.map(place -> new SearchPlace(
                        place.at(), name + "/" + place.source(), place.id(), place.sender(), place.part()))
                .orElseGet(() -> new SearchPlace(DateBounds.EVER.from(), name, "", "", 0));
    }
}
