package health.vigil.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A row that fits, with its answer.
///
/// @param answer the newest answer to this instance
/// @param earlier the other answers to the row, also to earlier instances and versions, newest first
/// @param openSince since when it waits for an answer; absent while an answer stands
public record Prompt(
        FittingRow fitting, Optional<PromptAnswer> answer, List<PromptAnswer> earlier, Optional<Instant> openSince) {
    private static final Duration LONG = Duration.ofMinutes(60);

    static Prompt of(FittingRow fitting, List<PromptAnswer> answers, Instant at) {
        var own = answers.stream()
                .filter(answer -> answer.row().equals(fitting.row().id())
                        && !answer.answeredAt().isAfter(at))
                .sorted(Comparator.comparing(PromptAnswer::answeredAt)
                        .thenComparing(PromptAnswer::id)
                        .reversed())
                .toList();
        var newest = own.stream()
                .filter(answer -> answer.version().equals(fitting.row().version())
                        && !answer.instanceFrom().isBefore(fitting.since()))
                .findFirst();
        return new Prompt(
                fitting,
                newest,
                own.stream()
                        .filter(answer -> newest.filter(answer::equals).isEmpty())
                        .toList(),
                openSince(fitting, newest, at));
    }

    /// A plan stands until its time has come.
    private static Optional<Instant> openSince(FittingRow fitting, Optional<PromptAnswer> answer, Instant at) {
        return answer.isEmpty()
                ? Optional.of(fitting.since())
                : answer.flatMap(PromptAnswer::until).filter(until -> !until.isAfter(at));
    }

    /// The same with a further answer.
    public Prompt with(PromptAnswer further, Instant at) {
        var all = Stream.of(answer.stream(), earlier.stream(), Stream.of(further))
                .flatMap(answers -> answers)
                .toList();
        return of(fitting, all, at);
    }

    public boolean open() {
        return openSince.isPresent();
    }

    /// Whether it has been open for an hour or longer.
    public boolean openForLong(Instant at) {
        return openSince.filter(since -> !at.isBefore(since.plus(LONG))).isPresent();
    }
}
