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

/// Decides who may see and settle a record in quarantine. Administrators may do so with all records, nurses and
/// physicians only with those that wait for a user of their ward. The ward is that of the stay at the record's
/// time, not the patient's current ward.
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

    /// The records of a patient that the user may read.
    Predicate<QuarantineRow> ofThePatient(String patientId) {
        var instants = visible.instants(patientId);
        return row -> instants.test(row.at());
    }

    /// Refuses a user who may see a record but not settle it.
    ///
    /// @param kind the observation's kind, if the record is an observation
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

    /// An administrator may discard any record. It stays on record.
    void requireDiscard(QuarantineRow row, Optional<Kind> kind) {
        if (user.role().isAPerson()) {
            requireRelease(row, kind);
        }
    }

    /// Emergency access allows reading but not settling.
    private void requireOfTheWard(QuarantineRow row) {
        var ofTheWard = Optional.ofNullable(row.patientId).filter(patient -> visible.worksAt(patient, row.at()));
        if (ofTheWard.isEmpty()) {
            throw ProblemException.forbidden("Somebody of the patient's ward releases it");
        }
    }
}
