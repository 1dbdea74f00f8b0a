package health.vigil.store;

import health.vigil.observation.Word;
import java.util.Set;

/// Why a record was not applied.
public enum QuarantineReason implements Word {
    /// Not an observation that the API knows.
    UNREADABLE,
    /// The id was used before with other content.
    ID_CONFLICT,
    /// The device was not bound at the time.
    UNBOUND_DEVICE,
    /// The message names another patient than the one to whom the device was bound.
    WRONG_PATIENT,
    /// The patient has no episode; the admission releases it.
    NO_EPISODE,
    /// It retracts another patient's observation.
    FOREIGN_TARGET,
    /// The author of the retraction may not enter the kind of its target.
    NOT_PERMITTED,
    /// A physician's entry that another system wrote to the topic; a physician releases it.
    UNVERIFIED_AUTHOR,
    /// The author does not work for the patient's ward; a person of the ward releases it.
    OTHER_WARD,
    /// It names an id that several senders have used, without a sender.
    AMBIGUOUS_TARGET,
    /// Another partition owns the patient; it was sent on with the right key.
    FORWARDED,
    /// The rules failed on it.
    UNGRADABLE,
    /// A piece of another system's message that cannot be read safely.
    UNMAPPED;

    /// Reasons that a person of the patient's ward settles and an administrator cannot.
    public static final Set<QuarantineReason> OF_THE_WARD = Set.of(UNVERIFIED_AUTHOR, OTHER_WARD);

    /// Whether a stored word is one of those.
    public static boolean isOfTheWard(String word) {
        return OF_THE_WARD.stream().anyMatch(reason -> reason.word().equals(word));
    }
}
