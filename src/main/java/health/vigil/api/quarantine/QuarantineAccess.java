package health.vigil.api.quarantine;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.access.Wards;
import health.vigil.api.Filter;
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
    /// Of patients who are in one of the wards: by the active episode, else by the latest.
    private static final String IN_WARDS = """
            function('patient_of', patientId) in (select function('patient_of', e.patientId) from Episode e
                where e.voidedAt is null and function('ward_key', e.ward) in :wards
                and not exists (select 1 from Episode o
                    where function('patient_of', o.patientId) = function('patient_of', e.patientId) and o.voidedAt is null
                    and (o.status = 'active' and e.status <> 'active'
                        or o.status = e.status and o.admittedAt > e.admittedAt)))""";

    private final CurrentUser user;
    private final Visibility visible;

    QuarantineAccess(CurrentUser user, Visibility visible) {
        this.user = user;
        this.visible = visible;
    }

    /// A list that holds only what the user may see.
    Filter filter() {
        var person = Optional.of(user.role()).filter(Role::isAPerson);
        return new Filter()
                .and(
                        "reason in :reasons",
                        "reasons",
                        person.map(_ -> QuarantineReason.OF_THE_WARD.stream()
                                .map(Word::word)
                                .toList()))
                .and(IN_WARDS, "wards", person.map(_ -> user.wards()).flatMap(Wards::keys));
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
