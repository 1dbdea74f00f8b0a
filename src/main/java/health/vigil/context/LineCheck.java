package health.vigil.context;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One condition of a line.
///
/// @param since since when it has held, or has not held
/// @param until when the passing of time alone makes it hold
record LineCheck(Truth holds, String text, Optional<Instant> since, Optional<Instant> until) {
    static LineCheck of(Truth holds, String text) {
        return new LineCheck(holds, text, Optional.empty(), Optional.empty());
    }

    static LineCheck of(boolean holds, String text) {
        return of(Truth.of(holds), text);
    }

    /// A condition that holds from a time on, if nothing else happens.
    ///
    /// @param since when the obstacle began
    /// @param end the first instant at which it holds
    static LineCheck waiting(Instant at, Instant since, Instant end, String text) {
        return at.isBefore(end)
                ? new LineCheck(Truth.NO, text, Optional.of(since), Optional.of(end))
                : new LineCheck(Truth.YES, text, Optional.of(end), Optional.empty());
    }

    /// A line is met if all its conditions hold. It is open if one does not, whatever is unknown.
    static LineFinding line(DischargeLine line, List<LineCheck> checks, Optional<ReadinessTick> tick) {
        var met = checks.stream().map(LineCheck::holds).reduce(Truth.YES, Truth::and);
        return switch (met) {
            case YES -> finding(line, met, checks, since(checks, Comparator.reverseOrder()), tick);
            case NO -> {
                var open = with(checks, Truth.NO);
                var all = Stream.concat(open.stream(), with(checks, Truth.UNKNOWN).stream())
                        .toList();
                yield finding(line, met, all, since(open, Comparator.naturalOrder()), tick);
            }
            case UNKNOWN -> finding(line, met, with(checks, Truth.UNKNOWN), Optional.empty(), tick);
        };
    }

    private static LineFinding finding(
            DischargeLine line,
            Truth met,
            List<LineCheck> named,
            Optional<Instant> since,
            Optional<ReadinessTick> tick) {
        var why = named.stream().map(LineCheck::text).collect(Collectors.joining("; "));
        return new LineFinding(line, met, why, since, met == Truth.NO ? until(named) : Optional.empty(), tick);
    }

    private static List<LineCheck> with(List<LineCheck> checks, Truth holds) {
        return checks.stream().filter(check -> check.holds == holds).toList();
    }

    /// Absent unless every condition has a time.
    private static Optional<Instant> since(List<LineCheck> checks, Comparator<Instant> first) {
        return checks.stream().allMatch(check -> check.since.isPresent())
                ? checks.stream().flatMap(check -> check.since.stream()).min(first)
                : Optional.empty();
    }

    private static Optional<Instant> until(List<LineCheck> checks) {
        return checks.stream().allMatch(check -> check.until.isPresent())
                ? checks.stream().flatMap(check -> check.until.stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
