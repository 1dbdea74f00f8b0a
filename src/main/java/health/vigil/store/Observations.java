package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.history.EpisodeReport;
import health.vigil.history.FoldStart;
import health.vigil.intake.json.ContentJson;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Reads and writes observations in bulk.
public final class Observations {
    static final String COLUMNS = "id, sender, patient_id, effective_at, received_at, kind, content, device_id";

    /// Later than any receipt.
    public static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /// `offset 0` makes the planner use the index for each episode. Otherwise its generic plan, used from the
    /// sixth execution on a connection, would read the whole table.
    private static final String GRADED = """
            select want.id as episode_id, o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind,
                o.content, o.device_id
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as want (id, patient_id, after, upto)
                cross join lateral (
                    select * from observation
                    where patient_id = want.patient_id and effective_at > want.after and effective_at <= want.upto
                        and graded and received_at <= ?
                        and kind not in ('lab-result', 'attribution', 'retraction', 'transfusion', 'culture',
                            'disease-event', 'weight', 'syndrome-assessment', 'grade-confirmation')
                        and (retracted_at is null or retracted_at > ?)
                    offset 0) o
            order by want.id, o.effective_at, o.id, o.sender
            """;

    /// An episode under one of its patient's numbers, with the limits of its standing observations.
    record NumberedEpisode(Episode episode, PatientId number) {
        static List<NumberedEpisode> of(List<Episode> episodes) {
            return episodes.stream()
                    .flatMap(episode ->
                            episode.numbers().all().stream().map(number -> new NumberedEpisode(episode, number)))
                    .toList();
        }
    }

    /// A fold start under one of the patient's numbers.
    private record NumberedStart(FoldStart start, PatientId number) {
        static List<NumberedStart> of(List<FoldStart> starts) {
            return starts.stream()
                    .flatMap(start ->
                            start.episode().numbers().all().stream().map(number -> new NumberedStart(start, number)))
                    .toList();
        }
    }

    /// The observations that may stand at the infusion by the rules, from a given time per episode.
    private static final String STANDING = """
            select want.id as episode_id, o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind, o.content,
                o.device_id
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as want (id, patient_id, since, before)
                cross join lateral (
                    select * from observation
                    where patient_id = want.patient_id and effective_at >= coalesce(want.since, '-infinity')
                        and effective_at < want.before and graded and kind = any(?)
                        and received_at <= ? and (retracted_at is null or retracted_at > ?) offset 0) o
            order by want.id, o.effective_at, o.id, o.sender
            """;

    private static final String NEWEST = """
            select want.id, max((
                select max(effective_at) from observation
                where patient_id = want.number and effective_at <= want.upto
                    and effective_at >= coalesce(want.since, '-infinity')
                    and received_at <= ? and (retracted_at is null or retracted_at > ?))) as newest
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[]) as want (id, number, since, upto)
            group by want.id
            """;

    private static final List<Kind> MAY_STAND = List.of(Kind.OXYGEN_THERAPY, Kind.VASOPRESSOR, Kind.NEURO_FINDING);

    /// The kinds that the other scales read from before the infusion, too: laboratory results are compared with
    /// those from before the therapy.
    private static final List<Kind> FROM_BEFORE =
            List.of(Kind.OXYGEN_THERAPY, Kind.VASOPRESSOR, Kind.NEURO_FINDING, Kind.LAB_RESULT);

    private static final String SINCE = """
            select %s from observation
            where patient_id = any(?)
                and (effective_at >= ? or (effective_at >= coalesce(?::timestamptz, '-infinity') and kind = any(?)))
                and effective_at <= ? and graded and kind = any(?) and received_at <= ?
                and (retracted_at is null or retracted_at > ?)
            order by effective_at, id, sender
            """.formatted(COLUMNS);

    /// The observations for the scores beside the grades. Vital signs are frequent, so only those of the last
    /// days are read.
    private static final String BESIDE = """
            select %s from observation
            where patient_id = any(?) and effective_at >= coalesce(?::timestamptz, '-infinity')
                and (?::timestamptz is null or effective_at < ?) and effective_at <= ? and graded
                and kind not in ('attribution', 'retraction') and (kind <> 'vital-signs' or effective_at >= ?)
                and received_at <= ? and (retracted_at is null or retracted_at > ?)
            order by effective_at, id, sender
            """.formatted(COLUMNS);

