package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.ContentHash;
import health.vigil.intake.Read;
import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides for each observation of a body what is to become of it.
final class Triage {
    private final Permission permission;
    private final Known known;
    private final Set<ContentHash> seen = new HashSet<>();

    private Triage(Permission permission, Known known) {
        this.permission = permission;
        this.known = known;
    }

    /// The outcomes by index.
    static List<Outcome> of(List<Read> reads, User user, Known known) {
        var triage = new Triage(new Permission(user, known, kinds(reads)), known);
        var outcomes = new ArrayList<Outcome>(reads.size());
        reads.forEach(read -> outcomes.add(triage.decide(read)));
        return outcomes;
    }

    private static Map<ObservationId, Kind> kinds(List<Read> reads) {
        var kinds = new HashMap<ObservationId, Kind>();
        for (var read : reads) {
            if (read instanceof Read.Accepted(var submission, var _)) {
                kinds.put(submission.id(), submission.kind());
            }
        }
        return kinds;
    }

    private Outcome decide(Read read) {
        return switch (read) {
            case Read.Refused(var id, var violations) -> new Outcome.Refused(id, violations);
            case Read.Accepted(var submission, var warnings) -> decide(submission, warnings);
        };
    }

    private Outcome decide(Submission submission, List<String> warnings) {
        var id = submission.id().value();
        if (permission.hides(submission)) {
            return new Outcome.Unseen(id);
        }
        return permission
                .refusal(submission)
                .<Outcome>map(detail -> new Outcome.Forbidden(id, detail))
                .orElseGet(() -> permitted(submission, warnings));
    }

    /// The hash covers the id: two equal hashes are one observation.
    private Outcome permitted(Submission submission, List<String> warnings) {
        var hash = ContentHash.of(submission);
        var first = seen.add(hash);
        return !first || known.repeats(submission, hash)
                ? new Outcome.Duplicate()
                : new Outcome.Accepted(submission, warnings);
    }
}
