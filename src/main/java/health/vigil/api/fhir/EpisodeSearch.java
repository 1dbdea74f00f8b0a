package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.Filter;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.fhirread.ChartReader;
import health.vigil.fhirview.EpisodeResources;
import health.vigil.fhirview.GivenEpisode;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.EpisodeRow;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/// Finds patients and episodes.
@ApplicationScoped
class EpisodeSearch {
    static final String DATE = "date";
    private static final String STATUS = "status";
    private static final String IDENTIFIER = "identifier";
    static final Set<String> OF_EPISODES = Stream.concat(
                    SearchScope.PARAMETERS.stream(), Stream.of(STATUS, IDENTIFIER, DATE, "_id", SearchRequest.UPDATED))
            .collect(Collectors.toUnmodifiableSet());
    static final Set<String> OF_PATIENTS = Set.of(IDENTIFIER, "_id", SearchRequest.UPDATED);

    private static final String CHANGED = "coalesce(lastUpdated, admittedAt)";

    static final String SOURCE = "e";
    private static final int MOST_EPISODES = 1000;

    private final SearchScope scope;
    private final ChartReader chart;
    private final Visibility visible;
    private final Transactions transactions;
    private final UpdateSearch updates;
    private final CurrentUser user;
    private final HospitalSettings hospital;

    EpisodeSearch(
            SearchScope scope,
            ChartReader chart,
            Visibility visible,
            Transactions transactions,
            UpdateSearch updates,
            CurrentUser user,
            HospitalSettings hospital) {
        this.scope = scope;
        this.chart = chart;
        this.visible = visible;
        this.transactions = transactions;
        this.updates = updates;
        this.user = user;
        this.hospital = hospital;
    }

    /// A patient whom the user may see.
    ///
    /// @throws ProblemException 404 if the user may not
    Patient patient(String id) {
        scope.require(id);
        var asked = new PatientId(id);
        var standing = scope.standing(asked);
        return standing.equals(asked)
                ? EpisodeResources.patient(chart.episode(visible.patientToRead(id)), scope.patientSystem())
                : EpisodeResources.merged(asked, chart.episode(visible.patientToRead(id)), scope.patientSystem());
    }

    /// The patients with an id or an identifier. Patients whom the user may not see are left out.
    FoundPage patients(SearchRequest request) {
        var ids = request.ids();
        var identifiers = request.tokens(IDENTIFIER);
        if (ids.isEmpty() && identifiers.isEmpty()) {
            throw ProblemException.invalid(IDENTIFIER, "is needed");
        }
        var named = identifiers.isEmpty()
                ? ids.orElse(Set.of())
                : identifiers.getFirst().stream()
                        .filter(token -> token.system()
                                .map(scope.patientSystem()::equals)
                                .orElse(true))
                        .map(SearchToken::code)
                        .collect(Collectors.toSet());
        var bounds = updates.bounds(request);
        var found = new FoundPage(
                named.stream()
                        .filter(id -> ids.map(all -> all.contains(id)).orElse(true))
                        .filter(scope::mayRead)
                        .sorted()
                        .map(id -> new FoundResource(
                                patient(id),
                                new PatientId(id),
                                new SearchPlace(DateBounds.EVER.from(), SOURCE, id, "", 0)))
                        .toList(),
                Optional.empty());
        return bounds.map(changed -> changed.page(found.found(), request.after(user.username()), request.count()))
                .orElse(found);
    }

    Optional<EpisodeOfCare> episode(String id) {
        return row(id).map(EpisodeResources::episode);
    }

