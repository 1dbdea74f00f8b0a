package health.vigil.patient.journey;

import health.vigil.journey.Bridging;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.JourneyFacts;
import health.vigil.patient.episode.Phase;
import health.vigil.patient.episode.Station;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The stations of a journey as an episode keeps them.
final class EpisodeStations {
    private EpisodeStations() {}

    static List<Station> of(JourneyFacts facts, InfusionRecord infusion) {
        var apheresis = facts.apheresis();
        var manufacturing = facts.manufacturing();
        var lymphodepletion = facts.lymphodepletion();
        return Stream.of(
                        station(Phase.LEUKAPHERESIS, apheresis.startedAt(), apheresis.endedAt()),
                        station(Phase.GENETIC_ENGINEERING, manufacturing.startedAt(), manufacturing.releaseAt()),
                        station(
                                Phase.BRIDGING_THERAPY,
                                facts.bridging().flatMap(Bridging::from),
                                facts.bridging().flatMap(Bridging::to)),
                        station(Phase.LYMPHODEPLETION, lymphodepletion.from(), lymphodepletion.to()),
                        station(Phase.INFUSION, Optional.of(infusion.startedAt()), infusion.stoppedAt()))
                .filter(station ->
                        station.startedAt().isPresent() || station.endedAt().isPresent())
                .toList();
    }

    /// The stations of an episode with those of its journey. What the episode has stands. A phase that it lacks is
    /// added, and the end of the infusion.
    static List<Station> joined(List<Station> stored, List<Station> journey) {
        var there = stored.stream().map(Station::phase).toList();
        return Stream.concat(
                        stored.stream().map(station -> ended(station, journey)),
                        journey.stream().filter(station -> !there.contains(station.phase())))
                .sorted(Comparator.comparing(Station::phase))
                .toList();
    }

    private static Station ended(Station stored, List<Station> journey) {
        if (stored.phase() != Phase.INFUSION || stored.endedAt().isPresent()) {
            return stored;
        }
        var end = journey.stream()
                .filter(station -> station.phase() == Phase.INFUSION)
                .flatMap(station -> station.endedAt().stream())
                .filter(at -> stored.startedAt().filter(at::isBefore).isEmpty())
                .findFirst();
        return new Station(stored.phase(), stored.startedAt(), end, stored.note());
    }

    private static Station station(Phase phase, Optional<Instant> startedAt, Optional<Instant> endedAt) {
        return new Station(phase, startedAt, endedAt, Optional.empty());
    }
}
