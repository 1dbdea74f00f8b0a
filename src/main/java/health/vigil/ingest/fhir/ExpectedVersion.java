package health.vigil.ingest.fhir;

import health.vigil.exchange.RevisionMark;
import health.vigil.problem.ProblemException;
import health.vigil.store.SourceEntries.KnownSource;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The version that a client expects to replace (`If-Match`).
///
/// @param number absent if any version will do
record ExpectedVersion(Optional<Integer> number) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"|([0-9]{1,9})");
    private static final String ANY = "*";

    /// Reads the header; empty if there is none. Throws a `ProblemException` if it is not one version.
    static Optional<ExpectedVersion> read(Optional<String> header) {
        return header.map(ExpectedVersion::of);
    }

    /// Reads the header; empty if it is not one version.
    static Optional<ExpectedVersion> readable(String header) {
        var text = header.strip();
        return text.equals(ANY) || TAG.matcher(text).matches() ? Optional.of(of(text)) : Optional.empty();
    }

    private static ExpectedVersion of(String text) {
        if (text.strip().equals(ANY)) {
            return new ExpectedVersion(Optional.empty());
        }
        var tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw ProblemException.badRequest("If-Match must be one version: W/\"1\"");
        }
        return new ExpectedVersion(Optional.of(Integer.valueOf(tag.group(1) == null ? tag.group(2) : tag.group(1))));
    }

    boolean isMet(Optional<KnownSource> known) {
        return known.filter(source -> number.isEmpty() || number.get() == source.standing())
                .isPresent();
    }

    /// Whether it is the next version: its sender was told of it, and the monitor has not stored it yet.
    boolean isNext(Optional<KnownSource> known) {
        int latest = known.map(KnownSource::latest).orElse(0);
        return number.map(expected -> expected == latest + 1).orElse(known.isEmpty());
    }

    /// What distinguishes a revision without a time of issue.
    static RevisionMark mark(Optional<ExpectedVersion> expected, Instant receivedAt) {
        return expected.flatMap(ExpectedVersion::number)
                .<RevisionMark>map(RevisionMark.OfVersion::new)
                .orElseGet(() -> new RevisionMark.ReceivedAt(receivedAt));
    }
}
