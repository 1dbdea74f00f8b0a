package health.vigil.api;

import health.vigil.access.CurrentUser;
import health.vigil.access.EmergencyAccess;
import health.vigil.access.WardName;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.EpisodeRow;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.VisibleStays;
import health.vigil.store.VisibleStays.PatientStay;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Decides what the current user may see. Everything else is answered with 404, as if it did not exist.
@ApplicationScoped
public class Visibility {
    /// The name shown for a patient whom the user may not see.
    public static final String SOMEBODY = "another patient";

    private final CurrentUser user;
    private final EmergencyAccess emergency;
    private final Transactions transactions;
    private final AuditTrail trail;

    Visibility(CurrentUser user, EmergencyAccess emergency, Transactions transactions, AuditTrail trail) {
        this.user = user;
        this.emergency = emergency;
        this.transactions = transactions;
        this.trail = trail;
    }

    @Transactional
    public EpisodeRow episode(String id) {
        return uuid(id).flatMap(known -> EpisodeRow.<EpisodeRow>findByIdOptional(known))
                .filter(this::mayBeSeen)
                .orElseThrow(() -> ProblemException.notFound("There is no such episode"));
    }

    /// The time span of a patient's record that the user may read: the newest stay in the user's wards, with
    /// adjacent stays in those wards. An earlier stay in another ward is hidden, unless the record is opened in
    /// an emergency. A later stay in another ward changes nothing about this span.
    public TimeSpan sight(String patientId) {
        return user.wards().only().isEmpty() || emergency.opens(patientId)
                ? TimeSpan.EVER
                : transactions
                        .run(sql -> VisibleStays.newest(sql, new PatientId(patientId), user::maySee))
                        .map(stretch -> TimeSpan.before(stretch.from(), stretch.until()))
                        .orElse(TimeSpan.NEVER);
    }

    /// Refuses an instant that belongs to a stay the user may not see.
    ///
    /// @throws ProblemException 404
    public void require(String patientId, Instant at) {
        if (!instants(patientId).test(at)) {
            throw ProblemException.notFound("There is no such patient at that time");
        }
    }

    /// Refuses a stay in a ward that the user may not see. Such a stay can appear in the past, because at an
    /// earlier knowledge time it counted as this patient's.
    ///
    /// @param ward the ward of the stay
    /// @param number the number under which the patient was admitted to it
    /// @throws ProblemException 404
    public void requireStay(String patientId, String ward, PatientId number) {
        if (!user.maySee(ward)
                && !(emergency.opens(patientId) && numbersOf(patientId).include(number))) {
            throw noPatient();
        }
    }

    /// Whether the user may read an entry about a patient. An entry about no patient is for users who see every
    /// ward.
    ///
    /// @param at the entry's time: the stay at this time decides
    public boolean reads(Optional<String> patientId, Instant at) {
        patientId.ifPresent(trail::about);
        return user.wards().only().isEmpty()
                || patientId
                        .filter(id -> readable(id).isPresent() && instants(id).test(at))
                        .isPresent();
    }

    /// The instants whose data the user may read: those of every stay in the user's wards, even with a stay in
    /// another ward in between. Emergency access opens all instants.
    public Predicate<Instant> instants(String patientId) {
        return emergency.opens(patientId) ? _ -> true : ownInstants(patientId);
    }

    /// The instants of the stays in the wards that the user works for.
    private Predicate<Instant> ownInstants(String patientId) {
        return user.wards().only().isEmpty()
                ? _ -> true
                : transactions.run(sql -> VisibleStays.instants(sql, new PatientId(patientId), user::maySee));
    }

    /// Whether the user works for the ward of the stay that an instant belongs to. Emergency access does not
    /// count.
    @Transactional
    public boolean worksAt(String patientId, Instant at) {
        trail.about(patientId);
        return stays(patientId).<EpisodeRow>list().stream().anyMatch(stay -> user.maySee(stay.ward))
                && ownInstants(patientId).test(at);
    }

    /// An episode that the user may change. Emergency access allows only reading and acknowledging; all other
    /// changes need a user of the ward.
    @Transactional
    public EpisodeRow episodeToChange(String id) {
        return toChange(episode(id));
    }

    /// The current episode of a patient whom the user may change.
    @Transactional
    public EpisodeRow patientToChange(String id) {
        return toChange(patient(id));
    }

    private EpisodeRow toChange(EpisodeRow episode) {
        if (user.maySee(episode.ward)) {
            return episode;
        }
        throw ProblemException.forbidden(
                "Emergency access only allows reading and answering alerts: ask a user of the patient's ward to change"
                        + " this");
    }

    /// The patient's current episode: the active one, or else the latest. With several numbers that is the one
    /// that ended last. A voided episode counts only if there is no other.
    @Transactional
    public EpisodeRow patient(String id) {
        return current(id).filter(this::mayBeSeen).orElseThrow(Visibility::noPatient);
    }

    /// The episode through which the user may read a patient: the current one, or else the newest past stay in the
    /// user's wards, if the patient is in another ward now. The data must lie in the user's {@link #sight}.
    @Transactional
    public EpisodeRow patientToRead(String id) {
        return readable(id)
                .flatMap(stay -> EpisodeRow.<EpisodeRow>findByIdOptional(stay.episode()))
                .orElseThrow(Visibility::noPatient);
    }

