package health.vigil.monitor.round;

import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.StayWords;
import health.vigil.alert.WardMoveWords;
import health.vigil.grading.BirthDate;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.monitor.round.StaySettings.DischargeMode;
import health.vigil.observation.Observation;
import health.vigil.outbox.Discharges;
import health.vigil.outbox.Discharges.EndedEpisode;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.EpisodePlaces;
import health.vigil.store.EpisodePlaces.OccupiedBed;
import health.vigil.store.MachineEntries;
import health.vigil.store.MachineEntries.MachineAct;
import health.vigil.store.ReportedStay;
import health.vigil.store.ReportedStays;
import health.vigil.store.ReportedStays.StoredStay;
import health.vigil.store.Sql;
import health.vigil.store.StayState;
import health.vigil.store.WardNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// Applies a reported stay to the patient's active episode: it moves the patient, and alerts the ward about an
/// end, a death or another birth date. It never makes an episode.
@ApplicationScoped
public class StayEffects {
    private static final Condition ENDED = new Condition.StayEnded();
    private static final Condition DEAD = new Condition.Happened(AlertType.DEATH_REPORTED, "stay");
    private static final Condition BIRTH_DATE = new Condition.Happened(AlertType.DEMOGRAPHICS_DIFFER, "birth-date");

    private final StaySettings settings;
    private final AlertRules rules;

