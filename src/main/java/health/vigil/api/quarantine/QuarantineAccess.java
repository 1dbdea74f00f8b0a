package health.vigil.api.quarantine;

import health.vigil.access.CurrentUser;
import health.vigil.api.Visibility;
import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.store.QuarantineReason;
import health.vigil.store.QuarantineRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Who may see and settle what in quarantine: the administrator all of it, nurses and physicians what waits for
/// somebody of their patients' ward.
@ApplicationScoped
class QuarantineAccess {
    private final CurrentUser user;
    private final Visibility visible;

    QuarantineAccess(CurrentUser user, Visibility visible) {
        this.user = user;
        this.visible = visible;
    }

    boolean maySee(QuarantineRow row) {
        return !user.role().isAPerson()
                || (QuarantineReason.isOfTheWard(row.reason)
                        && Optional.ofNullable(row.patientId)
                                .filter(visible::sees)
                                .isPresent());
    }

    /// Refuses whoever may not settle a record that they may see.
    ///
    /// @param kind of the observation, where it is one
    void requireRelease(QuarantineRow row, Optional<Kind> kind) {
        if (!QuarantineReason.isOfTheWard(row.reason)) {
            return;
        }
        if (!user.role().isAPerson()) {
            throw ProblemException.forbidden("Somebody of the patient's ward releases it");
        }
        requireOfTheWard(row);
        if (!kind.map(user.role()::mayEnter).orElse(true)) {
            throw ProblemException.forbidden(
                    "This account may not enter " + kind.map(Word::word).orElse("it") + ", and so not release it");
        }
    }

    /// The administrator may discard anything; it stays on record.
    void requireDiscard(QuarantineRow row, Optional<Kind> kind) {
        if (user.role().isAPerson()) {
            requireRelease(row, kind);
        }
    }

    /// Emergency access reads, and settles nothing.
    private void requireOfTheWard(QuarantineRow row) {
        var ofTheWard = Optional.ofNullable(row.patientId)
                .flatMap(visible::concerned)
                .filter(episode -> user.maySee(episode.ward));
        if (ofTheWard.isEmpty()) {
            throw ProblemException.forbidden("Somebody of the patient's ward releases it");
        }
    }
}
