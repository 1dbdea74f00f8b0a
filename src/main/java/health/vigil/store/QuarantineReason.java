package health.vigil.store;

import health.vigil.observation.Word;

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
    /// It names an id that several senders have used, and no sender.
    AMBIGUOUS_TARGET,
    /// Another partition owns the patient; sent on under the right key.
    FORWARDED,
    /// The grading of the patient failed on it.
    UNGRADABLE
}
