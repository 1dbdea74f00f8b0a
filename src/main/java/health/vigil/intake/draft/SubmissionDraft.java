package health.vigil.intake.draft;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.json.Violation;
import health.vigil.observation.DeviceId;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An observation as a sender wrote it.
///
/// @param corrects the id of the observation that it replaces
/// @param content absent if the kind is unknown, because then the allowed fields are unknown, too
/// @param besides faults of other fields in the same object
public record SubmissionDraft(
        ReadField<String> id,
        ReadField<String> patientId,
        ReadField<String> deviceId,
        ReadField<Instant> effectiveAt,
        ReadField<String> corrects,
        ReadField<ContentDraft> content,
        List<Violation> besides) {
    private static final FieldRule<String, String> ID = FieldRule.text(ObservationId.MAX_LENGTH);
    private static final FieldRule<String, Subject> PATIENT = FieldRule.text(Integer.MAX_VALUE)
            .where(PatientId::accepts, "must be 1 to 64 letters, digits, dots or hyphens")
            .as(text -> new Subject.ByPatient(new PatientId(text)));
    private static final FieldRule<String, Subject> DEVICE =
            FieldRule.text(DeviceId.MAX_LENGTH).as(text -> new Subject.ByDevice(new DeviceId(text)));

    public SubmissionDraft {
        besides = List.copyOf(besides);
    }

    /// The observation, if the whole message is valid. Faults are noted, each at its field.
    ///
    /// @param sender who sent it
    public Optional<Submission> check(Location message, Sender sender) {
        var checks = new Checks(message);
        var ownId = ID.as(text -> new ObservationId(sender, text));
        var named = checks.need("id", id, ownId);
        var subject = subject(checks);
        var at = checks.need("effectiveAt", effectiveAt, FieldRule.TIME);
        var corrected = checks.may("corrects", corrects, ownId);
        var said = checks.need("kind", content).flatMap(draft -> draft.check(message));
        besides.forEach(message::note);
        if (corrected.isPresent() && corrected.equals(named)) {
            checks.at("corrects").refuse("names the observation itself");
        }
        if (corrected.isPresent() && said.filter(Retraction.class::isInstance).isPresent()) {
            checks.at("corrects").refuse("is not allowed in a retraction");
        }
        return checks.whenSound(() -> new Submission(
                named.orElseThrow(), subject.orElseThrow(), at.orElseThrow(), said.orElseThrow(), corrected));
    }

    private Optional<Subject> subject(Checks checks) {
        var patient = checks.may("patientId", patientId, PATIENT);
        var device = checks.may("deviceId", deviceId, DEVICE);
        if (patientId.given() == deviceId.given()) {
            return checks.at("patientId").refuse("is needed, or a deviceId, but not both");
        }
        return patient.or(() -> device);
    }
}
