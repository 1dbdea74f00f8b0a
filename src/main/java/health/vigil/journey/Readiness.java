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
                .map(item -> item.computed() ? identity(item, journey, at) : answered(item, journey, at))
                .toList());
    }

    public boolean complete() {
        return lines.stream().noneMatch(ReadinessLine::holdsUp);
    }

    public Optional<ReadinessLine> line(String item) {
        return lines.stream().filter(line -> line.item().id().equals(item)).findFirst();
    }

    /// What holds the infusion up, in words.
    public List<String> missing() {
        return lines.stream()
                .filter(ReadinessLine::holdsUp)
                .map(ReadinessLine::sentence)
                .toList();
    }

    private static ReadinessLine identity(ReadinessItem item, ProductJourney journey, Instant at) {
        var held = JourneyChecks.onFile(journey, at).stream()
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
        var answer = newest(item, journey.answers(), at);
        var fault = fault(item, answer, at);
        var state = fault.isEmpty()
                ? ItemState.MET
                : answer.filter(given -> refused(item, given)).isPresent() ? ItemState.NOT_MET : ItemState.OPEN;
        return new ReadinessLine(
                item,
                state,
                fault.map(ItemFault::words),
                answer,
                fault.flatMap(now -> override(item, journey, now.kind(), at)));
    }

    private static Optional<ReadinessAnswer> newest(ReadinessItem item, List<ReadinessAnswer> answers, Instant at) {
        return answers.stream()
                .filter(answer -> answer.item().equals(item.id()))
                .filter(answer -> !answer.stamp().at().isAfter(at))
                .max(Comparator.<ReadinessAnswer, Instant>comparing(
                                answer -> answer.stamp().at())
                        .thenComparing(answer -> answer.stamp().recordedAt()));
    }

    /// What is wrong with an item.
    private enum FaultKind {
        NOT_ANSWERED,
        TOO_OLD,
        ANSWERED_NO,
        NOT_COUNTED,
        TOO_FEW
    }

    private record ItemFault(FaultKind kind, String words) {}

    private static Optional<ItemFault> fault(ReadinessItem item, Optional<ReadinessAnswer> answer, Instant at) {
        return answer.map(given -> fault(item, given, at))
                .orElseGet(() -> Optional.of(new ItemFault(FaultKind.NOT_ANSWERED, "not answered")));
    }

    private static Optional<ItemFault> fault(ReadinessItem item, ReadinessAnswer answer, Instant at) {
        var age = Duration.between(answer.stamp().at(), at);
        if (item.validFor().filter(limit -> age.compareTo(limit) > 0).isPresent()) {
            return Optional.of(new ItemFault(
                    FaultKind.TOO_OLD,
                    "answered " + Spans.words(age) + " ago, which counts for "
                            + Spans.words(item.validFor().orElseThrow())));
        }
        return switch (answer.reply()) {
            case NO -> Optional.of(new ItemFault(FaultKind.ANSWERED_NO, "no"));
            case NOT_APPLICABLE -> Optional.empty();
            case YES -> tooFew(item, answer);
        };
    }

    private static Optional<ItemFault> tooFew(ReadinessItem item, ReadinessAnswer answer) {
        return item.least()
                .flatMap(least -> answer.count()
                        .map(count -> Optional.of(new ItemFault(FaultKind.TOO_FEW, count + " of at least " + least))
                                .filter(_ -> count < least))
                        .orElseGet(() -> Optional.of(
                                new ItemFault(FaultKind.NOT_COUNTED, "how many is not recorded, at least " + least))));
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

    /// A decision stands for what the item lacked when it was made. It lapses with the next answer, after the time
    /// for which an answer would count, and when another product takes the place of this one.
    private static Optional<ReadinessOverride> override(
            ReadinessItem item, ProductJourney journey, FaultKind fault, Instant at) {
        return journey.overrides().reversed().stream()
                .filter(decision -> decision.target().equals(item.id()))
                .filter(decision -> !decision.stamp().at().isAfter(at))
                .filter(decision -> item.validFor()
                        .filter(limit ->
                                Duration.between(decision.stamp().at(), at).compareTo(limit) > 0)
                        .isEmpty())
                .filter(decision -> journey.productRecordedAt()
                        .filter(changed -> changed.isAfter(decision.stamp().recordedAt()))
                        .isEmpty())
                .filter(decision -> !answeredAfter(item, journey, decision, at))
                .filter(decision ->
                        faultAt(item, journey, decision).filter(fault::equals).isPresent())
                .findFirst();
    }

    private static boolean answeredAfter(
            ReadinessItem item, ProductJourney journey, ReadinessOverride decision, Instant at) {
        return journey.answers().stream()
                .filter(answer -> answer.item().equals(item.id()))
                .filter(answer -> !answer.stamp().at().isAfter(at))
                .anyMatch(answer ->
                        answer.stamp().recordedAt().isAfter(decision.stamp().recordedAt()));
    }

    /// What the item lacked when a physician decided about it.
    private static Optional<FaultKind> faultAt(ReadinessItem item, ProductJourney journey, ReadinessOverride decision) {
        var known = journey.answers().stream()
                .filter(answer ->
                        !answer.stamp().recordedAt().isAfter(decision.stamp().recordedAt()))
                .toList();
        var at = decision.stamp().at();
        return fault(item, newest(item, known, at), at).map(ItemFault::kind);
    }
}
