package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.TimeSpan;
import health.vigil.api.Visibility;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
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
    static final Set<String> PARAMETERS = Set.of("_type");

    private static final String FIRST = "Patient";

    private final SearchScope scope;
    private final Visibility visible;
    private final EpisodeSearch episodes;
    private final ObservationSearch observations;
    private final AdministrationSearch administrations;
    private final FhirAlertSearch alerts;
    private final CurrentUser user;

    PatientEverything(
            SearchScope scope,
            Visibility visible,
            EpisodeSearch episodes,
            ObservationSearch observations,
            AdministrationSearch administrations,
            FhirAlertSearch alerts,
            CurrentUser user) {
        this.scope = scope;
        this.visible = visible;
        this.episodes = episodes;
        this.observations = observations;
        this.administrations = administrations;
        this.alerts = alerts;
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
        var types = types(request);
        var after = request.after(user.username());
        return after.isEmpty()
                ? first(patient, types, request.count())
                : later(patient, types, after.get(), request.count());
    }

    /// The types that are wanted; empty for all.
    private static Set<String> types(SearchRequest request) {
        return request.values("_type").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .collect(Collectors.toSet());
    }

    private static boolean wanted(Set<String> types, String type) {
        return types.isEmpty() || types.contains(type);
    }

    /// The first page: what every patient has few of, then the begin of the first long list.
    private FoundPage first(PatientId patient, Set<String> types, int count) {
        var found = new ArrayList<FoundResource>();
        if (wanted(types, FIRST)) {
            found.add(new FoundResource(
                    episodes.patient(patient.value()), patient, place(LongList.OBSERVATION, Optional.empty())));
        }
        if (wanted(types, "EpisodeOfCare")) {
            found.addAll(episodes.episodes(patient));
        }
        if (wanted(types, "Procedure")) {
            found.addAll(episodes.infusions(patient));
        }
        return found.size() >= count
                ? new FoundPage(found, Optional.of(place(LongList.OBSERVATION, Optional.empty())))
                : filled(patient, types, found, LongList.OBSERVATION, Optional.empty(), count);
    }

    private FoundPage later(PatientId patient, Set<String> types, SearchPlace after, int count) {
        int bar = after.source().indexOf('/');
        var list = Arrays.stream(LongList.values())
                .filter(each -> each.type.equals(
                        bar < 0 ? after.source() : after.source().substring(0, bar)))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        SearchRequest.CURSOR, "is not a cursor that this search gave to this user"));
        var inner = Optional.of(after)
                .filter(_ -> bar >= 0)
                .map(place -> new SearchPlace(
                        place.at(), place.source().substring(bar + 1), place.id(), place.sender(), place.part()));
        return filled(patient, types, List.of(), list, inner, count);
    }

    /// Fills a page from one list after the other.
    private FoundPage filled(
            PatientId patient,
            Set<String> types,
            List<FoundResource> begin,
            LongList from,
            Optional<SearchPlace> inner,
            int count) {
        var found = new ArrayList<>(begin);
        var place = inner;
        for (var list : from.andLater()) {
            if (wanted(types, list.type)) {
                if (found.size() >= count) {
                    return new FoundPage(found, Optional.of(place(list, Optional.empty())));
                }
                var page = page(patient, list, place, count - found.size());
                found.addAll(page.found());
                if (page.next().isPresent()) {
                    return new FoundPage(found, Optional.of(place(list, page.next())));
                }
            }
            place = Optional.empty();
        }
        return new FoundPage(found, Optional.empty());
    }

    private FoundPage page(PatientId patient, LongList list, Optional<SearchPlace> after, int count) {
        return switch (list) {
            case OBSERVATION -> observations.everything(patient, after, count);
            case ADMINISTRATION -> administrations.everything(patient, after, count);
            case ISSUE -> alerts.everything(patient, false, after, count);
            case FLAG -> alerts.everything(patient, true, after, count);
        };
    }

    /// The place in a list, or its begin.
    private static SearchPlace place(LongList list, Optional<SearchPlace> inner) {
        return inner.map(place -> new SearchPlace(
                        place.at(), list.type + "/" + place.source(), place.id(), place.sender(), place.part()))
                .orElseGet(() -> new SearchPlace(DateBounds.EVER.from(), list.type, "", "", 0));
    }
}