    /// How far back a score reads vital signs.
    private static final Duration VITAL_SIGNS = Duration.ofDays(2);

    private static final String INSERT = """
            insert into observation (patient_id, effective_at, id, kind, received_at, content, device_id,
                entered_by, entered_from, graded, retracted_at, source_key)
            select *
            from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::jsonb[], ?::text[],
                ?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::bytea[])
            """;

    /// A row to write.
    ///
    /// @param retractedAt the receipt of a retraction that came before the observation; absent if there was
    ///     none
    /// @param sourceKey of the statement of another system that it is a part of, in hexadecimal digits
    public record ObservationEntry(
            Observation observation,
            Optional<String> deviceId,
            Optional<String> enteredBy,
            Optional<String> enteredFrom,
            Optional<Instant> retractedAt,
            Optional<String> sourceKey) {}

    private Observations() {}

    /// Whether the observation is stored, used for grading and not retracted.
    public static boolean counts(Sql sql, Observation observation) {
        return sql.first(
                        """
                        select true as there from observation
                        where patient_id = ? and effective_at = ? and id = ? and sender = ? and graded and retracted_at is null
                        """,
                        row -> row.flag("there"),
                        observation.patientId().value(),
                        observation.effectiveAt(),
                        observation.id().value(),
                        observation.id().sender().name())
                .isPresent();
    }

    static ObservationId id(ResultRow row) {
        return new ObservationId(new Sender(row.text("sender")), row.text("id"));
    }

    static Observation read(ResultRow row) {
        var kind = Word.of(Kind.class, row.text("kind")).orElseThrow();
        return new Observation(
                id(row),
                new PatientId(row.text("patient_id")),
                row.instant("effective_at"),
                row.instant("received_at"),
                ContentJson.read(kind, row.text("content")),
                row.optionalText("device_id").map(DeviceId::new));
    }

    /// Reads the observations for grading after each start, in time order per episode.
    public static void graded(
            Sql sql, List<FoldStart> all, Instant upTo, Instant knownAt, BiConsumer<UUID, Observation> consumer) {
        var starts = NumberedStart.of(all);
        sql.each(
                GRADED,
                row -> consumer.accept(row.uuid("episode_id"), read(row)),
                Column.of("uuid", starts, each -> each.start().episode().id()),
                Column.texts(starts, each -> each.number().value()),
                Column.of("timestamptz", starts, each -> each.start().after()),
                Column.of("timestamptz", starts, each -> each.start().episode().last(upTo)),
                knownAt,
                knownAt);
    }

    /// The observations before each infusion that may stand at it, in time order per episode.
    static Map<UUID, List<Observation>> standing(Sql sql, List<Episode> all, Instant knownAt) {
        var found = new HashMap<UUID, List<Observation>>();
        var episodes = NumberedEpisode.of(all);
        if (!episodes.isEmpty()) {
            sql.each(
                    STANDING,
                    row -> found.computeIfAbsent(row.uuid("episode_id"), _ -> new ArrayList<>())
                            .add(read(row)),
                    Column.of("uuid", episodes, each -> each.episode().id()),
                    Column.texts(episodes, each -> each.number().value()),
                    Column.of(
                            "timestamptz",
                            episodes,
                            each -> each.episode().own().from()),
                    Column.of("timestamptz", episodes, each -> each.episode().standingBefore()),
                    Column.texts(MAY_STAND, Kind::word),
                    knownAt,
                    knownAt);
        }
        return found;
    }

    /// The observations of some kinds from the infusion to the time of a report, and those standing at the
    /// infusion.
    static List<Observation> since(Sql sql, EpisodeReport report, Instant knownAt, Collection<Kind> kinds) {
        return sql.list(
                SINCE,
                Observations::read,
                PatientNumbers.column(report.episode().numbers()),
                report.infusedAt(),
                report.episode().own().from(),
                Column.texts(FROM_BEFORE, Kind::word),
                report.at(),
                Column.texts(List.copyOf(kinds), Kind::word),
                knownAt,
                knownAt);
    }

