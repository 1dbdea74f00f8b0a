package health.vigil.ingest;

import health.vigil.access.HomeGate;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.observation.VitalSigns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what a user may enter. The monitor checks a retraction again if its target was not known yet.
///
/// @param said the kinds of the observations in the same message
record Permission(User user, HomeGate home, PriorKnowledge known, Map<ObservationId, Kind> said) {
    /// Why the user may not enter an observation; absent if it is allowed.
    Optional<String> refusal(Submission submission) {
        if (!user.role().mayEnter(submission.kind())) {
            return Optional.of("This account may not enter " + submission.kind().word());
        }
        return closedHome(submission)
                .or(() -> foreignDevice(submission))
                .or(() -> notOfHome(submission))
                .or(() -> anothers(submission))
                .or(() -> foreignTarget(submission));
    }

    private Optional<String> closedHome(Submission submission) {
        return isOfHome(submission) ? home.refusal() : Optional.empty();
    }

    private static boolean isOfHome(Submission submission) {
        return submission.kind() == Kind.HOME_CHECK
                || (submission.content() instanceof VitalSigns signs && signs.atHome());
    }

    /// From home come new readings that say so. Nobody at home withdraws one: that could lower a grade.
    private Optional<String> notOfHome(Submission submission) {
        if (!user.role().entersFromHome()) {
            return Optional.empty();
        }
        if (submission.withdraws().isPresent()) {
            return Optional.of("This account may not correct or withdraw: ask the outpatient coordinator");
        }
        return submission.content() instanceof VitalSigns signs && !signs.atHome()
                ? Optional.of("This account may enter only vital signs with the setting home")
                : Optional.empty();
    }

    /// A physician confirms a grade. A system that enters it for the physician has to name that person.
    boolean lacksPhysician(Submission submission) {
        return user.role() == Role.INTEGRATION
                && submission.content() instanceof GradeConfirmation confirmation
                && confirmation.by().isEmpty();
    }

    /// A device may only withdraw what was sent with the same credential.
    private Optional<String> anothers(Submission submission) {
        return submission
                .withdraws()
                .filter(target -> user.role() == Role.DEVICE && !own(submission, target))
                .map(_ -> "This account may withdraw only what it sent itself");
    }

    /// Whether the target may be the device's own. A target that is not known yet may be.
    private boolean own(Submission submission, RetractionTarget target) {
        return target.sender()
                .map(submission.sender()::equals)
                .orElseGet(() -> knows(target.of(submission.sender()))
                        || known.ofThePatient(target.id(), submission).isEmpty());
    }

    private boolean knows(ObservationId id) {
        return said.containsKey(id) || known.kind(id).isPresent();
    }

    /// The senders whose observation a retraction may mean, if it names no sender and several are possible.
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

    /// The withdrawn observation, if known: the sender's own, or else the only one of the patient.
    private Optional<ObservationId> meant(Submission submission, RetractionTarget target) {
        var own = target.of(submission.sender());
        if (target.sender().isPresent() || knows(own)) {
            return target.observation().or(() -> Optional.of(own));
        }
        var candidates = known.ofThePatient(target.id(), submission);
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /// The credential of one device is valid only for its own deviceId, and not for a patientId.
    private Optional<String> foreignDevice(Submission submission) {
        return user.deviceId()
                .filter(own -> !(submission.subject() instanceof Subject.ByDevice(var device)
                        && device.value().equals(own)))
                .map(_ -> "This account may post only under its own deviceId");
    }

    private Optional<String> foreignTarget(Submission submission) {
        return submission
                .withdraws()
                .flatMap(target -> meant(submission, target))
                .flatMap(target -> known.kind(target).or(() -> Optional.ofNullable(said.get(target))))
                .filter(kind -> !user.role().mayEnter(kind))
                .map(kind -> "This account may neither enter nor withdraw " + kind.word());
    }

    /// Whether the patient must look unknown to this user: because the ward is another one, or for a role at home
    /// because the patient is another one. Such a role gets the same answer for every number but its own.
    boolean hides(Submission submission) {
        return user.role().entersFromHome() ? !ofOwnPatient(submission) : ofAnotherWard(submission);
    }

    private boolean ofOwnPatient(Submission submission) {
        return submission.subject() instanceof Subject.ByPatient(var named)
                && user.patientId().filter(own -> known.samePatient(own, named)).isPresent();
    }

    private boolean ofAnotherWard(Submission submission) {
        return known.ward(submission)
                .filter(ward -> !ward.opened() && !user.wards().include(ward.name()))
                .isPresent();
    }
}
