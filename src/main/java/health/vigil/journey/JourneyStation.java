package health.vigil.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A station on the line from the referral to the infusion.
///
/// @param plannedAt when it was planned
public record JourneyStation(
        StationName name, Optional<Instant> plannedAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {
    /// All stations, reached or not.
    public static List<JourneyStation> of(ProductJourney journey) {
        var facts = journey.facts();
        var apheresis = facts.apheresis();
        var manufacturing = facts.manufacturing();
        var infusion = journey.infusion().map(RecordedInfusion::infusion);
        return List.of(
                at(
                        StationName.REFERRAL,
                        Optional.empty(),
                        Optional.of(journey.states().getFirst().stamp().at())),
                at(StationName.DECISION, Optional.empty(), journey.decidedAt()),
                new JourneyStation(
                        StationName.COLLECTION, apheresis.plannedAt(), apheresis.startedAt(), apheresis.endedAt()),
                new JourneyStation(
                        StationName.MANUFACTURE,
                        Optional.empty(),
                        manufacturing.startedAt(),
                        manufacturing.releaseAt()),
                at(StationName.RELEASE, manufacturing.expectedReleaseAt(), manufacturing.releaseAt()),
                new JourneyStation(
                        StationName.BRIDGING,
                        Optional.empty(),
                        facts.bridging().flatMap(Bridging::from),
                        facts.bridging().flatMap(Bridging::to)),
                at(StationName.DELIVERY, Optional.empty(), journey.receivedAt()),
                new JourneyStation(
                        StationName.LYMPHODEPLETION,
                        Optional.empty(),
                        facts.lymphodepletion().from(),
                        facts.lymphodepletion().to()),
                new JourneyStation(
                        StationName.INFUSION,
                        facts.infusionPlannedAt(),
                        infusion.map(InfusionRecord::startedAt),
                        infusion.flatMap(InfusionRecord::stoppedAt)));
    }

    private static JourneyStation at(StationName name, Optional<Instant> plannedAt, Optional<Instant> at) {
        return new JourneyStation(name, plannedAt, at, at);
    }
}
