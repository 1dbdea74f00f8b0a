package health.vigil.ingest;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may enter what. The monitor asks again about a retraction whose target nobody knew yet.
///
/// @param said the kinds of what came in the same message
record Permission(User user, PriorKnowledge known, Map<ObservationId, Kind> said) {
    /// Why the user may not enter an observation; absent if it is allowed.
    Optional<String> refusal(Submission submission) {
        if (!user.role().mayEnter(submission.kind())) {
            return Optional.of("This account may not enter " + submission.kind().word());
        }
        return foreignDevice(submission).or(() -> anothers(submission)).or(() -> foreignTarget(submission));
    }

    /// What a device sends withdraws what was sent with the same credential, and nothing else.
    private Optional<String> anothers(Submission submission) {
        return submission
                .withdraws()
                .filter(target -> user.role() == Role.DEVICE && !own(submission, target))
                .map(_ -> "This account withdraws only what it sent itself");
    }

    /// What nobody has sent yet may be its own.
    private boolean own(Submission submission, RetractionTarget target) {
        return target.sender()
                .map(submission.sender()::equals)
                .orElseGet(() -> knows(target.of(submission.sender()))
                        || known.ofThePatient(target.id(), submission).isEmpty());
    }

    private boolean knows(ObservationId id) {
        return said.containsKey(id) || known.kind(id).isPresent();
    }

    /// The senders whose observation may be meant, where a retraction names none and nobody can say which.
    List<Sender> meantSenders(Submission submission) {
        return submission
                .withdraws()
                .filter(target ->
                        target.sender().isEmpty() && meant(submission, target).isEmpty())
                .map(target -> known.ofThePatient(target.id(), submission).stream()
                        .map(ObservationId::sender)
                        .toList())
                .orElse(List.of());
    }

    /// What is withdrawn, as far as that is known: the own one, else the only one of the patient.
    private Optional<ObservationId> meant(Submission submission, RetractionTarget target) {
        var own = target.of(submission.sender());
        if (target.sender().isPresent() || knows(own)) {
            return target.observation().or(() -> Optional.of(own));
        }
        var candidates = known.ofThePatient(target.id(), submission);
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /// The credential of one device speaks for no other device, and for no patient by name.
    private Optional<String> foreignDevice(Submission submission) {
        return user.deviceId()
                .filter(own -> !(submission.subject() instanceof Subject.ByDevice(var device)
                        && device.value().equals(own)))
                .map(_ -> "This account posts under its own deviceId only");
    }

    private Optional<String> foreignTarget(Submission submission) {
        return submission
                .withdraws()
                .flatMap(target -> meant(submission, target))
                .flatMap(target -> known.kind(target).or(() -> Optional.ofNullable(said.get(target))))
                .filter(kind -> !user.role().mayEnter(kind))
                .map(kind -> "This account may not enter, and so not withdraw, " + kind.word());
    }

    /// A patient of another ward does not exist, as far as this user is told.
    boolean hides(Submission submission) {
        return known.ward(submission)
                .filter(ward -> !ward.opened() && !user.wards().include(ward.name()))
                .isPresent();
    }
}
