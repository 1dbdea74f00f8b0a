package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.access.Wards;
import health.vigil.history.Episode;
import health.vigil.observation.PatientId;
import health.vigil.store.Episodes;
import health.vigil.store.QuarantineReason;
import health.vigil.stream.Author;
import health.vigil.stream.StreamRecord.Observed;
import java.util.List;
import java.util.Optional;

/// Holds back observations that their author may not enter: a physician's entry that another system wrote to
/// the topic, and an entry for a patient outside the author's wards. A person of the ward can release both.
final class AuthorCheck {
    static final String UNVERIFIED = "Another system wrote it to the topic, and its author is not verified:"
            + " a user who may enter this kind must release it in their own name, or discard it";
    static final String OTHER_WARD =
            "Its author does not work for the patient's ward:" + " a user of the ward must release or discard it";
    private static final String CONTROL = "Another system wrote it to the topic. Only the service itself may"
            + " change a baseline or an admission: enter the change there, and discard this record";

    private AuthorCheck() {}

    /// Returns the reason to hold an observation back, if there is one.
    ///
    /// @param patient the patient number that the observation names
    /// @param episodes all episodes of the patient, at least one
    static Optional<Disposition> of(
            IncomingRecord record, Observed observed, PatientId patient, List<Episode> episodes) {
        if (Role.isPhysicians(observed.submission().kind())
                && observed.author().filter(Author::isVerified).isEmpty()) {
            return Optional.of(hold(record, QuarantineReason.UNVERIFIED_AUTHOR, UNVERIFIED, patient));
        }
        return observed.author()
                .flatMap(Author::wards)
                .filter(names -> !Wards.of(names).include(ward(observed, episodes)))
                .map(_ -> hold(record, QuarantineReason.OTHER_WARD, OTHER_WARD, patient));
    }

    /// The ward of the episode that the observation belongs to.
    private static String ward(Observed observed, List<Episode> episodes) {
        return Episodes.at(episodes, observed.submission().effectiveAt())
                .orElseGet(episodes::getLast)
                .ward();
    }

    static Disposition foreignControl(IncomingRecord record, Optional<PatientId> patient) {
        return new Disposition.Hold(record, QuarantineReason.UNVERIFIED_AUTHOR, CONTROL, patient);
    }

    private static Disposition hold(IncomingRecord record, QuarantineReason reason, String detail, PatientId patient) {
        return new Disposition.Hold(record, reason, detail, Optional.of(patient));
    }
}
