package health.vigil.registry;

import health.vigil.context.Days;
import health.vigil.context.Situation;
import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.registry.CellTherapy.GivenCells;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What is known of one episode at the time of an export.
///
/// @param episode who it is about
/// @param situation the record at that time; its changes are the history of grades as it is told then
/// @param crsOnsets for each rise of CRS from 0 or an unknown grade, when its course began
/// @param fever the highest temperature and the first fever
/// @param overlap how long two agents run together before they are multiple
/// @param therapy of the journey that led to the episode
/// @param given the infusion of that journey
public record RegistryCase(
        RegistryEpisode episode,
        Situation situation,
        Map<Instant, Instant> crsOnsets,
        FeverFacts fever,
        Duration overlap,
        CellTherapy therapy,
        GivenCells given) {
    /// An episode and its watch.
    ///
    /// @param further the number of further infusions
    /// @param watchedFrom the infusion: the time before the first record counts as not gradable
    /// @param watchedUntil the discharge, or the time of the export
    /// @param amended the number of entries in the history that were amended
    public record RegistryEpisode(
            UUID id,
            PatientId patient,
            String product,
            Optional<String> indication,
            int further,
            Instant watchedFrom,
            Instant watchedUntil,
            Optional<Instant> dischargedAt,
            Set<String> ruleSets,
            Set<String> policyVersions,
            long amended) {}

    /// The fever of an episode.
    ///
    /// @param first the first temperature of 38.0 or more
    /// @param readAtHome whether the first fever or the highest temperature was read at home, so that nobody of
    ///     the hospital confirmed it
    public record FeverFacts(
            Optional<Instant> first, Optional<BigDecimal> highest, Optional<Instant> highestAt, boolean readAtHome) {
        public static final FeverFacts NONE =
                new FeverFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /// One record of a kind.
    record RegistryEntry<C extends Content>(Observation observation, C content) {
        Instant at() {
            return observation.effectiveAt();
        }
    }

    Days days() {
        return new Days(situation.infusedAt(), situation.hospital());
    }

    /// The records of a kind since the infusion, in order of time.
    <C extends Content> List<RegistryEntry<C>> since(Class<C> kind) {
        return of(kind).filter(entry -> !entry.at().isBefore(situation.infusedAt()))
                .toList();
    }

    /// All records of a kind, in order of time.
    <C extends Content> Stream<RegistryEntry<C>> of(Class<C> kind) {
        return situation.observations().stream()
                .filter(observation -> kind.isInstance(observation.content()))
                .map(observation -> new RegistryEntry<>(observation, kind.cast(observation.content())));
    }

    List<Observation> observations() {
        return situation.observations();
    }
}
