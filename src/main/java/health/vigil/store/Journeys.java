package health.vigil.store;

import health.vigil.journey.JourneyState;
import health.vigil.journey.RelatedJourney;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.StoredJourney.JoinedEpisode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table of journeys.
public final class Journeys {
    private static final String ADD = """
            insert into journey (id, patient_id, ward, state, coi_id, lot, next_at, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE = """
            update journey set ward = ?, state = ?, coi_id = ?, lot = ?, next_at = ? where id = ?
            """;

    private static final String FIND = """
            select j.*, patient_of(j.patient_id) as patient, e.ward as episode_ward, e.voided_at is not null as episode_voided
            from journey j left join episode e on e.id = j.episode_id
            where j.id = ?
            """;

    private static final String PAGE = """
            select j.*, patient_of(j.patient_id) as patient, e.ward as episode_ward, e.voided_at is not null as episode_voided
            from journey j left join episode e on e.id = j.episode_id
            where (case when ?::text is null then j.state not in ('closed', 'cancelled') else j.state = ? end
                    or (?::text is null and ?::text is not null))
                and (?::text is null or ward_fold(j.ward) = ? or ward_fold(e.ward) = ?)
                and (?::text[] is null or ward_fold(j.ward) = any(?::text[]) or ward_fold(e.ward) = any(?::text[]))
                and (?::text is null or j.patient_id = any((select numbers_of(?))::text[]))
                and (?::text is null or lower(j.coi_id) = lower(?))
                and (coalesce(j.next_at, '9999-12-31T00:00:00Z'::timestamptz), j.id) > (?, ?)
            order by coalesce(j.next_at, '9999-12-31T00:00:00Z'::timestamptz), j.id
            limit ?
            """;

    private static final String RELATED = """
            select j.id as journey, o.id, o.coi_id, o.lot, o.state, patient_of(o.patient_id) = patient_of(j.patient_id) as same
            from journey j join journey o on o.id <> j.id and (lower(o.coi_id) = lower(j.coi_id) or lower(o.lot) = lower(j.lot))
            where j.id = any(?::uuid[])
            order by o.created_at, o.id
            """;

    private Journeys() {}

    /// What lists and checks need of the newest entries.
    public record JourneySummary(
            String ward, JourneyState state, Optional<String> coiId, Optional<String> lot, Optional<Instant> nextAt) {}

    /// Which journeys are listed.
    ///
    /// @param state absent: those that are not over, or all of a patient
    /// @param ward the key of a ward's name
    /// @param wards the keys of the wards that the user may see; absent: all
    public record JourneyFilter(
            Optional<JourneyState> state,
            Optional<String> ward,
            Optional<Collection<String>> wards,
            Optional<String> patient,
            Optional<String> coiId) {}

    /// The last journey of the page before.
    public record JourneyPlace(Instant nextAt, UUID id) {
        public static final JourneyPlace FIRST =
                new JourneyPlace(Instant.parse("1900-01-01T00:00:00Z"), new UUID(0, 0));
    }

    public static void add(Sql sql, UUID id, PatientId patient, JourneySummary summary, Instant at, String by) {
        sql.update(
                ADD,
                id,
                patient.value(),
                summary.ward(),
                summary.state(),
                summary.coiId(),
                summary.lot(),
                summary.nextAt(),
                at,
                by);
    }

    public static void change(Sql sql, UUID id, JourneySummary summary) {
        sql.update(CHANGE, summary.ward(), summary.state(), summary.coiId(), summary.lot(), summary.nextAt(), id);
    }

    /// Joins a journey to the episode that its infusion opened.
    public static void join(Sql sql, UUID id, UUID episode) {
        sql.update("update journey set episode_id = ? where id = ?", episode, id);
    }

    /// The journey whose infusion is recorded for an episode.
    public static Optional<UUID> ofEpisode(Sql sql, UUID episode) {
        return sql.first("select id from journey where episode_id = ?", row -> row.uuid("id"), episode);
    }

    public static Optional<StoredJourney> find(Sql sql, UUID id) {
        return sql.first(FIND, Journeys::read, id);
    }

    /// Makes other writers of the journey wait until the transaction ends.
    public static void lock(Sql sql, UUID id) {
        sql.list("select id from journey where id = ? for update", row -> row.uuid("id"), id);
    }

    /// A page, soonest next step first.
    public static List<StoredJourney> page(Sql sql, JourneyFilter filter, JourneyPlace after, int limit) {
        var wards = filter.wards().map(keys -> Column.texts(List.copyOf(keys), key -> key));
        var one = filter.patient().or(filter::coiId);
        return sql.list(
                PAGE,
                Journeys::read,
                filter.state(),
                filter.state(),
                filter.state(),
                one,
                filter.ward(),
                filter.ward(),
                filter.ward(),
                wards,
                wards,
                wards,
                filter.patient(),
                filter.patient(),
                filter.coiId(),
                filter.coiId(),
                after.nextAt(),
                after.id(),
                limit);
    }

    /// Other journeys with the same chain of identity or lot, whoever may see them.
    public static Map<UUID, List<RelatedJourney>> related(Sql sql, Collection<UUID> journeys) {
        record RelatedPair(UUID journey, RelatedJourney other) {}
        return sql
                .list(
                        RELATED,
                        row -> new RelatedPair(row.uuid("journey"), related(row)),
                        Column.of("uuid", List.copyOf(journeys), id -> id))
                .stream()
                .collect(Collectors.groupingBy(
                        RelatedPair::journey,
                        HashMap::new,
                        Collectors.mapping(RelatedPair::other, Collectors.toList())));
    }

    private static RelatedJourney related(ResultRow row) {
        return new RelatedJourney(
                row.uuid("id"),
                row.optionalText("coi_id"),
                row.optionalText("lot"),
                Word.of(JourneyState.class, row.text("state")),
                row.flag("same"));
    }

    private static StoredJourney read(ResultRow row) {
        return new StoredJourney(
                row.uuid("id"),
                new PatientId(row.text("patient_id")),
                new PatientId(row.text("patient")),
                row.text("ward"),
                row.optionalInstant("next_at").orElse(StoredJourney.NO_DATE),
                row.optionalText("episode_ward")
                        .map(ward -> new JoinedEpisode(row.uuid("episode_id"), ward, row.flag("episode_voided"))),
                row.instant("created_at"),
                row.text("created_by"));
    }
}
