package health.vigil.store;

import health.vigil.history.Episode;
import java.time.Instant;
import java.util.Optional;

/// The product and the first lymphodepletion of an episode.
///
/// @param lymphodepletionAt its start, if the journey has it
record TherapyFacts(Optional<String> product, Optional<Instant> lymphodepletionAt) {
    private static final String FACTS = """
            select coalesce((
                    select v.content->>'product' from episode_version v
                    where v.episode_id = e.id and v.received_at <= ?
                    order by v.received_at desc limit 1), e.product) as product,
                (select min((station->>'startedAt')::timestamptz) from jsonb_array_elements(e.journey) as station
                    where station->>'phase' = 'lymphodepletion') as lymphodepletion
            from episode e where e.id = ?
            """;

    /// @param known the product as it was known at this instant
    static TherapyFacts of(Sql sql, Episode episode, Instant known) {
        return sql.first(
                        FACTS,
                        row -> new TherapyFacts(row.optionalText("product"), row.optionalInstant("lymphodepletion")),
                        known,
                        episode.id())
                .orElseThrow();
    }
}
