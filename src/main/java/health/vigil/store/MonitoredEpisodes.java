package health.vigil.store;

import health.vigil.alert.Check;
import health.vigil.alert.CheckFacts;
import health.vigil.alert.MonitoringPlan.Severity;
import health.vigil.alert.Pause;
import health.vigil.grading.Baseline;
import health.vigil.grading.Grade;
import health.vigil.grading.Patient;
import health.vigil.observation.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the plan of checks needs to know of an episode, at a time and as it was known.
public final class MonitoredEpisodes {
    private static final int CAPD_UNDER_YEARS = 12;

    /// What counts of a patient's observations, up to the time asked for: twice known, once at.
    private static final String COUNTING = "from observation o where o.patient_id = e.patient_id and o.graded"
            + " and o.received_at <= ? and (o.retracted_at is null or o.retracted_at > ?) and o.effective_at <= ?";
    private static final int COUNTED = 6;
    private static final String NEWEST =
            "(select o.effective_at " + COUNTING + " and o.effective_at >= e.infused_at and ";
    private static final String NEWEST_FIRST = " order by o.effective_at desc limit 1)";

    /// A patient who cannot be tested was looked at all the same.
    private static final String LOOKED_AT =
            "o.kind = 'neuro-check' and jsonb_exists_any(o.content, array['ice', 'capd', 'notTestable'])";

    private static final String FACTS = "select e.birth_date, e.infused_at, least(e.ended_at,"
            + " (select min(next.infused_at) from episode next where next.patient_id = e.patient_id"
            + " and (next.infused_at, next.id) > (e.infused_at, e.id)),"
            + " (select min(o.effective_at) " + COUNTING + " and o.kind = 'death' and o.effective_at >= e.infused_at))"
            + " as ended_at, "
            + NEWEST + "o.kind = 'vital-signs'" + NEWEST_FIRST + " as vital_signs, "
            + NEWEST + LOOKED_AT + NEWEST_FIRST + " as neuro_check, "
            + NEWEST + "o.kind = 'lab-result'" + NEWEST_FIRST + " as labs, "
            + "coalesce((b.content->>'developmentalDelay')::boolean, false) as delayed,"
            + " b.content->>'ice' is not null as ice, b.content->>'capd' is not null as capd,"
            + " exists (select 1 " + COUNTING + " and o.kind = 'neuro-check' and o.effective_at < e.infused_at"
            + " and jsonb_exists(o.content, 'ice')) as ice_before,"
            + " exists (select 1 " + COUNTING + " and o.kind = 'neuro-check' and o.effective_at < e.infused_at"
            + " and jsonb_exists(o.content, 'capd')) as capd_before"
            + " from episode e left join lateral (select content from baseline where episode_id = e.id"
            + " order by received_at desc limit 1) b on true where e.id = ?";

    private static final String PAUSES = "select \"check\", reason, paused_from, coalesce(ended_at, until) as until"
            + " from check_pause where episode_id = ? order by paused_from";

    private static final String GRADE = "select grade from grade_change where episode_id = ? and syndrome = ?"
            + " and superseded_at is null and at <= ? order by at desc, number desc limit 1";

    private MonitoredEpisodes() {}

    /// What was done, and what may be expected.
    ///
    /// @param hospital its days make a patient's age
    public static CheckFacts facts(Sql sql, UUID episode, Instant at, Instant knownAt, ZoneId hospital) {
        var pauses = sql.list(PAUSES, MonitoredEpisodes::pause, episode);
        var arguments = new ArrayList<Object>();
        for (int i = 0; i < COUNTED; i++) {
            arguments.addAll(List.of(knownAt, knownAt, at));
        }
        arguments.add(episode);
        return sql.first(FACTS, row -> facts(row, pauses, hospital), arguments.toArray())
                .orElseThrow(() -> new IllegalStateException("There is no such episode"));
    }

    private static CheckFacts facts(ResultRow row, List<Pause> pauses, ZoneId hospital) {
        var tool = tool(row, hospital);
        var baseline = tool == Check.ICE
                ? row.flag("ice") || row.flag("ice_before")
                : row.flag("capd") || row.flag("capd_before");
        return new CheckFacts(
                row.instant("infused_at"), row.optionalInstant("ended_at"), tool, baseline, done(row, tool), pauses);
    }

    private static Check tool(ResultRow row, ZoneId hospital) {
        var age = Patient.born(row.date("birth_date"), row.instant("infused_at"), hospital, Baseline.NONE)
                .ageYears();
        return age < CAPD_UNDER_YEARS || row.flag("delayed") ? Check.CAPD : Check.ICE;
    }

    private static Map<Check, Instant> done(ResultRow row, Check tool) {
        var done = new EnumMap<Check, Instant>(Check.class);
        row.optionalInstant("vital_signs").ifPresent(at -> done.put(Check.VITAL_SIGNS, at));
        row.optionalInstant("neuro_check").ifPresent(at -> done.put(tool, at));
        row.optionalInstant("labs").ifPresent(at -> done.put(Check.LABS, at));
        return done;
    }

    private static Pause pause(ResultRow row) {
        return new Pause(
                Word.of(Check.class, row.text("check")).orElseThrow(),
                Word.of(Pause.Reason.class, row.text("reason")).orElseThrow(),
                row.instant("paused_from"),
                row.instant("until"));
    }

    /// Whether the patient has not been discharged from an episode.
    public static boolean active(Sql sql, UUID episode) {
        return sql.first("select 1 as one from episode where id = ? and status = 'active'", row -> true, episode)
                .isPresent();
    }

    /// The grades as the history tells them: what the monitor has told last.
    public static Severity severity(Sql sql, UUID episode, Instant at) {
        return new Severity(grade(sql, episode, "crs", at), grade(sql, episode, "icans", at));
    }

    private static Grade grade(Sql sql, UUID episode, String syndrome, Instant at) {
        return sql.first(GRADE, row -> row.optionalNumber("grade"), episode, syndrome, at)
                .flatMap(grade -> grade)
                .map(number -> Grade.of(number.intValue()))
                .orElse(Grade.UNKNOWN);
    }
}
