package health.vigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is still seen of seizures: the one that goes on, and the newest of each that the rules tell apart.
///
/// @param running absent while none goes on
/// @param any the newest that is over
/// @param severe the newest that grades 4
/// @param status the newest status epilepticus
/// @param postIctal the newest short one without return to baseline
/// @param unmeasured the newest whose length nobody charted
/// @param withoutReturn when the newest one resolved without return to baseline: another one after it is repetitive
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

    /// How near to each other two seizures are repetitive.
    private static final Duration REPETITION = Duration.ofHours(24);

    /// @param sameInstant the seizures recorded at one instant. Those that resolved end what ran before it, and are no
    ///     second seizure
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
