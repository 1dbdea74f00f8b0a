package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Request;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.grading.BirthDate;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Admittances;
import health.vigil.problem.ProblemException;
import health.vigil.store.Baselines;
import health.vigil.store.EpisodeRow;
import health.vigil.store.FirstInfusions;
import health.vigil.store.HospitalSettings;
import health.vigil.store.PatientMerges;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Opens episodes. One transaction writes the episode, its first baseline, and the record that informs the
/// monitor.
@ApplicationScoped
public class Admissions {
    private static final String ALREADY_ACTIVE = "The patient has an active episode: discharge it first";

    private final Transactions transactions;
    private final HospitalSettings hospital;
    private final Visibility visible;
    private final WardChoice wards;
    private final WardMoves moves;
    private final CurrentUser user;
    private final AuditTrail trail;

    Admissions(
            Transactions transactions,
            HospitalSettings hospital,
            Visibility visible,
            WardChoice wards,
            WardMoves moves,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.hospital = hospital;
        this.visible = visible;
        this.wards = wards;
        this.moves = moves;
        this.user = user;
        this.trail = trail;
    }

    /// What opens an episode, in the transaction of the admission.
    public interface EpisodeOpening {
        /// Decides on the admission, before anything is written.
        ///
        /// @throws ProblemException if there is none
        Admission admission(Sql sql);

        /// Whether the patient's active episode is the one to open, because somebody admitted the patient before.
        ///
        /// @throws ProblemException 409 if it is not, in words
        boolean joins(Sql sql, EpisodeRow active);

        /// Records what belongs to the episode that was joined.
        void joined(Sql sql, EpisodeRow episode);

        /// Records what belongs to the new episode.
        void opened(Sql sql, EpisodeRow episode);
    }

    /// Admits a patient. 409 if the patient has an active episode, or another episode with the same time of
    /// infusion.
    EpisodeRow admit(byte[] body) {
        var admission = Request.read(Request.withoutNulls(Request.object(body)), Admission.in(hospital.timeZone()));
        trail.about(admission.patientId().value());
        visible.ward(admission.ward());
        return admit(new EpisodeOpening() {
            @Override
            public Admission admission(Sql sql) {
                return admission;
            }

            @Override
            public boolean joins(Sql sql, EpisodeRow active) {
                return false;
            }

            @Override
            public void joined(Sql sql, EpisodeRow episode) {}

            @Override
            public void opened(Sql sql, EpisodeRow episode) {}
        });
    }

    /// Opens an episode, or joins the active one. All that belongs to it is written with it, or nothing is. The
    /// same conflicts as above.
    public EpisodeRow admit(EpisodeOpening opening) {
        try {
            return transactions.change(sql -> {
                var admission = opening.admission(sql);
                var joined = active(sql, admission.patientId()).filter(active -> opening.joins(sql, active));
                if (joined.isPresent()) {
                    opening.joined(sql, joined.get());
                    return joined.get();
                }
                var row = row(admission, user.username());
                row.ward = wards.of(sql, row.ward);
                admit(sql, row, admission);
                opening.opened(sql, row);
                moves.admitted(sql, row);
                return row;
            });
        } catch (ConstraintViolationException conflict) {
            throw ProblemException.conflict(ALREADY_ACTIVE);
        }
    }

    /// The active episode under any number of the patient, which nobody else changes until the transaction ends.
    private static Optional<EpisodeRow> active(Sql sql, PatientId patient) {
        return EpisodeRow.<EpisodeRow>find(
                        "patientId in ?1 and status = ?2", PatientMerges.lock(sql, patient), Status.ACTIVE.word())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private void admit(Sql sql, EpisodeRow row, Admission admission) {
        var patient = admission.patientId();
        requireNotWatched(sql, patient);
        row.persistAndFlush();
        if (!FirstInfusions.claim(sql, patient, row.id, row.infusedAt)) {
            throw sameInfusion(row.infusedAt);
        }
        Baselines.add(sql, row.id, row.admittedAt, admission.baseline(), row.admittedBy);
        Admittances.follow(sql, row.id, patient);
    }

    /// Checks that no number of the patient has an active episode. For one number the database ensures this, too.
    private void requireNotWatched(Sql sql, PatientId patient) {
        active(sql, patient).ifPresent(other -> {
            if (!user.maySee(other.ward)) {
                throw ProblemException.conflict(
                        "The patient has an active episode in a ward that you do not see: ask that ward");
            }
            throw ProblemException.conflict(
                    other.patientId.equals(patient.value())
                            ? ALREADY_ACTIVE
                            : "The patient has an active episode under another number: discharge it first, "
                                    + other.id);
        });
    }

    static ProblemException sameInfusion(Instant infusedAt) {
        return ProblemException.conflict("The patient has another episode with the infusion of " + infusedAt
                + ": correct that episode, or undo its discharge");
    }

    private static EpisodeRow row(Admission admission, String admittedBy) {
        var row = new EpisodeRow();
        row.id = UUID.randomUUID();
        row.patientId = admission.patientId().value();
        row.name = admission.name().orElse(null);
        row.birthDate = admission.birthDate().day();
        row.birthDateGiven = statedBirthDate(admission.birthDate());
        row.sex = admission.sex().orElse(null);
        row.weightKg = admission.weight().orElse(null);
        row.ward = admission.ward();
        row.bed = admission.bed();
        describe(row, admission);
        row.admittedAt = MicrosecondClock.now();
        row.admittedBy = admittedBy;
        return row;
    }

    /// The text as entered, if it is less than a full date.
    private static @Nullable String statedBirthDate(BirthDate date) {
        return date.estimated() ? date.given() : null;
    }

    private static void describe(EpisodeRow row, Admission admission) {
        row.product = admission.product();
        row.indication = admission.indication().orElse(null);
        row.infusedAt = admission.infusedAt();
        row.journey = Station.json(admission.journey());
    }
}
