package health.vigil.store;

import health.vigil.observation.Word;
import java.util.Set;

/// Why a record was not applied.
public enum QuarantineReason implements Word {
    /// It is no observation that the contract knows.
    UNREADABLE,
    /// The id was used before with other content.
    ID_CONFLICT,
    /// The device was bound to nobody at the time.
    UNBOUND_DEVICE,
    /// The patient has no episode yet; released by the admission.
    NO_EPISODE,
    /// It retracts another patient's observation.
    FOREIGN_TARGET,
    /// Whoever entered the retraction may not enter its target.
    NOT_PERMITTED,
    /// It is a physician's word, and another system wrote it straight to the topic; released by a physician.
    UNVERIFIED_AUTHOR,
    /// Whoever entered it does not work for the patient's ward; released by somebody who does.
    OTHER_WARD,
    /// It names an id that several senders have used, and no sender.
    AMBIGUOUS_TARGET,
    /// Another partition owns the patient; sent on under the right key.
    FORWARDED,
    /// The grading of the patient failed on it.
    UNGRADABLE;

    /// Those that somebody of the patient's ward settles, and no administrator releases.
    public static final Set<QuarantineReason> OF_THE_WARD = Set.of(UNVERIFIED_AUTHOR, OTHER_WARD);

    /// Whether a row's word is one of those.
    public static boolean isOfTheWard(String word) {
        return OF_THE_WARD.stream().anyMatch(reason -> reason.word().equals(word));
    }
}
