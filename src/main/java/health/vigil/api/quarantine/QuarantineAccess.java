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
import java.util.function.Predicate;

/// Who may see and settle what in quarantine: the administrator all of it, nurses and physicians what waits for
/// somebody of the ward. It is the ward of the stay in which it was, not the one where the patient is now.
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
                        && row.patientId != null
                        && visible.reads(Optional.of(row.patientId), row.at()));
    }

    /// Those of a patient's records that the user may read.
    Predicate<QuarantineRow> ofThePatient(String patientId) {
        var instants = visible.instants(patientId);
        return row -> instants.test(row.at());
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
        var ofTheWard = Optional.ofNullable(row.patientId).filter(patient -> visible.worksAt(patient, row.at()));
        if (ofTheWard.isEmpty()) {
            throw ProblemException.forbidden("Somebody of the patient's ward releases it");
        }
    }
}
