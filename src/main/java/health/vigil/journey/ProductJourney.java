package health.vigil.journey;

import health.vigil.observation.Numbers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that is known of one journey, at one knowledge time.
///
/// @param numbers the numbers of the patient
/// @param states in the order in which they were recorded; the first is `referred`
/// @param custody in the order of its events
/// @param everOutOfSpecification whether a product of this journey was ever out of its specification
/// @param infusions all records; the newest one counts
/// @param related other journeys with the same chain of identity or lot
public record ProductJourney(
        UUID id,
        JourneyFacts facts,
        Numbers numbers,
        List<StateChange> states,
        List<CustodyEvent> custody,
        List<IdentityReading> readings,
        List<ReadinessAnswer> answers,
        List<CheckOverride> overrides,
        boolean everOutOfSpecification,
        List<RecordedInfusion> infusions,
        List<RelatedJourney> related) {
    public ProductJourney {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("A journey has a state");
        }
        states = List.copyOf(states);
        custody = custody.stream()
                .sorted(Comparator.<CustodyEvent, Instant>comparing(
                                event -> event.stamp().at())
                        .thenComparing(event -> event.stamp().recordedAt()))
                .toList();
        readings = List.copyOf(readings);
        answers = List.copyOf(answers);
        overrides = List.copyOf(overrides);
        infusions = List.copyOf(infusions);
        related = List.copyOf(related);
    }

    public StateChange last() {
        return states.getLast();
    }

    public JourneyState state() {
        return last().state();
    }

    /// The state in the line: before a hold or a cancellation, the one that was interrupted.
    public JourneyState stateInLine() {
        return states.reversed().stream()
                .map(StateChange::state)
                .filter(Predicate.not(JourneyState::interrupts))
                .findFirst()
                .orElse(JourneyState.REFERRED);
    }

    /// The infusion that stands. One whose admission was voided does not.
    public Optional<RecordedInfusion> infusion() {
        return infusions.reversed().stream().filter(RecordedInfusion::stands).findFirst();
    }

    /// The journey with a proposed infusion.
    public ProductJourney with(RecordedInfusion proposed) {
        return new ProductJourney(
                id,
                facts,
                numbers,
                states,
                custody,
                readings,
                answers,
                overrides,
                everOutOfSpecification,
                Stream.concat(infusions.stream(), Stream.of(proposed)).toList(),
                related);
    }

    /// When the hospital received the product last.
    public Optional<Instant> receivedAt() {
        return custody.reversed().stream()
                .filter(event -> event.what() == CustodyStep.RECEIVED_BY_HOSPITAL)
                .map(event -> event.stamp().at())
                .findFirst();
    }

    /// When the patient was first accepted.
    public Optional<Instant> decidedAt() {
        return states.stream()
                .filter(change -> change.state() == JourneyState.ACCEPTED)
                .map(change -> change.stamp().at())
                .findFirst();
    }
}
