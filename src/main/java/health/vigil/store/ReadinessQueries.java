package health.vigil.store;

import health.vigil.context.DischargeReadiness;
import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Computes the list before a patient goes home, at any time and as known at any time.
@ApplicationScoped
public class ReadinessQueries {
    private final Database database;
    private final Situations situations;

    ReadinessQueries(Database database, Situations situations) {
        this.database = database;
        this.situations = situations;
    }

    /// The list of the episode that is current at a time.
    public record EpisodeReadiness(Episode episode, Instant at, Instant knownAt, DischargeReadiness readiness) {}

    /// The list, read from one snapshot; empty for a patient without an episode.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt counts only what was received by then; absent: everything
    public Optional<EpisodeReadiness> of(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, at, knownAt);
            return Stream.ofNullable(
                            Episodes.of(sql, List.of(patient), query.known()).get(patient))
                    .flatMap(episodes -> Episodes.at(episodes, query.at()).stream())
                    .findFirst()
                    .map(episode -> of(sql, episode, query));
        });
    }

    private EpisodeReadiness of(Sql sql, Episode episode, QueryTime query) {
        var situation = situations.of(sql, episode, query).situation();
        var ticks = DischargeTicks.of(sql, episode.id(), query.known());
        return new EpisodeReadiness(
                episode, query.at(), query.knownAt().orElse(query.now()), DischargeReadiness.of(situation, ticks));
    }
}