    public StayEffects(StaySettings settings, AlertRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void apply(Sql sql, long id) {
        ReportedStays.claim(sql, id).ifPresent(stored -> apply(sql, stored));
    }

    private void apply(Sql sql, StoredStay stored) {
        var stay = stored.stay();
        var now = sql.now();
        ReportedStays.applied(sql, stored.id(), now);
        var alerts = new AlertCollector(rules, now);
        EpisodePlaces.lock(sql, stay.patient())
                .ifPresentOrElse(
                        bed -> apply(new StayApplication(sql, stored, now, alerts), bed),
                        () -> reopened(sql, stored, now, alerts));
        alerts.write(sql);
    }

    /// One stay that is applied in one transaction.
    private record StayApplication(Sql sql, StoredStay stored, Instant now, AlertCollector alerts) {
        ReportedStay stay() {
            return stored.stay();
        }

        void audit(OccupiedBed bed, String path, String reason) {
            MachineEntries.append(
                    sql,
                    now,
                    new MachineAct(
                            stay().sender(), path.formatted(bed.episode()), bed.patient(), stay().address(), reason));
        }
    }

    private void apply(StayApplication application, OccupiedBed bed) {
        var place = moved(application, bed);
        var present = ReportedStays.present(application.sql(), bed.patient()).isPresent();
        birthDate(application, place);
        death(application, place);
        if (application.stay().state() == StayState.OPEN || present) {
            application.alerts().clears(bed.episode(), ENDED.key()::equals);
            ReportedStays.discharged(application.sql(), application.stored().id(), Optional.empty());
        } else if (over(application.stay(), bed)) {
            ended(application, place);
        }
    }

    /// Whether the stay ended after the admission. A planned stay has not begun.
    private static boolean over(ReportedStay stay, OccupiedBed bed) {
        return stay.state() != StayState.PLANNED
                && !stay.neverBegan()
                && stay.times().stateAt().isAfter(bed.admittedAt());
    }

    /// Moves the patient if the registration said the place after anybody else did. A visit to a clinic does not
    /// move an inpatient.
    private OccupiedBed moved(StayApplication application, OccupiedBed bed) {
        var stay = application.stay();
        var at = stay.times().placedAt().filter(bed.placedAt()::isBefore);
        if (stay.state() != StayState.OPEN || stay.place().ward().isEmpty() || at.isEmpty()) {
            return bed;
        }
        if (ReportedStays.isVisitOfInpatient(
                application.sql(), application.stored().id(), bed.patient())) {
            return bed;
        }
        var ward = ward(application.sql(), bed, stay.place().ward().get());
        var target = bed.in(ward, stay.place().bed().orElseGet(() -> bedWithin(ward, bed)));
        if (!target.equals(bed)) {
            move(application, bed, target, at.get());
        }
        return target;
    }

    /// The old bed, if it is in the ward.
    private static String bedWithin(String ward, OccupiedBed left) {
        return WardName.same(left.ward(), ward) ? left.bed() : EpisodePlaces.UNKNOWN_BED;
    }

    /// The ward as the hospital's first admission wrote it.
    private static String ward(Sql sql, OccupiedBed bed, String name) {
        return WardName.same(bed.ward(), name)
                ? bed.ward()
                : WardNames.first(sql, WardName.key(name)).orElse(WardName.tidy(name));
    }

    private static void move(StayApplication application, OccupiedBed left, OccupiedBed target, Instant at) {
        var sql = application.sql();
        EpisodePlaces.move(sql, left.episode(), target.ward(), target.bed(), at);
        application.audit(left, "PATCH /v1/episodes/%s", "The registration reported a move");
        if (!WardName.same(left.ward(), target.ward())) {
            var words = new WardMoveWords(left.bed(), application.stay().sender());
            application
                    .alerts()
                    .raise(
                            left.subjectWithoutEpisode(),
                            Occurrence.of(
                                    AlertRule.PATIENT_MOVED,
                                    new Condition.Happened(AlertType.PATIENT_MOVED, left.episode() + "|" + at),
                                    words.moved(target.bed(), target.ward()),
                                    application.now()));
        }
        AlertLog.move(sql, left.episode(), target.ward(), target.bed(), application.now());
    }

    private void ended(StayApplication application, OccupiedBed bed) {
        var end = end(application, bed);
        if (settings.discharge() == DischargeMode.APPLY && end.isPresent()) {
            discharge(application, bed, end.get());
        } else {
            var at = application.stay().times().stateAt();
            application
                    .alerts()
                    .raise(
                            bed.subject(),
                            Occurrence.of(
                                    AlertRule.STAY_ENDED,
                                    ENDED,
                                    words(application).ended(at),
                                    at));
        }
    }

    /// When the episode may end; empty for a cancelled stay, for a death, which a physician enters, and for an
    /// end that no person could enter.
    private static Optional<Instant> end(StayApplication application, OccupiedBed bed) {
        var stay = application.stay();
        return Optional.of(stay.until().orElse(stay.times().stateAt()))
                .filter(_ ->
                        stay.state() == StayState.ENDED && stay.times().deadAt().isEmpty())
                .filter(at -> !at.isBefore(bed.beginning()))
                .filter(at -> !at.isAfter(application.now().plus(Observation.CLOCK_TOLERANCE)));
    }

    private static void discharge(StayApplication application, OccupiedBed bed, Instant end) {
        var sql = application.sql();
        var sender = application.stay().sender();
        EpisodePlaces.end(sql, bed.episode(), end, "The registration of " + sender + " reported the end of the stay");
        ReportedStays.discharged(sql, application.stored().id(), Optional.of(bed.episode()));
        application.audit(bed, "POST /v1/episodes/%s/discharge", "The registration reported the end of the stay");
        Discharges.follow(sql, new EndedEpisode(bed.episode(), bed.patient(), end, sender), application.now());
    }

    /// A stay goes on after its end has ended the episode: nobody watches the patient.
    private void reopened(Sql sql, StoredStay stored, Instant now, AlertCollector alerts) {
        var stay = stored.stay();
        stored.discharged().filter(_ -> stay.state() == StayState.OPEN).ifPresent(episode -> {
            ReportedStays.discharged(sql, stored.id(), Optional.empty());
            alerts.raise(
                    new AlertSubject(
                            Optional.empty(),
                            Optional.of(stay.patient()),
                            stay.place().ward(),
                            stay.place().bed()),
                    Occurrence.of(
                            AlertRule.STAY_ENDED,
                            new Condition.Happened(AlertType.STAY_ENDED, episode.toString()),
                            new StayWords(stay.sender(), now, rules.hospital())
                                    .goesOn(stay.times().stateAt()),
                            stay.times().stateAt()));
        });
    }

    /// Nothing is changed: a person finds out whose birth date is wrong, or whether the number is.
    private void birthDate(StayApplication application, OccupiedBed bed) {
        var said = application
                .stay()
                .person()
                .birthDate()
                .filter(text -> BirthDate.parse(text).isPresent());
        if (said.isEmpty()) {
            return;
        }
        if (agree(said.get(), bed.birthDate())) {
            application.alerts().clears(bed.episode(), BIRTH_DATE.key()::equals);
        } else {
            application
                    .alerts()
                    .raise(
                            bed.subject(),
                            Occurrence.of(
                                    AlertRule.DEMOGRAPHICS_DIFFER,
                                    BIRTH_DATE,
                                    words(application).anotherBirthDate(),
                                    application
                                            .stay()
                                            .times()
                                            .birthDateAt()
                                            .orElse(application.stay().times().changedAt())));
        }
    }

    /// Whether two dates can be the same. A year or a month agrees with each of its days.
    private static boolean agree(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /// A physician enters the death with its cause.
    private void death(StayApplication application, OccupiedBed bed) {
        application
                .stay()
                .times()
                .deadAt()
                .ifPresentOrElse(
                        at -> application
                                .alerts()
                                .raise(
                                        bed.subject(),
                                        Occurrence.of(
                                                AlertRule.DEATH_REPORTED,
                                                DEAD,
                                                words(application).died(),
                                                at)),
                        () -> takeBackDeath(application, bed));
    }

    private static void takeBackDeath(StayApplication application, OccupiedBed bed) {
        if (!ReportedStays.saidDead(application.sql(), bed.patient())) {
            application.alerts().clears(bed.episode(), DEAD.key()::equals);
        }
    }

    private StayWords words(StayApplication application) {
        return new StayWords(application.stay().sender(), application.now(), rules.hospital());
    }
}
