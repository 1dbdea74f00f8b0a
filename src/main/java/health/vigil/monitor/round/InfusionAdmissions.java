package health.vigil.monitor.round;

import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.StayWords;
import health.vigil.alert.WardMoveWords;
import health.vigil.exchange.Person;
import health.vigil.grading.Baseline;
import health.vigil.grading.BirthDate;
import health.vigil.monitor.batch.AlertCollector;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Admittances;
import health.vigil.store.Alerts.AlertSubject;
import health.vigil.store.Baselines;
import health.vigil.store.EpisodePlaces;
import health.vigil.store.EpisodePlaces.OccupiedBed;
import health.vigil.store.EpisodePlaces.ReportedAdmission;
import health.vigil.store.FirstInfusions;
import health.vigil.store.MachineEntries;
import health.vigil.store.MachineEntries.MachineAct;
import health.vigil.store.PatientMerges;
import health.vigil.store.ReportedInfusions;
import health.vigil.store.ReportedInfusions.ReportedInfusion;
import health.vigil.store.ReportedStay;
import health.vigil.store.ReportedStays;
import health.vigil.store.Sql;
import health.vigil.store.WardNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Admits patients whose infusion another system has reported. What cannot be admitted is an alert.
@ApplicationScoped
public class InfusionAdmissions {
    /// Times that a person and a system write of one infusion differ by less.
    private static final Duration SAME = Duration.ofMinutes(1);

    /// For this long after a discharge, the former ward is alerted about the admission even if no alert is open.
    private static final Duration ITS_PATIENT = Duration.ofDays(30);

    private static final int LONGEST_NAME = 200;

    private final AlertRules rules;

    public InfusionAdmissions(AlertRules rules) {
        this.rules = rules;
    }

    void apply(Sql sql, String key) {
        ReportedInfusions.claim(sql, key).ifPresent(infusion -> {
            var numbers = PatientMerges.lock(sql, infusion.patient());
            var now = sql.now();
            ReportedInfusions.applied(sql, key, now);
            var alerts = new AlertCollector(rules, now);
            numbers.stream()
                    .flatMap(number -> EpisodePlaces.lock(sql, new PatientId(number)).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            bed -> compare(infusion, bed, alerts, now), () -> admit(sql, infusion, alerts, now));
            alerts.write(sql);
        });
    }

    /// A person may have admitted the patient before the report came.
    private void compare(ReportedInfusion infusion, OccupiedBed bed, AlertCollector alerts, Instant now) {
        var apart = Duration.between(bed.infusedAt(), infusion.infusedAt()).abs();
        if (apart.compareTo(SAME) >= 0) {
            alerts.raise(
                    bed.subjectWithoutEpisode(),
                    occurrence(
                            infusion,
                            List.of("The patient has an active episode with another infusion. Correct it, record a"
                                    + " further infusion, or discharge the patient first"),
                            now));
        }
    }

    private void admit(Sql sql, ReportedInfusion infusion, AlertCollector alerts, Instant now) {
        var present = ReportedStays.present(sql, infusion.patient());
        var person = ReportedStays.person(sql, infusion.patient());
        var birthDate = person.birthDate().flatMap(BirthDate::parse);
        var missing = missing(present, birthDate);
        if (!missing.isEmpty()) {
            alerts.raise(subject(infusion, present), occurrence(infusion, missing, now));
        } else if (FirstInfusions.isFree(sql, infusion.patient(), infusion.infusedAt())) {
            admit(sql, infusion, admission(sql, infusion, present.get(), person, birthDate.get(), now), alerts);
        }
    }

    private static List<String> missing(Optional<ReportedStay> present, Optional<BirthDate> birthDate) {
        var missing = new ArrayList<String>();
        if (birthDate.isEmpty()) {
            missing.add("The birth date is not known");
        }
        if (present.isEmpty()) {
            missing.add("The ward is not known");
        } else if (present.get().place().bed().isEmpty()) {
            missing.add("The bed is not known");
        }
        return missing;
    }

    private static AlertSubject subject(ReportedInfusion infusion, Optional<ReportedStay> present) {
        return new AlertSubject(
                Optional.empty(),
                Optional.of(infusion.patient()),
                present.flatMap(stay -> stay.place().ward()),
                present.flatMap(stay -> stay.place().bed()));
    }

    private static ReportedAdmission admission(
            Sql sql, ReportedInfusion infusion, ReportedStay stay, Person person, BirthDate birthDate, Instant now) {
        var ward = stay.place().ward().orElseThrow();
        return new ReportedAdmission(
                UUID.randomUUID(),
                infusion.patient(),
                name(person),
                birthDate,
                person.sex(),
                WardNames.first(sql, WardName.key(ward)).orElse(WardName.tidy(ward)),
                stay.place().bed().orElseThrow(),
                infusion.product(),
                infusion.infusedAt(),
                now,
                infusion.sender());
    }

    private static Optional<String> name(Person person) {
        return Optional.of(Stream.of(person.given(), person.family())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .filter(name -> !name.isEmpty());
    }

    private static void admit(Sql sql, ReportedInfusion infusion, ReportedAdmission admission, AlertCollector alerts) {
        EpisodePlaces.admit(sql, admission);
        if (!FirstInfusions.claim(sql, admission.patient(), admission.id(), admission.infusedAt())) {
            throw new IllegalStateException("Another episode took the infusion meanwhile");
        }
        Baselines.add(sql, admission.id(), admission.admittedAt(), Baseline.NONE, admission.admittedBy());
        Admittances.follow(sql, admission.id(), admission.patient());
        MachineEntries.append(
                sql,
                admission.admittedAt(),
                new MachineAct(
                        infusion.sender(),
                        "POST /v1/episodes",
                        infusion.patient(),
                        infusion.address(),
                        "The infusion was reported"));
        tellFormerWards(sql, admission, alerts);
    }

    private static void tellFormerWards(Sql sql, ReportedAdmission admission, AlertCollector alerts) {
        EpisodePlaces.former(
                        sql,
                        admission.patient(),
                        admission.id(),
                        admission.ward(),
                        admission.admittedAt().minus(ITS_PATIENT))
                .forEach(former -> alerts.raise(
                        new AlertSubject(
                                Optional.empty(),
                                Optional.of(former.patient()),
                                Optional.of(former.ward()),
                                Optional.of(former.bed())),
                        Occurrence.of(
                                AlertRule.PATIENT_MOVED,
                                new Condition.Happened(AlertType.PATIENT_MOVED, admission.id() + "|" + former.ward()),
                                new WardMoveWords(former.bed(), admission.admittedBy())
                                        .admitted(former.endedAt(), admission.ward()),
                                admission.admittedAt())));
    }

    private Occurrence occurrence(ReportedInfusion infusion, List<String> missing, Instant now) {
        return Occurrence.of(
                AlertRule.INFUSION_NOT_ADMITTED,
                new Condition.Happened(AlertType.INFUSION_NOT_ADMITTED, infusion.key()),
                new StayWords(infusion.sender(), now, rules.hospital())
                        .notAdmitted(infusion.product(), infusion.infusedAt(), missing),
                infusion.infusedAt());
    }
}
