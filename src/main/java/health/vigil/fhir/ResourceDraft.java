package health.vigil.fhir;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.Part;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one resource says, before the oxygen of a Bundle is joined.
///
/// @param source who says it, and when
/// @param parts its observations but for oxygen
/// @param oxygen what it says about oxygen
/// @param verdict why it is not taken, if it is not
record ResourceDraft(Source source, List<Part> parts, OxygenFragment oxygen, Optional<Verdict> verdict) {
    ResourceDraft {
        parts = List.copyOf(parts);
    }

    /// Where a statement comes from.
    ///
    /// @param write the resource as it was sent
    record Source(
            SourceKey key,
            StatementStatus status,
            Optional<Instant> issued,
            Optional<Subject> subject,
            Optional<Instant> effectiveAt,
            ResourceWrite write) {}

    /// Why a resource is not taken.
    sealed interface Verdict {
        record NothingKept(IgnoredReason reason) implements Verdict {}

        record NotReadable(ForeignReason reason, String place) implements Verdict {}
    }

    static ResourceDraft of(Source source, Part... parts) {
        return new ResourceDraft(source, List.of(parts), OxygenFragment.NOTHING, Optional.empty());
    }

    static ResourceDraft of(Source source, List<Part> parts, OxygenFragment oxygen) {
        return new ResourceDraft(source, parts, oxygen, Optional.empty());
    }

    static ResourceDraft ignored(Source source, IgnoredReason reason) {
        return new ResourceDraft(
                source, List.of(), OxygenFragment.NOTHING, Optional.of(new Verdict.NothingKept(reason)));
    }

    static ResourceDraft foreign(Source source, ForeignReason reason, String place) {
        return new ResourceDraft(
                source, List.of(), OxygenFragment.NOTHING, Optional.of(new Verdict.NotReadable(reason, place)));
    }
}
