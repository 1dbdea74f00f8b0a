package health.vigil.ingest;

import health.vigil.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the sender of a body is told when some of it was acceptable. Everything sent is counted once: accepted,
/// duplicate or rejected.
///
/// @param warnings what was accepted and looks wrong
/// @param rejected what was not, and why
record Answer(int accepted, int duplicates, List<Note> warnings, List<Note> rejected) {
    /// About one observation of the body.
    ///
    /// @param id absent when it could not be read
    record Note(int index, Optional<String> id, String detail) {}

    static Answer to(List<Outcome> outcomes) {
        return new Answer(
                count(Outcome.Accepted.class, outcomes),
                count(Outcome.Duplicate.class, outcomes),
                warnings(outcomes),
                rejected(outcomes));
    }

    boolean anyAcceptable() {
        return accepted + duplicates > 0;
    }

    private static int count(Class<? extends Outcome> kind, List<Outcome> outcomes) {
        return Math.toIntExact(outcomes.stream().filter(kind::isInstance).count());
    }

    private static List<Note> warnings(List<Outcome> outcomes) {
        var notes = new ArrayList<Note>();
        for (int index = 0; index < outcomes.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.Accepted(var submission, var warnings)) {
                for (var warning : warnings) {
                    notes.add(new Note(index, Optional.of(submission.id().value()), warning));
                }
            }
        }
        return notes;
    }

    private static List<Note> rejected(List<Outcome> outcomes) {
        var notes = new ArrayList<Note>();
        for (int index = 0; index < outcomes.size(); index++) {
            switch (outcomes.get(index)) {
                case Outcome.Refused(var id, var violations) -> notes.add(new Note(index, id, sentences(violations)));
                case Outcome.Forbidden(var id, var detail) -> notes.add(new Note(index, Optional.of(id), detail));
                case Outcome.Unseen(var id) -> notes.add(new Note(index, Optional.of(id), Outcome.Unseen.DETAIL));
                case Outcome.Accepted _, Outcome.Duplicate _ -> {}
            }
        }
        return notes;
    }

    private static String sentences(List<Violation> violations) {
        return violations.stream().map(Violation::sentence).collect(Collectors.joining("; "));
    }
}
