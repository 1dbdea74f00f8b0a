package health.vigil.store;

import health.vigil.context.Situation;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Patient;
import health.vigil.history.Episode;
import health.vigil.history.FoldResult;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSigns;
import health.vigil.protocol.CaseFacts;
import health.vigil.protocol.CurrentPrompts;
import health.vigil.protocol.FittingRow;
import health.vigil.protocol.ProtocolTable;
import health.vigil.protocol.TemperatureTrace;
import health.vigil.store.Situations.FoldedSituation;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds the rows of the hospital's protocol that fit a patient, at any time and as known at any time.
@ApplicationScoped
public class ProtocolQueries {
    private final Database database;
    private final Situations situations;
    private final ProtocolTable table;

    ProtocolQueries(Database database, Situations situations, ProtocolTable table) {
        this.database = database;
        this.situations = situations;
        this.table = table;
    }

    /// The rows that fit in the episode that is current at a time.
    public record EpisodePrompts(Episode episode, Instant at, Instant knownAt, CurrentPrompts current) {
        /// The name of the instance of a row. The same row in the same episode since the same time has the same
        /// name everywhere.
        public UUID instance(FittingRow fitting) {
            var name = String.join(
                    "|",
                    episode.id().toString(),
                    fitting.row().id(),
                    fitting.row().version(),
                    fitting.since().toString());
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The rows that fit, read from one snapshot; empty for a patient without an episode.
    ///
    /// @param at clinical time; absent: now by the database's clock
    /// @param knownAt counts only what was received by then; absent: everything
    public Optional<EpisodePrompts> of(PatientId patient, Optional<Instant> at, Optional<Instant> knownAt) {
        return database.read(sql -> {
            var query = QueryTime.of(sql, at, knownAt);
            return Stream.ofNullable(
                            Episodes.of(sql, List.of(patient), query.known()).get(patient))
                    .flatMap(episodes -> Episodes.at(episodes, query.at()).stream())
                    .findFirst()
                    .map(episode -> of(sql, episode, query));
        });
    }

    private EpisodePrompts of(Sql sql, Episode episode, QueryTime query) {
        return new EpisodePrompts(
                episode, query.at(), query.knownAt().orElse(query.now()), current(sql, episode, query));
    }

    /// A hospital without a protocol pays for nothing.
    private CurrentPrompts current(Sql sql, Episode episode, QueryTime query) {
        if (table.rows().isEmpty()) {
            return new CurrentPrompts(List.of(), List.of());
        }
        var temperatures = new TemperatureTrace();
        var folded = situations.folded(sql, episode, query, temperatures::add);
        return CurrentPrompts.of(
                table, facts(episode, folded, temperatures), ProtocolAnswers.of(sql, episode.id(), query.known()));
    }

    private static CaseFacts facts(Episode episode, FoldedSituation folded, TemperatureTrace temperatures) {
        var situation = withTemperatures(folded.graded().situation(), temperatures.kept());
        return new CaseFacts(
                situation,
                ageYears(episode, situation),
                flags(folded.fold()),
                folded.graded().judgedBy());
    }

    /// The situation with the temperatures of the whole time instead of the vital signs of the last days.
    private static Situation withTemperatures(Situation situation, List<Observation> temperatures) {
        var others =
                situation.observations().stream().filter(observation -> !(observation.content() instanceof VitalSigns));
        return new Situation(
                situation.at(),
                situation.infusedAt(),
                situation.hospital(),
                situation.baseline(),
                situation.product(),
                situation.weight(),
                situation.lymphodepletionAt(),
                situation.grades(),
                situation.changes(),
                Stream.concat(others, temperatures.stream()).toList(),
                situation.policy());
    }

    private static int ageYears(Episode episode, Situation situation) {
        return Patient.born(
                        episode.birthDate(),
                        episode.infusedAt(),
                        situation.hospital(),
                        situation.baseline(),
                        episode.further())
                .ageYears();
    }

    /// The flags of the begin, and their changes since.
    private static List<FlagChange> flags(FoldResult folded) {
        return Stream.concat(folded.upAt(folded.start().after()).stream(), folded.flags().stream())
                .toList();
    }
}
