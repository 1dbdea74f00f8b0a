package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Sender;
import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import java.util.Map;
import java.util.Optional;

/// Who may enter what. The monitor asks again about a retraction whose target nobody knew yet.
///
/// @param said the kinds of what came in the same body
record Permission(User user, PriorKnowledge known, Map<ObservationId, Kind> said) {
    /// Why the user may not enter an observation; absent if it is allowed.
    Optional<String> refusal(Submission submission) {
        if (!user.role().mayEnter(submission.kind())) {
            return Optional.of("This account may not enter " + submission.kind().word());
        }
        return foreignDevice(submission).or(() -> foreignTarget(submission));
    }

    /// The credential of one device speaks for no other device, and for no patient by name.
    private Optional<String> foreignDevice(Submission submission) {
        return user.deviceId()
                .filter(own -> !(submission.sender() instanceof Sender.ByDevice(var device)
                        && device.value().equals(own)))
                .map(_ -> "This account posts under its own deviceId only");
    }

    private Optional<String> foreignTarget(Submission submission) {
        return submission
                .withdraws()
                .flatMap(target -> known.kind(target).or(() -> Optional.ofNullable(said.get(target))))
                .filter(kind -> !user.role().mayEnter(kind))
                .map(kind -> "This account may not enter, and so not withdraw, " + kind.word());
    }

    /// A patient of another ward does not exist, as far as this user is told.
    boolean hides(Submission submission) {
        return known.ward(submission)
                .filter(ward -> !user.wards().include(ward))
                .isPresent();
    }
}
