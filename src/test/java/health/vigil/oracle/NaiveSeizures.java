package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The seizure domain without attributions.
final class NaiveSeizures {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration REPEATED_WITHIN = Duration.ofHours(24);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Exact FIVE = Exact.of("5");

    private final List<OracleObservation> records;

    NaiveSeizures(Chart chart) {
        this.records = chart.ofKind("seizure");
    }

    /// 0, 3 or 4.
    int grade(Instant now) {
        int highest = repetitive(now) ? 4 : 0;
        for (OracleObservation record : records) {
            if (counts(record, now)) {
                highest = Math.max(highest, longer(record, now) ? 4 : 3);
            }
        }
        return highest;
    }

    /// A seizure that resolved counts for the window from its `effectiveAt`. One that had not counts until a
    /// later record says that it has, and for the window from that record.
    private boolean counts(OracleObservation record, Instant now) {
        if (record.at().isAfter(now)) {
            return false;
        }
        Optional<Instant> over = resolved(record) ? Optional.of(record.at()) : over(record, now);
        return over.isEmpty() || Mark.within(WINDOW, over.get(), now);
    }

    private static boolean resolved(OracleObservation record) {
        return record.flag("resolved");
    }

    /// If the return to baseline is not recorded, it counts as returned.
    private static boolean returned(OracleObservation record) {
        return !record.has("returnedToBaseline") || record.flag("returnedToBaseline");
    }

    /// When the first later record with "resolved" came, if by `now`.
    private Optional<Instant> over(OracleObservation unresolved, Instant now) {
        return records.stream()
                .filter(NaiveSeizures::resolved)
                .map(OracleObservation::at)
                .filter(at -> at.isAfter(unresolved.at()) && !at.isAfter(now))
                .min(Instant::compareTo);
    }

    /// The records of unresolved seizures that this one ends.
    private List<OracleObservation> endedBy(OracleObservation record) {
        return records.stream()
                .filter(earlier -> resolved(record) && !resolved(earlier))
                .filter(earlier ->
                        over(earlier, record.at()).filter(record.at()::equals).isPresent())
                .toList();
    }

    /// Known to have lasted longer than 5 min: by a recorded duration, or by the time it has been or was
    /// running.
    ///
    /// "Its duration" is read as any recorded duration, in the record of the unresolved seizure or in the one
    /// that ends it, because the last to write may know all of it.
    private boolean longer(OracleObservation record, Instant now) {
        return durations(record, now).stream().anyMatch(minutes -> minutes.isAbove(FIVE))
                || ran(record, now).compareTo(FIVE_MINUTES) > 0;
    }

    /// The same for "5 min or more".
    private boolean fiveMinutes(OracleObservation record, Instant now) {
        return durations(record, now).stream().anyMatch(minutes -> minutes.isAtLeast(FIVE))
                || ran(record, now).compareTo(FIVE_MINUTES) >= 0;
    }

    private List<Exact> durations(OracleObservation record, Instant now) {
        List<OracleObservation> ofSeizure = new ArrayList<>(List.of(record));
        ofSeizure.addAll(records.stream()
                .filter(end -> !end.at().isAfter(now) && endedBy(end).contains(record))
                .toList());
        return ofSeizure.stream()
                .map(entry -> Exact.read(entry.body(), "durationMinutes"))
                .flatMap(Optional::stream)
                .toList();
    }

    /// How long it has been running; nothing for a seizure that was recorded after it was over.
    private Duration ran(OracleObservation record, Instant now) {
        return resolved(record)
                ? Duration.ZERO
                : Duration.between(record.at(), over(record, now).orElse(now));
    }

    /// Two seizures within 24 h of each other, of which the earlier resolved and says that the patient did not
    /// return to baseline, for the window from the later. A record that ends one that had not resolved is no
    /// second seizure, but it does record that the first one resolved, and how.
    private boolean repetitive(Instant now) {
        return records.stream()
                .filter(second -> Mark.within(WINDOW, second.at(), now))
                .filter(second -> endedBy(second).isEmpty())
                .anyMatch(second -> records.stream().anyMatch(first -> repeats(second, first)));
    }

    private static boolean repeats(OracleObservation second, OracleObservation first) {
        return resolved(first)
                && !returned(first)
                && first.at().isBefore(second.at())
                && Mark.within(REPEATED_WITHIN, first.at(), second.at());
    }

    boolean statusEpilepticus(Instant now) {
        return repetitive(now) || records.stream().anyMatch(record -> counts(record, now) && fiveMinutes(record, now));
    }

    /// A short seizure that resolved without return to baseline, while it counts. If a second seizure makes both
    /// repetitive, the first keeps the flag, because it still shows in which state the patient was left.
    boolean postIctal(Instant now) {
        return records.stream()
                .filter(record -> resolved(record) && !returned(record) && counts(record, now))
                .anyMatch(record ->
                        !longer(record, now) && endedBy(record).stream().noneMatch(ended -> longer(ended, now)));
    }

    /// Any record of a counting seizure has no duration.
    boolean lengthNotKnown(Instant now) {
        return records.stream().anyMatch(record -> counts(record, now) && !record.has("durationMinutes"));
    }

    /// The instants at which a seizure changes by itself.
    static Collection<Duration> changes() {
        return List.of(Duration.ZERO, FIVE_MINUTES, WINDOW);
    }
}
