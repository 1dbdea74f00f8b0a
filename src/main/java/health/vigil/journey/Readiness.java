package health.vigil.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The readiness list of a journey at a time.
///
/// @param lines in the order of the list
public record Readiness(List<ReadinessLine> lines) {
    public Readiness {
        lines = List.copyOf(lines);
    }

    public static Readiness of(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return new Readiness(policy.readiness().items().stream()
                .map(item -> item.computed() ? identity(item, journey, policy, at) : answered(item, journey, at))
                .toList());
    }

    public boolean complete() {
        return lines.stream().noneMatch(ReadinessLine::holdsUp);
    }

    /// What holds the infusion up, in words.
    public List<String> missing() {
        return lines.stream()
                .filter(ReadinessLine::holdsUp)
                .map(ReadinessLine::sentence)
                .toList();
    }

    private static ReadinessLine identity(
            ReadinessItem item, ProductJourney journey, JourneyPolicy policy, Instant at) {
        var held = JourneyChecks.onFile(journey, policy, at).stream()
                .filter(CheckFinding::stopsTheInfusion)
                .toList();
        var state = held.isEmpty()
                ? ItemState.MET
                : held.stream().anyMatch(finding -> finding.state() == CheckState.STOP)
                        ? ItemState.NOT_MET
                        : ItemState.OPEN;
        var why = held.stream().map(CheckFinding::sentence).collect(Collectors.joining("; "));
        return new ReadinessLine(
                item, state, Optional.of(why).filter(text -> !text.isEmpty()), Optional.empty(), Optional.empty());
    }

    private static ReadinessLine answered(ReadinessItem item, ProductJourney journey, Instant at) {
        var answer = newest(item, journey, at);
        var fault = answer.map(given -> fault(item, given, at)).orElseGet(() -> Optional.of("not answered"));
        var state = fault.isEmpty()
                ? ItemState.MET
                : answer.filter(given -> refused(item, given)).isPresent() ? ItemState.NOT_MET : ItemState.OPEN;
        return new ReadinessLine(
                item,
                state,
                fault,
                answer,
                Optional.of(state)
                        .filter(now -> now != ItemState.MET)
                        .flatMap(_ -> override(item, journey, answer, at)));
    }

    private static Optional<ReadinessAnswer> newest(ReadinessItem item, ProductJourney journey, Instant at) {
        return journey.answers().stream()
                .filter(answer -> answer.item().equals(item.id()))
                .filter(answer -> !answer.stamp().at().isAfter(at))
                .max(Comparator.<ReadinessAnswer, Instant>comparing(
                                answer -> answer.stamp().at())
                        .thenComparing(answer -> answer.stamp().recordedAt()));
    }

    private static Optional<String> fault(ReadinessItem item, ReadinessAnswer answer, Instant at) {
        var age = Duration.between(answer.stamp().at(), at);
        if (item.validFor().filter(limit -> age.compareTo(limit) > 0).isPresent()) {
            return Optional.of("answered " + Spans.words(age) + " ago, which counts for "
                    + Spans.words(item.validFor().orElseThrow()));
        }
        return switch (answer.reply()) {
            case NO -> Optional.of("no");
            case NOT_APPLICABLE -> Optional.empty();
            case YES -> tooFew(item, answer);
        };
    }

    private static Optional<String> tooFew(ReadinessItem item, ReadinessAnswer answer) {
        return item.least()
                .flatMap(least -> answer.count()
                        .map(count ->
                                Optional.of(count + " of at least " + least).filter(_ -> count < least))
                        .orElseGet(() -> Optional.of("how many is not recorded, at least " + least)));
    }

    /// Whether the answer itself says no, whatever its age.
    private static boolean refused(ReadinessItem item, ReadinessAnswer answer) {
        return answer.reply() == ReadinessReply.NO
                || (answer.reply() == ReadinessReply.YES
                        && item.least()
                                .filter(least -> answer.count()
                                        .filter(count -> count < least)
                                        .isPresent())
                                .isPresent());
    }

    /// A decision stands until the next answer, and as long as an answer would count.
    private static Optional<CheckOverride> override(
            ReadinessItem item, ProductJourney journey, Optional<ReadinessAnswer> answer, Instant at) {
        return journey.overrides().reversed().stream()
                .filter(decision -> decision.target().equals(item.id()))
                .filter(decision -> !decision.stamp().at().isAfter(at))
                .filter(decision -> answer.filter(given ->
                                given.stamp().at().isAfter(decision.stamp().at()))
                        .isEmpty())
                .filter(decision -> item.validFor()
                        .filter(limit ->
                                Duration.between(decision.stamp().at(), at).compareTo(limit) > 0)
                        .isEmpty())
                .findFirst();
    }
}