    /// An episode that the user may see.
    Optional<GivenEpisode> row(String id) {
        try {
            return Optional.of(chart.episode(visible.episode(id)));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    FoundPage episodes(SearchRequest request) {
        var ids = request.ids("_id", IDENTIFIER);
        var patient = scope.patient(request);
        var statuses = request.tokens(STATUS);
        var dates = PeriodBounds.of(DATE, request.values(DATE), hospital.timeZone());
        var bounds = updates.bounds(request);
        var newestFirst = bounds.isPresent() || request.newestFirst(DATE);
        var after = request.after(user.username());
        var count = request.count();
        if (ids.isPresent()) {
            var found = new FoundPage(
                    ids.get().stream()
                            .flatMap(id -> row(id).stream())
                            .filter(episode -> patient.map(scope::standing)
                                    .map(episode.subject()::equals)
                                    .orElse(true))
                            .map(episode -> found(episode, EpisodeResources.episode(episode)))
                            .filter(each -> SearchToken.allowCode(statuses, status(each.resource())))
                            .filter(each -> dates.allow(begin(each.resource()), end(each.resource())))
                            .toList(),
                    Optional.empty());
            return bounds.map(changed -> changed.page(found.found(), after, count))
                    .orElse(found);
        }
        var rows = bounds.map(changed -> changed(patient, changed, after, count + 1))
                .orElseGet(() -> rows(patient, newestFirst, after, count + 1));
        var page = rows.subList(0, Math.min(count, rows.size()));
        return new FoundPage(
                page.stream()
                        .filter(episode -> bounds.map(changed -> changed.allow(episode.updatedAt()))
                                .orElse(true))
                        .map(episode -> found(episode, EpisodeResources.episode(episode)))
                        .filter(found -> SearchToken.allowCode(statuses, status(found.resource())))
                        .filter(found -> dates.allow(begin(found.resource()), end(found.resource())))
                        .toList(),
                rows.size() > count ? Optional.of(place(page.getLast(), bounds)) : Optional.empty(),
                bounds.map(UpdateBounds::horizon));
    }

    private static String status(Resource episode) {
        return ((EpisodeOfCare) episode).getStatus().toCode();
    }

    private static Optional<Instant> begin(Resource episode) {
        return instant(((EpisodeOfCare) episode).getPeriod().getStartElement());
    }

    private static Optional<Instant> end(Resource episode) {
        return instant(((EpisodeOfCare) episode).getPeriod().getEndElement());
    }

    private static Optional<Instant> instant(DateTimeType time) {
        return Optional.ofNullable(time.getValueAsString())
                .map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /// The episodes of one patient that the user may see, newest first.
    List<FoundResource> episodes(PatientId patient) {
        return ofPatient(patient).stream()
                .map(episode -> found(episode, EpisodeResources.episode(episode)))
                .toList();
    }

    /// The same, before they are resources.
    List<GivenEpisode> ofPatient(PatientId patient) {
        return rows(Optional.of(patient), true, Optional.empty(), MOST_EPISODES);
    }

    private List<GivenEpisode> rows(
            Optional<PatientId> patient, boolean newestFirst, Optional<SearchPlace> after, int most) {
        var cursor = after.map(EpisodeSearch::cursor);
        return newestFirst
                ? rows(visible(patient).before("infusedAt", cursor, Cursor::uuid), "infusedAt desc, id desc", most)
                : rows(visible(patient).after("infusedAt", cursor, Cursor::uuid), "infusedAt, id", most);
    }

    private List<GivenEpisode> changed(
            Optional<PatientId> patient, UpdateBounds bounds, Optional<SearchPlace> after, int most) {
        var filter = visible(patient)
                .and(CHANGED + " >= :changedFrom", "changedFrom", Optional.of(bounds.from()))
                .and(CHANGED + " < :changedUntil", "changedUntil", Optional.of(bounds.until()))
                .after(CHANGED, after.map(EpisodeSearch::cursor), Cursor::uuid);
        return rows(filter, CHANGED + ", id", most);
    }

    private Filter visible(Optional<PatientId> patient) {
        var opened = patient.filter(named -> visible.openedInEmergency(named.value()))
                .isPresent();
        return new Filter()
                .and("patientId in :numbers", "numbers", patient.map(scope::numbers))
                .and(
                        "function('ward_fold', ward) in :wards",
                        "wards",
                        user.wards().keys().filter(_ -> !opened));
    }

    private static Cursor cursor(SearchPlace place) {
        return new Cursor(place.at(), place.id());
    }

    private List<GivenEpisode> rows(Filter filter, String order, int most) {
        return transactions
                .run(_ -> EpisodeRow.<EpisodeRow>find(filter.query() + " order by " + order, filter.values())
                        .page(0, most)
                        .list())
                .stream()
                .map(chart::episode)
                .toList();
    }

    private static FoundResource found(GivenEpisode episode, Resource resource) {
        return new FoundResource(resource, episode.subject(), place(episode));
    }

    private static SearchPlace place(GivenEpisode episode, Optional<UpdateBounds> bounds) {
        return bounds.map(_ -> new SearchPlace(
                        episode.updatedAt(), SOURCE, episode.id().toString(), "", 0))
                .orElseGet(() -> place(episode));
    }

    private static SearchPlace place(GivenEpisode episode) {
        return new SearchPlace(
                episode.infusions().getFirst().at(), SOURCE, episode.id().toString(), "", 0);
    }
}
