package health.vigil.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When the checks of one episode are due, with pauses and attempts that failed.
record CheckSchedule(CheckFacts facts, Retry retry, Instant at) {
    /// A check is due when its oldest part is due.
    DueCheck recurring(Check check, Collection<? extends CheckPart> parts, Cadence cadence) {
        return due(check, parts.stream().map(part -> age(part, cadence)).toList());
    }

    /// The same at home. The clock does not run from before the watch there began, and it is alerted once the
    /// check was missed twice.
    DueCheck atHome(Check check, Collection<? extends CheckPart> parts, Cadence cadence, Instant since) {
        var due =
                due(check, parts.stream().map(part -> age(part, cadence, since)).toList());
        return due.alertedAt(cadence.next(due.dueAt()));
    }

    private PartAge age(CheckPart part, Cadence cadence) {
        var last = facts.last(part);
        return new PartAge(part, last, cadence.next(last.orElse(facts.infusedAt())));
    }

    private PartAge age(CheckPart part, Cadence cadence, Instant since) {
        var last = facts.last(part);
        return new PartAge(part, last, cadence.next(last.filter(since::isBefore).orElse(since)));
    }

    /// Empty if there is nothing to ask.
    Optional<DueCheck> about(Check check, List<PartAge> asked) {
        return asked.isEmpty() ? Optional.empty() : Optional.of(due(check, asked));
    }

    /// A check that is done once per episode.
    DueCheck once(Check check, Instant natural) {
        return new DueCheck(check, paused(check, natural), List.of(), pause(check), Optional.empty());
    }

    private DueCheck due(Check check, List<PartAge> parts) {
        var natural = parts.stream()
                .map(PartAge::dueAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var notDone = notDone(check, parts);
        var again = notDone.map(missed -> retry.after(missed.at(), facts.hospital()));
        var due = Stream.of(paused(check, natural), again.orElse(natural)).max(Comparator.naturalOrder());
        return new DueCheck(check, due.orElseThrow(), parts, pause(check), notDone);
    }

    /// An attempt that failed counts until the check is done.
    private Optional<NotDone> notDone(Check check, List<PartAge> parts) {
        return facts.notDone()
                .filter(missed -> check == facts.tool())
                .filter(missed -> parts.stream().noneMatch(part -> part.seenFrom(missed.at())));
    }

    /// A check that falls due in a pause is due at its end.
    private Instant paused(Check check, Instant natural) {
        return pauses(check)
                .map(Pause::until)
                .filter(natural::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(natural);
    }

    private Optional<Pause> pause(Check check) {
        return pauses(check).filter(pause -> pause.lastsAt(at)).findFirst();
    }

    private Stream<Pause> pauses(Check check) {
        return facts.pauses().stream().filter(pause -> pause.check() == check && pause.begunBy(at));
    }
}
