package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The state of seizures: the one that goes on, and the newest of each sort that the rules distinguish.
///
/// @param running absent while none goes on
/// @param any the newest one that is over
/// @param severe the newest one of grade 4
/// @param status the newest status epilepticus
/// @param postIctal the newest short seizure without return to baseline
/// @param unmeasured the newest one without a charted duration
/// @param withoutReturn when the newest seizure resolved without return to baseline, which makes another one
///     after it repetitive
record Seizures(
        Optional<RunningSeizure> running,
        Optional<SeizureEntry> any,
        Optional<SeizureEntry> severe,
        Optional<SeizureEntry> status,
        Optional<SeizureEntry> postIctal,
        Optional<SeizureEntry> unmeasured,
        Optional<Instant> withoutReturn) {
    static final Seizures NONE = new Seizures(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /// The longest time between two repetitive seizures.
    private static final Duration REPETITION = Duration.ofHours(24);

    /// @param sameInstant the seizures recorded at one instant. Those that resolved end a seizure that was
    ///     running, and do not count as a second one
    Seizures with(List<SeizureRecord> sameInstant) {
        var next = this;
        for (var entry : sameInstant) {
            if (entry.seizure().resolved()) {
                next = next.over(running.map(entry::ending).orElseGet(() -> entry.single(repeats(entry))));
            }
        }
        for (var entry : sameInstant) {
            if (!entry.seizure().resolved()) {
                next = next.begun(entry, repeats(entry));
            }
        }
        return next;
    }

    private boolean repeats(SeizureRecord entry) {
        return withoutReturn
                .filter(earlier -> Windows.counts(earlier, REPETITION, entry.at()))
                .isPresent();
    }

    private Seizures over(SeizureEntry entry) {
        var lingers = entry.record().seizure().withoutReturn();
        return new Seizures(
                Optional.empty(),
                SeizureEntry.newest(any, entry),
                newestIf(entry.severe(), severe, entry),
                newestIf(entry.status(), status, entry),
                newestIf(entry.postIctal(), postIctal, entry),
                newestIf(entry.unmeasured(), unmeasured, entry),
                lingers ? Optional.of(entry.record().at()) : withoutReturn);
    }

    private Seizures begun(SeizureRecord entry, boolean repetitive) {
        var repeated = new SeizureEntry(entry, entry.prolonged(), true, true, entry.unmeasured());
        return new Seizures(
                Optional.of(running.map(begun -> begun.and(entry)).orElseGet(() -> RunningSeizure.of(entry))),
                any,
                newestIf(repetitive, severe, repeated),
                newestIf(repetitive, status, repeated),
                postIctal,
                unmeasured,
                withoutReturn);
    }

    private static Optional<SeizureEntry> newestIf(boolean applies, Optional<SeizureEntry> kept, SeizureEntry next) {
        return applies ? SeizureEntry.newest(kept, next) : kept;
    }
}
