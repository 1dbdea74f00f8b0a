package health.vigil.store;

import health.vigil.grading.BirthDate;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.history.RegradeRequest.Cause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The versions of the admission facts. The newest version is also stored in the episode itself.
public final class EpisodeVersions {
    /// The first version is stored when it is corrected for the first time.
    private static final String FIRST = """
        insert into episode_version (episode_id, received_at, content, cause, entered_by)
        select id, admitted_at, jsonb_strip_nulls(jsonb_build_object(
            'name', name, 'birthDate', coalesce(birth_date_given, birth_date::text), 'sex', sex, 'weight', weight_kg,
            'product', product, 'infusedAt', instant_json(infused_at))) || jsonb_build_object('infusions', infusions),
            'admission', admitted_by
        from episode where id = ? and not exists (select from episode_version where episode_id = episode.id)
        """;

    /// A new version is dated after all earlier ones, even if clocks differ. An infusion is stored once.
    private static final String CHANGE = """
        insert into episode_version (episode_id, received_at, content, cause, reason, entered_by, change_id)
        select episode_id, greatest(?, received_at + interval '1 microsecond'),
            content || ?::jsonb || jsonb_build_object('infusions', content->'infusions' || coalesce((
                select jsonb_agg(further) from jsonb_array_elements(?::jsonb) further
                where not exists (
                    select from jsonb_array_elements(content->'infusions') known
                    where known->>'at' = further->>'at')), '[]')),
            ?, ?, ?, ?
        from episode_version where episode_id = ? order by received_at desc limit 1
        on conflict (change_id) do nothing returning received_at
        """;

    private static final String CURRENT = """
        update episode e set name = v.content->>'name', birth_date = ?::date,
            birth_date_given = case when length(v.content->>'birthDate') < 10 then v.content->>'birthDate' end,
            sex = v.content->>'sex', weight_kg = (v.content->>'weight')::numeric,
            product = v.content->>'product', infused_at = (v.content->>'infusedAt')::timestamptz,
            infusions = v.content->'infusions'
        from episode_version v where v.episode_id = e.id and v.received_at = ? and e.id = ?
        """;

    private static final String APPLIED = """
        select true as applied from baseline where change_id = ?
        union all select true from episode_version where change_id = ?
        """;

    private static final String VERSIONS = """
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'knownFrom', instant_json(received_at), 'cause', cause, 'by', entered_by, 'reason', reason)) || content
            order by received_at desc), '[]')::text as versions
        from episode_version where episode_id = ?
        """;

    /// A change of the admission facts.
    ///
    /// @param id recognises a repeated correction
    public record FactsChange(
            UUID id,
            UUID episode,
            FactsCorrection facts,
            Optional<FurtherInfusion> infusion,
            Optional<String> reason,
            String enteredBy,
            Instant receivedAt) {
        public Cause cause() {
            return infusion.isPresent() ? Cause.INFUSION : Cause.CORRECTION;
        }
    }

    private EpisodeVersions() {}

    /// Writes a version and updates the episode.
    ///
    /// @return when it became known; empty if it was written before
    public static Optional<Instant> change(Sql sql, FactsChange change) {
        sql.update(FIRST, change.episode());
        var known = sql.first(
                CHANGE,
                row -> row.instant("received_at"),
                change.receivedAt(),
                StoredJson.write(facts(change.facts())),
                StoredJson.write(change.infusion().map(infusion -> infusion(infusion, change)).stream()
                        .toList()),
                change.cause(),
                change.reason(),
                change.enteredBy(),
                change.id(),
                change.episode());
        known.ifPresent(at -> sql.update(CURRENT, birthDay(sql, change.episode(), at), at, change.episode()));
        return known;
    }

    /// The versions as a JSON array, newest first, each with the time since which it was known. Empty if nothing
    /// was ever changed.
    public static String json(Sql sql, UUID episode) {
        return sql.first(VERSIONS, row -> row.text("versions"), episode).orElseThrow();
    }

    /// Whether a change of the baseline or of the admission facts was applied.
    public static boolean applied(Sql sql, UUID change) {
        return sql.first(APPLIED, row -> row.flag("applied"), change, change).isPresent();
    }

    private static String birthDay(Sql sql, UUID episode, Instant version) {
        return sql.first("""
                        select content->>'birthDate' as given from episode_version where episode_id = ? and received_at = ?
                        """, row -> row.text("given"), episode, version)
                .flatMap(BirthDate::parse)
                .map(date -> date.day().toString())
                .orElseThrow(() -> new IllegalStateException("An episode has no birth date"));
    }

    private static Map<String, Object> facts(FactsCorrection facts) {
        var told = new LinkedHashMap<String, Object>();
        facts.name().ifPresent(name -> told.put("name", name));
        facts.birthDate().ifPresent(date -> told.put("birthDate", date.given()));
        facts.sex().ifPresent(sex -> told.put("sex", sex));
        facts.weight().ifPresent(weight -> told.put("weight", weight));
        facts.product().ifPresent(product -> told.put("product", product));
        facts.infusedAt().ifPresent(at -> told.put("infusedAt", at));
        return told;
    }

    private static Map<String, Object> infusion(FurtherInfusion infusion, FactsChange change) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", infusion.at());
        infusion.product().ifPresent(product -> told.put("product", product));
        infusion.note().ifPresent(note -> told.put("note", note));
        told.put("enteredBy", change.enteredBy());
        return told;
    }
}
