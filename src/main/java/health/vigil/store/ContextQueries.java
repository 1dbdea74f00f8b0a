package health.vigil.store;

import health.vigil.context.ContextItem;
import health.vigil.context.ContextItems;
import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Computes the items beside the grades of a patient, at any time and as known at any time.
@ApplicationScoped
public class ContextQueries {
    private final Database database;
    private final Situations situations;

    ContextQueries(Database database, Situations situations) {
        this.database = database;
        this.situations = situations;
    }

    /// The items of the episode that is current at a time.
    ///
    /// @param policyVersion the policy that the grades were given with
    public record EpisodeContext(
            Episode episode, Instant at, Instant knownAt, String policyVersion, List<ContextItem> items) {}

    /// All items, read from one snapshot; empty for a patient without an episode.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt counts only what was received by then; absent: everything
    public Optional<EpisodeContext> of(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, at, knownAt);
            return Stream.ofNullable(
                            Episodes.of(sql, List.of(patient), query.known()).get(patient))
                    .flatMap(episodes -> Episodes.at(episodes, query.at()).stream())
                    .findFirst()
                    .map(episode -> of(sql, episode, query));
        });
    }

    private EpisodeContext of(Sql sql, Episode episode, QueryTime query) {
        var graded = situations.of(sql, episode, query);
        return new EpisodeContext(
                episode,
                query.at(),
                query.knownAt().orElse(query.now()),
                graded.judgedBy().version(),
                ContextItems.of(graded.situation(), DischargeTicks.of(sql, episode.id(), query.known())));
    }
}
