package health.vigil.store;

import health.vigil.alert.Check;
import health.vigil.alert.CheckFacts;
import health.vigil.alert.CheckPart.Bedside;
import health.vigil.alert.NotDone;
import health.vigil.alert.Pause;
import health.vigil.grading.Baseline;
import health.vigil.grading.Patient;
import health.vigil.history.Episode;
import health.vigil.observation.Analyte;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import health.vigil.store.Observations.NumberedEpisode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads what the monitoring plan needs to know about episodes, at a time and as known then.
public final class MonitoredEpisodes {
    /// The observations of a patient that count at the time asked for.
    private static final String OBSERVED = """
            from observation o
            where o.patient_id = want.number and o.graded and o.effective_at <= want.at
                and o.effective_at >= coalesce(want.since, '-infinity')
                and o.effective_at < coalesce(want.until, 'infinity')
                and o.received_at <= want.known and (o.retracted_at is null or o.retracted_at > want.known)
            """;

    /// A patient who is not testable has still been looked at, so the check counts as done.
    private static final String FACTS =
            """
            select e.id, want.infused_at, home.since as outpatient_since,
                coalesce(infusion.ended_at, want.infused_at) as infusion_ended_at,
                least(e.ended_at, want.until, died.at) as ended_at, person.tool,
                case when b.content->>person.tool is not null then want.infused_at else before.at end as baseline_at,
                temperature.at as temperature, pressure.at as pressure, rate.at as heart_rate,
                saturation.at as saturation, answers.at as home_check, neuro.scored, neuro.consciousness,
                missed.at as missed_at, missed.reason as missed_because, labs.newest as labs
            from (select asked.*, ?::timestamptz as at, ?::timestamptz as known
                    from unnest(?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                        as asked (id, number, years, infused_at, since, until)) as want
                join episode e on e.id = want.id
                left join lateral (
                    select content from baseline where episode_id = e.id order by received_at desc limit 1) b on true
                cross join lateral (
                    select want.years >= ? as adult,
                        case when want.years < ? or (b.content->>'developmentalDelay')::boolean
                            then 'capd' else 'ice' end as tool) person
                left join lateral (
                    select w.began_at as since from outpatient_watch w
                    where w.episode_id = e.id and w.began_at <= want.at and w.recorded_at <= want.known
                        and (w.ended_at is null or w.ended_at > want.at)
                    order by w.began_at desc limit 1) home on true
                cross join lateral (
                    select max((station->>'endedAt')::timestamptz) as ended_at
                    from jsonb_array_elements(e.journey) as station
                    where station->>'phase' = 'infusion' and (station->>'endedAt')::timestamptz
                        between want.infused_at and want.infused_at + interval '1 day') infusion
                cross join lateral (
                    select min(o.effective_at) as at {observed}
                        and o.kind = 'death' and o.effective_at >= want.infused_at) died
                left join lateral (
                    select o.effective_at as at {observed}
                        and o.kind = 'neuro-check' and o.effective_at < want.infused_at
                        and jsonb_exists(o.content, person.tool)
                    order by o.effective_at desc limit 1) before on true
                left join lateral (
                    select o.effective_at as at {observed}
                        and o.kind = 'vital-signs' and o.effective_at >= want.infused_at
                        and (home.since is not null or not {atHome})
                        and (o.content->>'temperature')::numeric between ? and ?
                    order by o.effective_at desc limit 1) temperature on true
                left join lateral (
                    select o.effective_at as at {observed}
                        and o.kind = 'vital-signs' and o.effective_at >= want.infused_at
                        and (home.since is not null or not {atHome})
                        and ((o.content->>'systolic')::numeric between ? and ?
                            or person.adult and (o.content->>'meanArterialPressure')::numeric between ? and ?)
                    order by o.effective_at desc limit 1) pressure on true
                left join lateral (
                    select o.effective_at as at {observed} and home.since is not null
                        and o.kind = 'vital-signs' and o.effective_at >= want.infused_at
                        and (o.content->>'heartRate')::numeric between ? and ?
                    order by o.effective_at desc limit 1) rate on true
                left join lateral (
                    select o.effective_at as at {observed} and home.since is not null
                        and o.kind = 'vital-signs' and o.effective_at >= want.infused_at
                        and (o.content->>'spo2')::numeric between ? and ?
                    order by o.effective_at desc limit 1) saturation on true
                left join lateral (
                    select o.effective_at as at {observed} and home.since is not null
                        and o.kind = 'home-check' and o.effective_at >= want.infused_at
                    order by o.effective_at desc limit 1) answers on true
                cross join lateral (
                    select
                        max(o.effective_at) filter (where jsonb_exists(o.content, person.tool)
                            or jsonb_exists(o.content->'notTestable', person.tool)) as scored,
                        max(o.effective_at) filter (where jsonb_exists(o.content, 'consciousness')) as consciousness
                    {observed} and o.kind = 'neuro-check' and o.effective_at >= want.infused_at) neuro
                left join lateral (
                    select o.effective_at as at, o.content->>'notDoneReason' as reason {observed}
                        and o.kind = 'neuro-check' and o.effective_at >= want.infused_at
                        and jsonb_exists(o.content->'notDone', person.tool)
                    order by o.effective_at desc, o.id, o.sender limit 1) missed on true
                cross join lateral (
                    select jsonb_build_object('at', coalesce(jsonb_object_agg(analyte, at), '{}'))::text as newest
                    from (select o.content->>'analyte' as analyte, max(o.effective_at) as at {observed}
                            and o.kind = 'lab-result' and o.effective_at >= want.infused_at
                            group by o.content->>'analyte') as result) labs
            """.replace("{observed}", OBSERVED.strip()).replace("{atHome}", ReadAtHome.CONDITION);

