package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A measured span of a journey, in days to one decimal.
///
/// @param late the real days minus the planned ones
public record JourneyInterval(
        JourneyIntervalName name, Optional<BigDecimal> planned, Optional<BigDecimal> days, Optional<BigDecimal> late) {
    /// All spans of a journey.
    ///
    /// @param at up to when a hold is counted
    public static List<JourneyInterval> of(ProductJourney journey, Instant at) {
        var apheresis = journey.facts().apheresis();
        var manufacturing = journey.facts().manufacturing();
        var infusedAt = journey.infusion().map(recorded -> recorded.infusion().startedAt());
        var planned = journey.facts().infusionPlannedAt();
        var start = apheresis.startedAt();
        var plannedStart = start.or(apheresis::plannedAt);
        return List.of(
                of(JourneyIntervalName.VEIN_TO_VEIN, days(plannedStart, planned), days(start, infusedAt)),
                of(JourneyIntervalName.VEIN_TO_DOOR, Optional.empty(), days(start, journey.receivedAt())),
                of(
                        JourneyIntervalName.APHERESIS_TO_RELEASE,
                        days(plannedStart, manufacturing.expectedReleaseAt()),
                        days(start, manufacturing.releaseAt())),
                of(
                        JourneyIntervalName.RELEASE_TO_INFUSION,
                        days(manufacturing.releaseAt().or(manufacturing::expectedReleaseAt), planned),
                        days(manufacturing.releaseAt(), infusedAt)),
                of(
                        JourneyIntervalName.DECISION_TO_APHERESIS,
                        days(journey.decidedAt(), apheresis.plannedAt()),
                        days(journey.decidedAt(), start)),
                of(JourneyIntervalName.IN_HOLD, Optional.empty(), Optional.of(Spans.days(held(journey.states(), at)))));
    }

    private static JourneyInterval of(
            JourneyIntervalName name, Optional<BigDecimal> planned, Optional<BigDecimal> days) {
        return new JourneyInterval(name, planned, days, days.flatMap(real -> planned.map(real::subtract)));
    }

    private static Optional<BigDecimal> days(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(begin -> to.map(end -> Spans.days(begin, end)));
    }

    private static Duration held(List<StateChange> states, Instant at) {
        var held = Duration.ZERO;
        for (int i = 0; i < states.size(); i++) {
            var change = states.get(i);
            var end = i + 1 < states.size() ? states.get(i + 1).stamp().at() : at;
            if (change.state() == JourneyState.ON_HOLD
                    && end.isAfter(change.stamp().at())) {
                held = held.plus(Duration.between(change.stamp().at(), end));
            }
        }
        return held;
    }
}