    /// Requires that the user may read something of a patient, in the transaction that reads it.
    ///
    /// @throws ProblemException 404
    public void requireReadable(Sql sql, String patientId) {
        if (readable(sql, patientId).isEmpty()) {
            throw noPatient();
        }
    }

    /// The stay through which the user may read a patient. The audit trail names the patient.
    private Optional<PatientStay> readable(Sql sql, String patientId) {
        var stays = PatientId.accepts(patientId)
                ? VisibleStays.of(sql, new PatientId(patientId), user.username())
                : List.<PatientStay>of();
        var current = stays.stream().findFirst();
        current.ifPresent(stay -> trail.about(stay.number()));
        return current.filter(stay -> user.maySee(stay.ward()) || stay.opened())
                .or(() -> stays.stream()
                        .filter(stay -> !stay.voided() && user.maySee(stay.ward()))
                        .findFirst());
    }

    private Optional<PatientStay> readable(String patientId) {
        return transactions.run(sql -> readable(sql, patientId));
    }

    /// All numbers of a patient, found by any of them. The user must be allowed to read something of the patient.
    public Numbers numbers(String id) {
        patientToRead(id);
        return numbersOf(id);
    }

    /// The same without the check, for a patient whom the user may read already.
    public Numbers numbersOf(String id) {
        return transactions.run(sql -> PatientNumbers.of(sql, new PatientId(id)));
    }

    /// Whether the user works for the ward of every stay of a patient. Emergency access does not count.
    ///
    /// @throws ProblemException 404 if the user may not see the patient
    public boolean worksForAllStays(String id) {
        var current = patient(id);
        return user.maySee(current.ward)
                && transactions.run(sql -> VisibleStays.wards(sql, new PatientId(id))).stream()
                        .allMatch(user::maySee);
    }

    private static ProblemException noPatient() {
        return ProblemException.notFound("There is no such patient");
    }

    /// Whether the user may see the patient's current episode.
    @Transactional
    public boolean sees(String patientId) {
        return current(patientId).filter(this::mayBeSeen).isPresent();
    }

    /// Whether a number has an episode, seen or not.
    @Transactional
    public boolean isAdmitted(String patientId) {
        return current(patientId).isPresent();
    }

    /// The name of a patient in a message about another patient: the number, if the user may see this patient. The
    /// audit trail then names this patient, too.
    ///
    /// @param ward the patient's ward
    public String name(String patientId, String ward) {
        if (!user.maySee(ward) && !emergency.opens(patientId)) {
            return SOMEBODY;
        }
        trail.beside(patientId);
        return patientId;
    }

    /// The current episode of a patient whom the user's action concerns, even if the user may not see it. The
    /// audit trail names the patient.
    @Transactional
    public Optional<EpisodeRow> concerned(String patientId) {
        var found = current(patientId);
        found.ifPresent(episode -> trail.about(episode.patientId));
        return found;
    }

    /// Names the patient in the audit trail, even if the user may not see the episode.
    private boolean mayBeSeen(EpisodeRow episode) {
        trail.about(episode.patientId);
        return user.maySee(episode.ward) || emergency.opens(episode.patientId);
    }

    /// Whether the user has opened a patient's record in an emergency.
    public boolean openedInEmergency(String patientId) {
        return emergency.opens(patientId);
    }

    /// The current episode of a patient whom the user may not see yet, for emergency access. The audit trail
    /// names the patient.
    @Transactional
    public EpisodeRow notYetVisible(String id) {
        var found = current(id);
        found.ifPresent(episode -> trail.about(episode.patientId));
        return found.orElseThrow(Visibility::noPatient);
    }

    /// The stays of a patient in wards that the user does not work for, also those opened in an emergency. There
    /// is one stay of each such ward: the current one, or else the last.
    @Transactional
    public List<EpisodeRow> foreignStays(String patientId) {
        var wards = new HashSet<String>();
        var current = current(patientId);
        return stays(patientId).<EpisodeRow>list().stream()
                .filter(episode -> episode.voidedAt == null
                        || current.filter(episode::equals).isPresent())
                .filter(episode -> !user.maySee(episode.ward) && wards.add(WardName.key(episode.ward)))
                .toList();
    }

    private Optional<EpisodeRow> current(String patientId) {
        return stays(patientId).firstResultOptional();
    }

    /// The stays of a patient, the current one first.
    private PanacheQuery<EpisodeRow> stays(String patientId) {
        var numbers = PatientId.accepts(patientId)
                ? numbersOf(patientId).all().stream().map(PatientId::value).toList()
                : List.<String>of();
        return EpisodeRow.find(
                "patientId in ?1 order by case when status = 'active' then 0"
                        + " when voidedAt is null then 1 else 2 end" + (numbers.size() > 1 ? ", endedAt desc" : "")
                        + ", admittedAt desc",
                numbers);
    }

    /// The name, if the user may see that ward's patients. The ward may be empty.
    public String ward(String name) {
        if (user.maySee(name)) {
            return name;
        }
        throw ProblemException.notFound("There is no such ward");
    }

    /// The id in a path; absent if it is no UUID.
    public static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
