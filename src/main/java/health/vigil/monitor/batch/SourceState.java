package health.vigil.monitor.batch;

import health.vigil.exchange.SourceNote;
import health.vigil.exchange.SourceRevision;
import health.vigil.exchange.SourceRevision.Precedence;
import health.vigil.observation.PatientId;
import health.vigil.store.SourceEntries;
import health.vigil.store.SourceEntries.RevisionPart;
import health.vigil.store.SourceEntries.StoredRevision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The revisions of one statement of another system while a batch is applied.
final class SourceState {
    private final String key;
    private final Map<String, KnownRevision> byToken = new HashMap<>();
    private final Set<KnownRevision> changed = new HashSet<>();
    private Optional<KnownRevision> standing = Optional.empty();
    private Optional<PatientId> patient = Optional.empty();
    private int latest;
    private boolean touched;

    SourceState(SourceEntries.SourceEntry entry) {
        this.key = entry.key();
        this.latest = entry.latest();
        for (var stored : entry.revisions()) {
            var revision = new KnownRevision(
                    stored.revision(), stored.token(), stored.report(), new HashMap<>(stored.parts()));
            byToken.put(stored.token(), revision);
            if (stored.revision() == entry.standing()) {
                standing = Optional.of(revision);
            }
        }
    }

    /// A revision. Two are equal only if they are the same object.
    static final class KnownRevision {
        private final int number;
        private final String token;
        private final SourceRevision report;
        private final Map<String, RevisionPart> parts;

        private KnownRevision(int number, String token, SourceRevision report, Map<String, RevisionPart> parts) {
            this.number = number;
            this.token = token;
            this.report = report;
            this.parts = parts;
        }

        SourceRevision report() {
            return report;
        }

        String token() {
            return token;
        }

        /// Whether it says the same, at the same time of issue.
        private boolean says(SourceNote note) {
            var hashes = new HashMap<String, String>();
            parts.forEach((name, part) -> hashes.put(name, part.hash()));
            return report.status() == note.revision().status()
                    && report.issued().equals(note.revision().issued())
                    && hashes.equals(note.parts());
        }

        /// The observations that stand for its parts.
        List<String> observations() {
            return parts.values().stream()
                    .flatMap(part -> part.observation().stream())
                    .toList();
        }
    }

    /// What a record does to the statement.
    sealed interface Step {
        /// Its revision stands.
        ///
        /// @param applied false if an observation with equal content stands already
        /// @param gone the observations that no longer stand, because of this revision
        record Stands(KnownRevision revision, boolean applied, List<String> gone) implements Step {}

        /// It is applied, and does not stand, because of the revision that does.
        record Earlier(KnownRevision because) implements Step {}

        /// It changes nothing.
        record Repeats() implements Step {}

        /// The observation itself is known.
        record IsKnown() implements Step {}

        /// It is no revision of what stands.
        record Conflicts() implements Step {}
    }

    /// Applies one part of a revision.
    ///
    /// @param observation the id that its sender gave it
    Step part(SourceNote note, String part, String observation) {
        var known = Optional.ofNullable(byToken.get(note.token()));
        if (known.isPresent()) {
            return placed(known.get(), part, observation, List.of());
        }
        var effect = effect(note.revision());
        if (effect == Precedence.CONFLICTS) {
            return new Step.Conflicts();
        }
        var same = standing.filter(before -> before.says(note));
        if (same.isPresent()) {
            return placed(same.get(), part, observation, List.of());
        }
        var gone = new ArrayList<String>();
        var revision = add(note);
        if (effect == Precedence.REPLACES) {
            standing.ifPresent(before -> gone.addAll(inherited(before, revision)));
            standing = Optional.of(revision);
        }
        return placed(revision, part, observation, gone);
    }

    /// Withdraws the statement.
    Step withdrawal(SourceNote note) {
        if (byToken.containsKey(note.token())) {
            return new Step.Repeats();
        }
        var effect = effect(note.revision());
        var gone = observations();
        var revision = add(note);
        if (effect != Precedence.REPLACES) {
            return new Step.Earlier(standing.orElse(revision));
        }
        standing = Optional.of(revision);
        touched = true;
        return new Step.Stands(revision, true, gone);
    }

    private Precedence effect(SourceRevision report) {
        return standing.map(before -> report.on(before.report)).orElse(Precedence.REPLACES);
    }

    private KnownRevision add(SourceNote note) {
        var parts = new HashMap<String, RevisionPart>();
        note.parts()
                .forEach((name, hash) -> parts.put(name, new RevisionPart(hash, Optional.empty(), Optional.empty())));
        var revision = new KnownRevision(++latest, note.token(), note.revision(), parts);
        byToken.put(note.token(), revision);
        changed.add(revision);
        return revision;
    }

    /// What stood for a part stands until the new part arrives, so that there is no moment without a value.
    ///
    /// @return the observations of parts that the new revision does not have
    private static List<String> inherited(KnownRevision before, KnownRevision revision) {
        var gone = new ArrayList<String>();
        before.parts.forEach((name, old) -> {
            var part = revision.parts.get(name);
            if (part == null) {
                old.observation().ifPresent(gone::add);
            } else {
                revision.parts.put(name, new RevisionPart(part.hash(), old.observation(), old.standingHash()));
            }
        });
        return gone;
    }

    private Step placed(KnownRevision revision, String name, String observation, List<String> gone) {
        var part = Optional.ofNullable(revision.parts.get(name))
                .orElseGet(() -> new RevisionPart("", Optional.empty(), Optional.empty()));
        if (part.observation().equals(Optional.of(observation))) {
            return new Step.IsKnown();
        }
        boolean stands = standing.equals(Optional.of(revision));
        if (stands && part.standingHash().equals(Optional.of(part.hash()))) {
            touched = true;
            return new Step.Stands(revision, false, gone);
        }
        revision.parts.put(name, new RevisionPart(part.hash(), Optional.of(observation), Optional.of(part.hash())));
        changed.add(revision);
        if (!stands) {
            return new Step.Earlier(standing.orElseThrow());
        }
        touched = true;
        var all = new ArrayList<>(gone);
        part.observation().ifPresent(all::add);
        return new Step.Stands(revision, true, all);
    }

    /// The observations that stand.
    List<String> observations() {
        return standing.map(KnownRevision::observations).orElse(List.of());
    }

    void isAbout(PatientId number) {
        patient = Optional.of(number);
    }

    List<StoredRevision> changed() {
        return changed.stream()
                .map(each -> new StoredRevision(key, each.number, each.token, each.report, each.parts))
                .toList();
    }

    /// The revision that stands, if it or its parts have changed.
    Optional<SourceEntries.Standing> standing() {
        return standing.filter(_ -> touched).map(each -> new SourceEntries.Standing(key, each.number, patient));
    }
}
