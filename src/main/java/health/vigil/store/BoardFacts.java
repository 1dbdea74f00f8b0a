package health.vigil.store;

import health.vigil.alert.Condition;
import health.vigil.grading.Syndrome;
import health.vigil.history.Episode;
import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Kind;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Tool;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import health.vigil.store.Observations.NumberedEpisode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The facts on a board beside the grades of an episode: the last value of each vital sign, the last scores of ICE
/// or CAPD, the grade before, unresolved alerts, bound devices, and other patients in the bed.
///
/// @param lastValues the newest reading of each sign that was read
/// @param scores the newest two checks with a score, newest first
/// @param previous the grade before the current one, if it was known
/// @param alerts as JSON, most urgent first, without the grades that raised them
/// @param neighbours the numbers of other patients in the same bed
public record BoardFacts(
        Map<VitalSign, LastValue> lastValues,
        List<BoardScore> scores,
        Map<Syndrome, Integer> previous,
        List<String> alerts,
        List<BoardDevice> devices,
        List<String> neighbours) {
    /// Each episode under all numbers of its patient, with its own time. Earlier data of the patient belongs to
    /// another stay, perhaps in another ward.
    private static final String WANT = """
        unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[]) as want (id, number, since, until)
        """.strip();

    /// The newest reading of each sign, even if it is old. The statement goes back hour by hour, through the
    /// hours that contain the sign and those that are not summarised yet.
    private static final String LAST_VALUES = """
        select distinct on (want.id, vital.field) want.id, vital.field, last.effective_at, last.value, last.setting
        from {want}
            cross join unnest(?::text[]) as vital (field)
            cross join lateral (
                select reading.effective_at, reading.value, reading.setting
                from (
                    select hour from vital_hour where patient_id = want.number and sign = vital.field
                    union all
                    select hour from vital_stale where patient_id = want.number
                    order by hour desc) as held
                cross join lateral (
                    select effective_at, content->>vital.field as value, content->>'setting' as setting
                    from observation
                    where patient_id = want.number and effective_at >= held.hour
                        and effective_at < held.hour + interval '1 hour' and effective_at <= ?
                        and effective_at >= coalesce(want.since, '-infinity')
                        and effective_at < coalesce(want.until, 'infinity')
                        and kind = 'vital-signs' and graded and retracted_at is null
                        and jsonb_exists(content, vital.field)
                    order by effective_at desc limit 1) as reading
                where held.hour > coalesce(want.since, '-infinity') - interval '1 hour'
                order by held.hour desc limit 1) as last
        order by want.id, vital.field, last.effective_at desc
        """.replace("{want}", WANT);

    /// The newest two checks with a score under each number of the patient, and the baseline of each tool.
    private static final String SCORES = """
        select want.id, scored.effective_at, scored.content, usual.content->>'ice' as ice,
            usual.content->>'capd' as capd
        from {want}
            cross join lateral (
                select effective_at, content - 'handwritingImage' as content from observation
                where patient_id = want.number and kind <> 'vital-signs' and kind = 'neuro-check' and effective_at <= ?
                    and effective_at >= coalesce(want.since, '-infinity')
                    and effective_at < coalesce(want.until, 'infinity') and graded and retracted_at is null
                    and (jsonb_exists(content, 'ice') or jsonb_exists(content, 'capd'))
                order by effective_at desc, id limit 2) as scored
            left join lateral (
                select content from baseline where episode_id = want.id order by received_at desc limit 1) usual on true
        order by want.id, scored.effective_at desc
        """.replace("{want}", WANT);

    /// The grade before the current one, which shows whether it rose or fell.
    private static final String PREVIOUS = """
        select distinct on (g.episode_id, g.syndrome) g.episode_id as id, g.syndrome, g.previous
        from grade_change g where g.episode_id = any(?::uuid[]) and superseded_at is null and at <= ?
        order by g.episode_id, g.syndrome, g.at desc, g.number desc
        """;

    /// The unresolved alerts of the board's ward, as in the list of alerts. Alerts of other wards are not shown.
    private static final String ALERTS = """
        select want.id, (alert_json(a) - 'grade')::text as alert
        from {want} join alert a on a.patient_id = want.number
        where state <> 'resolved' and ward_fold(a.ward) = ?
        order by array_position(array['high', 'medium', 'low'], priority), raised_at desc
        """.replace("{want}", WANT);

    /// The bound devices. That a device is unused is shown only for its current binding.
    private static final String DEVICES = """
        select want.id, bound.device_id, u.unused_reason,
            greatest(u.unused_since, lower(bound.valid)) as unused_since,
            case when u.heard_at >= lower(bound.valid) then u.heard_at end as heard_at,
            exists (select from alert where patient_id = any(numbers_of(want.number)) and state <> 'resolved'
                and condition = silent.prefix || bound.device_id) as silent
        from {want} cross join (select ?::text as prefix) as silent
            join device_binding bound on bound.patient_id = want.number
            left join device_use u on u.device_id = bound.device_id
        where upper_inf(bound.valid) and lower(bound.valid) <= ?
        order by bound.device_id
        """.replace("{want}", WANT);

    /// Other patients in the same bed, according to their admissions. Those whose beds are not known share none.
    private static final String NEIGHBOURS = """
        select mine.id, patient_of(other.patient_id) as neighbour
        from episode mine join episode other on ward_fold(other.ward) = ward_fold(mine.ward) and other.bed = mine.bed
            and other.id <> mine.id and other.status = 'active'
        where mine.id = any(?::uuid[]) and mine.status = 'active' and mine.bed <> 'unknown'
        order by mine.id, neighbour
        """;

    /// The newest reading of a sign.
    ///
    /// @param setting where it was read; absent for the hospital
    public record LastValue(BigDecimal value, Instant at, Optional<String> setting) {
        /// A reading of the hospital.
        public LastValue(BigDecimal value, Instant at) {
            this(value, at, Optional.empty());
        }
    }

    /// A check with a score.
    ///
    /// @param ice the patient's baseline; absent if it is not known
    /// @param capd likewise
    public record BoardScore(Instant at, NeuroCheck check, Optional<Integer> ice, Optional<Integer> capd) {
        private static BoardScore read(ResultRow row) {
            return new BoardScore(
                    row.instant("effective_at"),
                    (NeuroCheck) ContentJson.read(Kind.NEURO_CHECK, row.text("content")),
                    row.optionalText("ice").map(Integer::valueOf),
                    row.optionalText("capd").map(Integer::valueOf));
        }

        /// The patient's usual score.
        public Optional<Integer> baseline(Tool tool) {
            return switch (tool) {
                case ICE -> ice;
                case CAPD -> capd;
            };
        }
    }

    /// A device that is bound to the patient.
    ///
    /// @param heardAt absent if it has sent nothing since it was bound
    /// @param silent whether its alert for silence is unresolved
    /// @param unused since when and why it sends readings that are not used
    public record BoardDevice(String id, Optional<Instant> heardAt, boolean silent, Optional<UnusedDevice> unused) {
        private static BoardDevice read(ResultRow row) {
            return new BoardDevice(
                    row.text("device_id"),
                    row.optionalInstant("heard_at"),
                    row.flag("silent"),
                    row.optionalText("unused_reason").map(why -> new UnusedDevice(row.instant("unused_since"), why)));
        }
    }

    /// A device sends readings that are not used.
    public record UnusedDevice(Instant since, String reason) {}

    private static BoardFacts none() {
        return new BoardFacts(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new EnumMap<>(Syndrome.class),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// The facts of some episodes, by their ids. The number of statements does not depend on the number of
    /// episodes.
    ///
    /// @param ward the key of the name of the board's ward
    /// @param now later data is not shown
    public static Map<UUID, BoardFacts> of(Sql sql, Collection<Episode> episodes, String ward, Instant now) {
        var facts = new HashMap<UUID, BoardFacts>();
        episodes.forEach(episode -> facts.put(episode.id(), none()));
        new FactsReader(sql, facts, List.copyOf(episodes)).all(ward, now);
        return facts;
    }

    /// Reads the facts of all episodes, one kind of them after the other.
    private record FactsReader(Sql sql, Map<UUID, BoardFacts> facts, List<Episode> episodes) {
        void all(String ward, Instant now) {
            var signs = Column.texts(Arrays.asList(VitalSign.values()), VitalSign::field);
            var ids = Column.of("uuid", episodes, Episode::id);
            each(
                    LAST_VALUES,
                    (row, of) -> of.lastValues().put(sign(row.text("field")), value(row)),
                    arguments(signs, now));
            each(SCORES, (row, of) -> of.scores().add(BoardScore.read(row)), arguments(now));
            each(
                    PREVIOUS,
                    (row, of) -> row.optionalNumber("previous")
                            .ifPresent(grade -> of.previous().put(syndrome(row), Math.toIntExact(grade))),
                    ids,
                    now);
            each(NEIGHBOURS, (row, of) -> of.neighbours().add(row.text("neighbour")), ids);
            each(ALERTS, (row, of) -> of.alerts().add(row.text("alert")), arguments(ward));
            each(
                    DEVICES,
                    (row, of) -> of.devices().add(BoardDevice.read(row)),
                    arguments(Condition.DeviceSilent.PREFIX, now));
        }

        private void each(String text, BiConsumer<ResultRow, BoardFacts> consumer, Object... arguments) {
            sql.each(
                    text,
                    row -> Optional.ofNullable(facts.get(row.uuid("id"))).ifPresent(of -> consumer.accept(row, of)),
                    arguments);
        }

        /// The arguments of a statement that begins with {@link #WANT}.
        private Object[] arguments(Object... more) {
            var numbered = NumberedEpisode.of(episodes);
            var want = Stream.<Object>of(
                    Column.of("uuid", numbered, each -> each.episode().id()),
                    Column.texts(numbered, each -> each.number().value()),
                    Column.of(
                            "timestamptz",
                            numbered,
                            each -> each.episode().own().from()),
                    Column.of(
                            "timestamptz",
                            numbered,
                            each -> each.episode().own().until()));
            return Stream.concat(want, Arrays.stream(more)).toArray();
        }
    }

    private static LastValue value(ResultRow row) {
        return new LastValue(
                new BigDecimal(row.text("value")), row.instant("effective_at"), row.optionalText("setting"));
    }

    private static VitalSign sign(String field) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> sign.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Syndrome syndrome(ResultRow row) {
        return Word.of(Syndrome.class, row.text("syndrome")).orElseThrow();
    }
}