    private static final String PAUSES = """
            select episode_id, "check", reason, paused_from, coalesce(ended_at, until) as until
            from check_pause where episode_id = any(?::uuid[]) order by paused_from
            """;

    private MonitoredEpisodes() {}

    /// The facts of each number of a patient are read separately and then combined.
    ///
    /// @param hospital the time zone for the patient's age
    public static Map<UUID, CheckFacts> facts(
            Sql sql, List<Episode> all, Instant at, Instant knownAt, ZoneId hospital) {
        var pauses = pauses(sql, Column.of("uuid", all, Episode::id));
        var episodes = NumberedEpisode.of(all);
        var facts = new HashMap<UUID, CheckFacts>();
        sql.each(
                FACTS,
                row -> facts.merge(
                        row.uuid("id"),
                        facts(row, pauses.getOrDefault(row.uuid("id"), List.of()), hospital),
                        CheckFacts::and),
                at,
                knownAt,
                Column.of("uuid", episodes, each -> each.episode().id()),
                Column.texts(episodes, each -> each.number().value()),
                Column.of("int", episodes, each -> years(each.episode(), hospital)),
                Column.of("timestamptz", episodes, each -> each.episode().infusedAt()),
                Column.of("timestamptz", episodes, each -> each.episode().own().from()),
                Column.of("timestamptz", episodes, each -> each.episode().own().until()),
                Patient.ADULT,
                Patient.FIRST_AGE_FOR_ICE,
                VitalSign.TEMPERATURE.lowest(),
                VitalSign.TEMPERATURE.highest(),
                VitalSign.SYSTOLIC.lowest(),
                VitalSign.SYSTOLIC.highest(),
                VitalSign.MEAN_ARTERIAL_PRESSURE.lowest(),
                VitalSign.MEAN_ARTERIAL_PRESSURE.highest(),
                VitalSign.HEART_RATE.lowest(),
                VitalSign.HEART_RATE.highest(),
                VitalSign.SPO2.lowest(),
                VitalSign.SPO2.highest());
        return facts;
    }

    private static int years(Episode episode, ZoneId hospital) {
        return Patient.born(episode.birthDate(), episode.infusedAt(), hospital, Baseline.NONE, episode.further())
                .ageYears();
    }

    private static CheckFacts facts(ResultRow row, List<Pause> pauses, ZoneId hospital) {
        var tool = Word.of(Check.class, row.text("tool")).orElseThrow();
        return new CheckFacts(
                row.instant("infused_at"),
                row.instant("infusion_ended_at"),
                row.optionalInstant("ended_at"),
                tool,
                row.optionalInstant("baseline_at"),
                bedside(row, tool),
                laboratory(row),
                row.optionalInstant("missed_at")
                        .map(at -> new NotDone(
                                Word.of(NotDoneReason.class, row.text("missed_because"))
                                        .orElseThrow(),
                                at)),
                pauses,
                hospital,
                row.optionalInstant("outpatient_since"));
    }

    private static Map<Bedside, Instant> bedside(ResultRow row, Check tool) {
        var seen = new EnumMap<Bedside, Instant>(Bedside.class);
        row.optionalInstant("temperature").ifPresent(at -> seen.put(Bedside.TEMPERATURE, at));
        row.optionalInstant("pressure").ifPresent(at -> seen.put(Bedside.BLOOD_PRESSURE, at));
        row.optionalInstant("heart_rate").ifPresent(at -> seen.put(Bedside.HEART_RATE, at));
        row.optionalInstant("saturation").ifPresent(at -> seen.put(Bedside.SPO2, at));
        row.optionalInstant("home_check").ifPresent(at -> seen.put(Bedside.HOME_CHECK, at));
        row.optionalInstant("scored").ifPresent(at -> seen.put(tool == Check.CAPD ? Bedside.CAPD : Bedside.ICE, at));
        row.optionalInstant("consciousness").ifPresent(at -> seen.put(Bedside.CONSCIOUSNESS, at));
        return seen;
    }

    /// The time of the last result of each analyte.
    private record Results(Map<String, Instant> at) {}

    private static Map<Analyte, Instant> laboratory(ResultRow row) {
        var newest = new EnumMap<Analyte, Instant>(Analyte.class);
        StoredJson.read(row.text("labs"), Results.class)
                .at()
                .forEach((word, at) -> Word.of(Analyte.class, word).ifPresent(analyte -> newest.put(analyte, at)));
        return newest;
    }

    private static Map<UUID, List<Pause>> pauses(Sql sql, Column episodes) {
        record EpisodePause(UUID episode, Pause pause) {}
        return sql.list(PAUSES, row -> new EpisodePause(row.uuid("episode_id"), pause(row)), episodes).stream()
                .collect(Collectors.groupingBy(
                        EpisodePause::episode, Collectors.mapping(EpisodePause::pause, Collectors.toList())));
    }

    private static Pause pause(ResultRow row) {
        return new Pause(
                Word.of(Check.class, row.text("check")).orElseThrow(),
                Word.of(Pause.PauseReason.class, row.text("reason")).orElseThrow(),
                row.instant("paused_from"),
                row.instant("until"));
    }

    /// Whether the episode is active.
    public static boolean active(Sql sql, UUID episode) {
        return sql.first("select 1 as one from episode where id = ? and status = 'active'", row -> true, episode)
                .isPresent();
    }
}
