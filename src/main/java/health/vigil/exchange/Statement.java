package health.vigil.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What another system says about one patient or device in one of its own units: a FHIR resource, a result of
/// HL7, a group of readings of a monitor.
///
/// @param issued when the sender made this report; absent for devices
/// @param sentAt when the message was sent that corrects or withdraws: several corrections may have one time of
///     issue. Absent if the format has no such time
/// @param device whether a bedside device says it, which never corrects itself
/// @param expected the patient whom the message names beside a device: the binding of the device must agree
/// @param effectiveAt the clinical time; absent for a withdrawal that names none
public record Statement(
        SourceKey key,
        StatementStatus status,
        Optional<Instant> issued,
        Optional<Instant> sentAt,
        boolean device,
        Optional<Subject> subject,
        Optional<PatientId> expected,
        Optional<Instant> effectiveAt,
        Fate fate) {
    public Statement(
            SourceKey key,
            StatementStatus status,
            Optional<Instant> issued,
            boolean device,
            Optional<Subject> subject,
            Optional<PatientId> expected,
            Optional<Instant> effectiveAt,
            Fate fate) {
        this(key, status, issued, Optional.empty(), device, subject, expected, effectiveAt, fate);
    }

    /// The same with another fate, for instance because the patient is not watched.
    public Statement with(Fate other) {
        return new Statement(key, status, issued, sentAt, device, subject, expected, effectiveAt, other);
    }

    public Sender sender() {
        return key.sender();
    }

    /// Its observations; none unless it is taken.
    public List<Part> parts() {
        return fate instanceof Fate.Taken(var parts, var _, var _) ? parts : List.of();
    }

    public List<Caution> cautions() {
        return fate instanceof Fate.Taken(var _, var cautions, var _) ? cautions : List.of();
    }

    /// The hash of each part, by the part's name.
    public SortedMap<String, String> partHashes() {
        var hashes = new TreeMap<String, String>();
        parts().forEach(part -> hashes.put(part.name(), part.hash()));
        return hashes;
    }

    /// This revision. The time of issue distinguishes revisions, if the sender gives one; of corrections the time of
    /// their message does, too.
    ///
    /// @param otherwise what distinguishes it if it says no time of issue
    public StatementRevision revision(RevisionMark otherwise) {
        var hashes = partHashes();
        var token = SourceToken.of(
                status.word() + hashes,
                issued.map(at -> "issued " + at + sent()).orElseGet(() -> mark(otherwise)));
        return new StatementRevision(token, hashes);
    }

    private String sent() {
        return sentAt.map(at -> " sent " + at).orElse("");
    }

    private String mark(RevisionMark otherwise) {
        return device
                ? "0"
                : switch (otherwise) {
                    case RevisionMark.First _ -> "0";
                    case RevisionMark.OfVersion(var version) -> "version " + version;
                    case RevisionMark.ReceivedAt(var instant) -> "received " + instant;
                };
    }

    /// What the records of this revision say about it.
    ///
    /// @param replaces whether it replaces whatever stands, as a PUT does
    public SourceNote note(boolean replaces, StatementRevision revision, Instant receivedAt) {
        var codes = parts().stream().map(Part::code).collect(Collectors.toSet());
        return new SourceNote(
                key.hex(),
                key.type(),
                key.businessId().text(),
                Optional.empty(),
                revision.token().hex(),
                revision.partHashes(),
                new SourceRevision(
                        status, replaces, device ? Optional.empty() : issued, receivedAt, effectiveAt, codes));
    }

    /// Its observations as JSON for the house's reader, each with the id that belongs to this revision.
    public List<ObjectNode> submissions(SourceToken token) {
        var submissions = new ArrayList<ObjectNode>();
        parts().forEach(part -> submissions.add(part.submission(token.observationId(key, part.name()))));
        return submissions;
    }
}
