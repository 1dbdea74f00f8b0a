package health.vigil.journey;

import health.vigil.observation.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is known of one journey, at one knowledge time.
///
/// @param recorded when some of the facts were last recorded
/// @param numbers the numbers of the patient
/// @param states in the order in which they were recorded; the first is `referred`
/// @param custody in the order of its events, without those that were corrected
/// @param everOutOfSpecification whether a product of this journey was ever out of its specification
/// @param infusions all records; the newest one counts
/// @param related other journeys with the same chain of identity or lot
public record ProductJourney(
        UUID id,
        JourneyFacts facts,
        FactTimes recorded,
        Numbers numbers,
        List<StateChange> states,
        List<CustodyEvent> custody,
        List<IdentityReading> readings,
        List<ReadinessAnswer> answers,
        List<ReadinessOverride> overrides,
        boolean everOutOfSpecification,
        List<RecordedInfusion> infusions,
        List<RelatedJourney> related) {
    public ProductJourney {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("A journey has a state");
        }
        states = List.copyOf(states);
        var corrected =
                custody.stream().flatMap(event -> event.corrects().stream()).collect(Collectors.toSet());
        custody = custody.stream()
                .filter(event -> !corrected.contains(event.id()))
                .sorted(Comparator.<CustodyEvent, Instant>comparing(
                                event -> event.stamp().at())
                        .thenComparing(event -> event.stamp().recordedAt()))
                .toList();
        everOutOfSpecification |= facts.outOfSpecification().isPresent()
                || states.stream().anyMatch(change -> change.state() == JourneyState.OUT_OF_SPECIFICATION);
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
                recorded,
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

    /// When the checks and the readiness list are judged: at the start of the infusion, and before it at the
    /// requested time.
    public Instant judgedAt(Instant asked) {
        return infusion().map(standing -> standing.infusion().startedAt()).orElse(asked);
    }

    /// The steps that began a manufacture. Going on with it after a hold is none.
    private List<StateChange> manufactures() {
        var begun = new ArrayList<StateChange>();
        var before = JourneyState.REFERRED;
        for (var change : states) {
            if (change.state() == JourneyState.IN_MANUFACTURE && before != JourneyState.IN_MANUFACTURE) {
                begun.add(change);
            }
            before = change.state().interrupts() ? before : change.state();
        }
        return begun;
    }

    /// The last step that began a manufacture.
    Optional<StateChange> manufacture() {
        return manufactures().reversed().stream().findFirst();
    }

    /// The custody of the cells, and of the product of the last manufacture. What happened between the first and
    /// the last manufacture concerns a product that was replaced.
    List<CustodyEvent> custodyOfProduct() {
        var begun = manufactures();
        if (begun.size() <= 1) {
            return custody;
        }
        var first = begun.getFirst().stamp().at();
        var last = begun.getLast().stamp().at();
        return custody.stream()
                .filter(event -> event.stamp().at().isBefore(first)
                        || !event.stamp().at().isBefore(last))
                .toList();
    }

    /// Where a bag is at a time, or where it was sent last.
    public Optional<String> placeOf(String bagId, Instant at) {
        return custodyOfProduct().reversed().stream()
                .filter(event -> event.concerns(bagId) && !event.stamp().at().isAfter(at))
                .map(CustodyEvent::next)
                .findFirst();
    }

    /// When the product became what it is now on file: its identity, its manufacture, or the step that began it.
    Optional<Instant> productRecordedAt() {
        return Stream.concat(
                        recorded.product().stream(),
                        manufacture().map(step -> step.stamp().recordedAt()).stream())
                .max(Comparator.naturalOrder());
    }

    /// When the hospital received the product last.
    public Optional<Instant> receivedAt() {
        return custodyOfProduct().reversed().stream()
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