    /// The observations in the own time of an episode up to a time, also before the infusion. Vital signs are
    /// limited to the last two days.
    static List<Observation> beside(Sql sql, Episode episode, Instant at, Instant knownAt) {
        return sql.list(
                BESIDE,
                Observations::read,
                PatientNumbers.column(episode.numbers()),
                episode.own().from(),
                episode.own().until(),
                episode.own().until(),
                at,
                at.minus(VITAL_SIGNS),
                knownAt,
                knownAt);
    }

    public static void insert(Sql sql, List<ObservationEntry> applied) {
        sql.update(
                INSERT,
                Column.texts(applied, each -> each.observation().patientId().value()),
                Column.of("timestamptz", applied, each -> each.observation().effectiveAt()),
                Column.texts(applied, each -> each.observation().id().value()),
                Column.of("text", applied, each -> each.observation().content().kind()),
                Column.of("timestamptz", applied, each -> each.observation().receivedAt()),
                Column.of(
                        "jsonb",
                        applied,
                        each -> ContentJson.write(each.observation().content())),
                Column.of("text", applied, ObservationEntry::deviceId),
                Column.of("text", applied, ObservationEntry::enteredBy),
                Column.of("text", applied, ObservationEntry::enteredFrom),
                Column.of("boolean", applied, each -> !each.observation().datedInTheFuture()),
                Column.of("timestamptz", applied, ObservationEntry::retractedAt),
                Column.optionalBytes(applied, each -> each.sourceKey().map(SourceEntries::bytes)));
    }

    /// Deletes observations that could not be graded; quarantine keeps them.
    public static void remove(Sql sql, List<Observation> observations) {
        sql.update(
                """
                delete from observation o
                using unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[])
                    as gone (patient_id, effective_at, id, sender)
                where o.patient_id = gone.patient_id and o.effective_at = gone.effective_at and o.id = gone.id
                    and o.sender = gone.sender and o.moved_at is null
                """,
                Column.texts(observations, each -> each.patientId().value()),
                Column.of("timestamptz", observations, Observation::effectiveAt),
                Column.texts(observations, each -> each.id().value()),
                Column.texts(observations, each -> each.id().sender().name()));
    }

    /// The time of each episode's newest observation up to `at`, as known at an instant. Episodes without
    /// observations are left out.
    static Map<UUID, Instant> newest(Sql sql, List<Episode> all, Instant at, Instant knownAt) {
        var found = new HashMap<UUID, Instant>();
        var episodes = NumberedEpisode.of(all);
        sql.each(
                NEWEST,
                row -> row.optionalInstant("newest").ifPresent(newest -> found.put(row.uuid("id"), newest)),
                knownAt,
                knownAt,
                Column.of("uuid", episodes, each -> each.episode().id()),
                Column.texts(episodes, each -> each.number().value()),
                Column.of("timestamptz", episodes, each -> each.episode().own().from()),
                Column.of("timestamptz", episodes, each -> each.episode().last(at)));
        return found;
    }

    /// The device of an observation; absent if it came without a device or does not exist.
    public static Optional<String> device(Sql sql, ObservationId id) {
        return sql.first(
                        """
                        select o.device_id from known_observation i
                            join observation o on o.patient_id = i.patient_id and o.effective_at = i.effective_at
                                and o.id = i.id and o.sender = i.sender
                        where i.id = ? and i.sender = ?
                        """,
                        row -> row.optionalText("device_id"),
                        id.value(),
                        id.sender().name())
                .flatMap(device -> device);
    }

    /// Whether the author is verified: the service took the observation in itself and stored the address.
    public static boolean isByAVerifiedAuthor(Sql sql, ObservationId id) {
        return sql.first(
                        """
                        select o.entered_from is not null and o.entered_from <> 'vigil.observations' as verified
                        from known_observation i
                            join observation o on o.patient_id = i.patient_id and o.effective_at = i.effective_at
                                and o.id = i.id and o.sender = i.sender
                        where i.id = ? and i.sender = ?
                        """,
                        row -> row.flag("verified"),
                        id.value(),
                        id.sender().name())
                .orElse(false);
    }
}
