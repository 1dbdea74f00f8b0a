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
import health.vigil.store.VisibleStays;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// What the current user may see. Anything else is 404, like what does not exist.
@ApplicationScoped
public class Visibility {
    /// A patient whom the user does not see.
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

    /// Of which time the user is told what is known of a patient: of the newest stay in the user's wards, with those
    /// next to it that are, too. What is before it in another ward is that ward's until the patient is handed over
    /// or the record is opened in an emergency. What comes after it is the next ward's, and takes nothing away.
    public TimeSpan sight(String patientId) {
        return user.wards().only().isEmpty() || emergency.opens(patientId)
                ? TimeSpan.EVER
                : transactions
                        .run(sql -> VisibleStays.newest(sql, new PatientId(patientId), user::maySee))
                        .map(stretch -> TimeSpan.before(stretch.from(), stretch.until()))
                        .orElse(TimeSpan.NEVER);
    }

    /// Refuses an instant of a stay that the user may not see.
    ///
    /// @throws ProblemException 404
    public void require(String patientId, Instant at) {
        if (!instants(patientId).test(at)) {
            throw ProblemException.notFound("There is no such patient at that time");
        }
    }

    /// Refuses a stay in a ward that the user may not see: as it was known at some time it may have been
    /// the patient's, and be another's now.
    ///
    /// @param ward of the stay
    /// @param number under which the patient was admitted to it
    /// @throws ProblemException 404
    public void requireStay(String patientId, String ward, PatientId number) {
        if (!user.maySee(ward)
                && !(emergency.opens(patientId) && numbersOf(patientId).include(number))) {
            throw noPatient();
        }
    }

    /// Whether the user may read what is filed under a patient, or under none: that is for those who see every ward.
    ///
    /// @param at when it was: the stay that this belongs to decides
    public boolean reads(Optional<String> patientId, Instant at) {
        patientId.ifPresent(trail::about);
        return user.wards().only().isEmpty()
                || patientId
                        .filter(id -> known(id).isPresent() && instants(id).test(at))
                        .isPresent();
    }

    /// Which instants the user may read of: those of every stay in the user's wards, also where a stay in another
    /// ward lies in between. Emergency access opens all of them.
    public Predicate<Instant> instants(String patientId) {
        return emergency.opens(patientId) ? _ -> true : ownInstants(patientId);
    }

    /// Those of the stays in the wards that the user works for.
    private Predicate<Instant> ownInstants(String patientId) {
        return user.wards().only().isEmpty()
                ? _ -> true
                : transactions.run(sql -> VisibleStays.instants(sql, new PatientId(patientId), user::maySee));
    }

    /// Whether the user works for the ward of the stay that an instant belongs to. Emergency access does not count.
    @Transactional
    public boolean worksAt(String patientId, Instant at) {
        trail.about(patientId);
        return stays(patientId).<EpisodeRow>list().stream().anyMatch(stay -> user.maySee(stay.ward))
                && ownInstants(patientId).test(at);
    }

    /// An episode that the user may change. Emergency access allows only reading and acknowledging; whatever else is
    /// decided
    /// for the patient is decided by those who work for the ward.
    @Transactional
    public EpisodeRow episodeToChange(String id) {
        return toChange(episode(id));
    }

    /// The same of a patient.
    @Transactional
    public EpisodeRow patientToChange(String id) {
        return toChange(patient(id));
    }

    private EpisodeRow toChange(EpisodeRow episode) {
        if (user.maySee(episode.ward)) {
            return episode;
        }
        throw ProblemException.forbidden(
                "Emergency access reads and answers alerts: ask somebody of the patient's ward to change this");
    }

    /// A patient is where the active episode is, else the latest, of several numbers the one that ended
    /// last; a voided one only where there is no other.
    @Transactional
    public EpisodeRow patient(String id) {
        return current(id).filter(this::mayBeSeen).orElseThrow(Visibility::noPatient);
    }

    /// The same of somebody of whom the user may read no more than a stay that is over, for the patient is in another
    /// ward now: the newest such stay. What is read of it lies in the user's {@link #sight}.
    @Transactional
    public EpisodeRow patientToRead(String id) {
        return known(id).orElseThrow(Visibility::noPatient);
    }

    private Optional<EpisodeRow> known(String id) {
        return current(id)
                .filter(this::mayBeSeen)
                .or(() -> stays(id).<EpisodeRow>list().stream()
                        .filter(episode -> episode.voidedAt == null && user.maySee(episode.ward))
                        .findFirst());
    }

    /// The numbers of a patient, asked for under any of them, of whom the user may read something.
    public Numbers numbers(String id) {
        patientToRead(id);
        return numbersOf(id);
    }

    /// The same of a patient of whom the user reads something already.
    public Numbers numbersOf(String id) {
        return transactions.run(sql -> PatientNumbers.of(sql, new PatientId(id)));
    }

    /// Whether the user works for the ward of every stay of a patient. Emergency access reads: it does not count.
    ///
    /// @throws ProblemException 404 where the user does not see the patient at all
    public boolean worksForAllStays(String id) {
        var current = patient(id);
        return user.maySee(current.ward)
                && transactions.run(sql -> VisibleStays.wards(sql, new PatientId(id))).stream()
                        .allMatch(user::maySee);
    }

    private static ProblemException noPatient() {
        return ProblemException.notFound("There is no such patient");
    }

    /// Whether the patient is where the user may see them now.
    @Transactional
    public boolean sees(String patientId) {
        return current(patientId).filter(this::mayBeSeen).isPresent();
    }

    /// Whether a number has an episode, seen or not.
    @Transactional
    public boolean isAdmitted(String patientId) {
        return current(patientId).isPresent();
    }

    /// What a patient is called where another one is told of: the number, where the user sees the patient. Who is
    /// named so is named in the audit trail, too.
    ///
    /// @param ward where the patient is
    public String name(String patientId, String ward) {
        if (!user.maySee(ward) && !emergency.opens(patientId)) {
            return SOMEBODY;
        }
        trail.beside(patientId);
        return patientId;
    }

    /// A patient whom something that the user does concerns, seen or not: named in the audit trail.
    @Transactional
    public Optional<EpisodeRow> concerned(String patientId) {
        var found = current(patientId);
        found.ifPresent(episode -> trail.about(episode.patientId));
        return found;
    }

    /// Whoever is looked for is named in the audit trail, seen or not.
    private boolean mayBeSeen(EpisodeRow episode) {
        trail.about(episode.patientId);
        return user.maySee(episode.ward) || emergency.opens(episode.patientId);
    }

    /// Whether the user has opened a patient's record in an emergency.
    public boolean opened(String patientId) {
        return emergency.opens(patientId);
    }

    /// A patient whom the user may not see yet, and has a reason to.
    @Transactional
    public EpisodeRow unasked(String id) {
        var found = current(id);
        found.ifPresent(episode -> trail.about(episode.patientId));
        return found.orElseThrow(Visibility::noPatient);
    }

    /// The stays of a patient that are kept from the user, whatever emergency has opened: of each other ward
    /// the one where the patient is, else the last.
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

    /// The one where the patient is comes first.
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

    /// A ward whose patients the user may see, whether or not there are any.
    public String ward(String name) {
        if (user.maySee(name)) {
            return name;
        }
        throw ProblemException.notFound("There is no such ward");
    }

    /// The id that a path names; absent when it has not the shape of ours.
    public static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
