package health.vigil.monitor.loop;

import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReportBuilder;
import health.vigil.monitor.round.StayRound;
import health.vigil.monitor.round.StaySettings.DischargeMode;
import health.vigil.observation.PatientId;
import health.vigil.store.ReportedInfusions;
import health.vigil.store.ReportedInfusions.ReportedInfusion;
import health.vigil.store.ReportedMerges;
import health.vigil.store.ReportedMerges.ReportedMerge;
import health.vigil.store.ReportedStays;
import health.vigil.store.SentStay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.monitor.loop.MonitoredWard.newPatient;
import static org.assertj.core.api.Assertions.assertThat;

/// What registration systems report is applied to the patients who are watched. No other rounds and no reader run
/// here.
class StayRoundTest {
    private static final String LOCATION = "W1";

    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();
    private final StayRound round = bench.stays();
    private final PatientId patient = newPatient();
    private final UUID episode = ward.admit(patient, 24);
    private final Instant start = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);

    private Instant at(int second) {
        return start.plusSeconds(second);
    }

    private StayReportBuilder event(StayChange change, int second) {
        return StayReportBuilder.of(change, patient, at(second));
    }

    /// Stores a report as ingest does, where every location is the ward of its name. `X` is no ward.
    private void store(StayReportBuilder event) {
        var report = event.report();
        var ofWard = report.place().location().filter(name -> !name.equals("X"));
        bench.database()
                .execute(sql ->
                        ReportedStays.write(sql, List.of(new SentStay(report, ofWard, "adt", "10.0.0.1", at(600)))));
    }

    private void apply(StayReportBuilder event) {
        store(event);
        round.fire();
    }

    private String place() {
        return ward.text("select ward || ' ' || bed as t from episode where id = ?", episode)
                .orElseThrow();
    }

    private long alerts(String type) {
        return alerts(patient, type);
    }

    private long alerts(PatientId of, String type) {
        return ward.count("alert where patient_id = ? and type = ? and state <> 'resolved'", of.value(), type);
    }

    private long merges(PatientId old, PatientId into) {
        return ward.count(
                "patient_merge where old_id = ? and into_id = ? and ended_at is null", old.value(), into.value());
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "ADMITTED", "MOVED"})
    void aMoveMovesTheActiveEpisode(StayChange change) {
        apply(event(change, 1).in("W2", "12"));

        assertThat(place()).isEqualTo("W2 12");
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'patient-moved' and ward = 'W1' and detail like ?",
                        patient.value(),
                        "Bed 7: moved to bed 12 of W2 by adt"))
                .isOne();
        assertThat(ward.count(
                        "audit where patient_id = ? and actor = 'adt' and source = '10.0.0.1' and action = ?",
                        patient.value(),
                        "PATCH /v1/episodes/" + episode))
                .isOne();
    }

    @Test
    void aMoveTakesTheOpenAlertsAlong() {
        apply(event(StayChange.ENDED, 1).in(LOCATION, "7"));
        assertThat(alerts("stay-ended")).isOne();

        ward.change("update stay set state = 'open' where patient_id = ?", patient.value());
        store(event(StayChange.MOVED, 2).in("W2", "12"));
        round.fire();

        assertThat(ward.count(
                        "alert_event e join alert a on a.id = e.alert_id where a.patient_id = ? and e.ward = 'W2'",
                        patient.value()))
                .isPositive();
    }

    @Test
    void aMoveWithinTheWardAlertsNobody() {
        apply(event(StayChange.MOVED, 1).in("w1", "9"));

        assertThat(place()).isEqualTo("W1 9");
        assertThat(alerts("patient-moved")).isZero();
    }

    @Test
    void aPlannedStayMovesThePatientWhenItBegins() {
        apply(event(StayChange.PLANNED, 1).in("W2", "12"));
        assertThat(place()).isEqualTo("W1 7");
        assertThat(alerts("stay-ended")).isZero();

        apply(event(StayChange.ADMITTED, 2).in("W2", "12"));
        assertThat(place()).isEqualTo("W2 12");
    }

    @Test
    void aPlannedStayThatIsCancelledIsNoEnd() {
        apply(event(StayChange.PLANNED, 1).in("W2", "12"));
        apply(event(StayChange.CANCELLED, 2).in("W2", "12"));

        assertThat(alerts("stay-ended")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "E", "AMB"})
    void aVisitToAClinicDoesNotMoveAnInpatient(String category) {
        apply(event(StayChange.ADMITTED, 1).in(LOCATION, "7"));
        var visit = event(StayChange.ADMITTED, 2)
                .visit(Optional.of("clinic-" + patient))
                .category(category);

        apply(visit.in("W2", "12"));

        assertThat(place()).isEqualTo("W1 7");
        assertThat(bench.database()
                        .read(sql -> ReportedStays.present(sql, patient))
                        .flatMap(stay -> stay.place().ward()))
                .contains("W1");
    }

    @Test
    void aStayOfAnOutpatientMovesAPatientWithoutAnotherStay() {
        apply(event(StayChange.ADMITTED, 1).category("O").in("W2", "12"));

        assertThat(place()).isEqualTo("W2 12");
    }

    /// The bed of the old ward is not one of the new ward.
    @Test
    void aMoveToAnotherWardWithoutABedLeavesTheOldBed() {
        apply(event(StayChange.MOVED, 1).in("W2"));
        assertThat(place()).isEqualTo("W2 unknown");

        apply(event(StayChange.UPDATED, 2).in("W2", "12"));
        assertThat(place()).isEqualTo("W2 12");
    }

    @Test
    void aMoveWithinTheWardWithoutABedKeepsTheBed() {
        apply(event(StayChange.MOVED, 1).in("w1"));

        assertThat(place()).isEqualTo("W1 7");
    }

    @Test
    void aCancelledTransferMovesBack() {
        apply(event(StayChange.MOVED, 1).in("W2", "12"));
        apply(event(StayChange.MOVED, 2).in("W1", "7"));

        assertThat(place()).isEqualTo("W1 7");
    }

    @Test
    void anOlderEventMovesNobody() {
        apply(event(StayChange.MOVED, 5).in("W2", "12"));
        apply(event(StayChange.MOVED, 4).in("W3", "1"));

        assertThat(place()).isEqualTo("W2 12");
    }

    @Test
    void aPlaceThatWasSaidBeforeTheAdmissionMovesNobody() {
        apply(event(StayChange.MOVED, -3600).in("W2", "12"));

        assertThat(place()).isEqualTo("W1 7");
    }

    /// A person who moved the patient knows better than what the registration said before.
    @Test
    void aPlaceIsAppliedOnce() {
        apply(event(StayChange.MOVED, 1).in("W2", "12"));
        ward.change("update episode set bed = '14', placed_at = ? where id = ?", at(2), episode);

        apply(event(StayChange.UPDATED, 3).in("W2", "12"));
        apply(event(StayChange.MOVED, 1).in("W2", "12"));
        assertThat(place()).isEqualTo("W2 14");

        apply(event(StayChange.MOVED, 4).in("W2", "12"));
        assertThat(place()).isEqualTo("W2 12");
    }

    @Test
    void aLocationThatIsNotMappedMovesNobody() {
        apply(event(StayChange.MOVED, 1).in("X", "12"));

        assertThat(place()).isEqualTo("W1 7");
    }

    @Test
    void aStayMakesNoEpisode() {
        var other = newPatient();

        apply(StayReportBuilder.of(StayChange.UPDATED, other, at(1)).in("W1", "8"));

        assertThat(ward.count("episode where patient_id = ?", other.value())).isZero();
        assertThat(ward.count("stay where patient_id = ? and applied_at is not null", other.value()))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "CANCELLED"})
    void theEndOfAStayIsToldOnceAndEndsNothing(StayChange change) {
        apply(event(StayChange.UPDATED, 1).in(LOCATION, "7"));
        apply(event(change, 2).in(LOCATION, "7"));
        apply(event(StayChange.UPDATED, 3).in(LOCATION, "7"));

        assertThat(alerts("stay-ended")).isOne();
        assertThat(ward.count("episode where id = ? and status = 'active'", episode))
                .isOne();
    }

    @Test
    void aStayThatIsOpenAgainResolvesItsAlert() {
        apply(event(StayChange.ENDED, 1).in(LOCATION, "7"));
        apply(event(StayChange.REOPENED, 2).in(LOCATION, "7"));
        assertThat(alerts("stay-ended")).isZero();

        apply(event(StayChange.ENDED, 3).in(LOCATION, "7"));
        assertThat(alerts("stay-ended")).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "CANCELLED"})
    void aNewAdmissionOpensTheStayAgain(StayChange change) {
        apply(event(StayChange.ADMITTED, 1).in(LOCATION, "7"));
        apply(event(change, 2).in(LOCATION, "7"));
        assertThat(alerts("stay-ended")).isOne();

        apply(event(StayChange.ADMITTED, 3).in(LOCATION, "9"));

        assertThat(alerts("stay-ended")).isZero();
        assertThat(place()).isEqualTo("W1 9");
    }

    @Test
    void anotherOpenStayInAWardIsNoEnd() {
        apply(event(StayChange.UPDATED, 1).in(LOCATION, "7"));
        apply(event(StayChange.UPDATED, 2).visit(Optional.of("clinic")).in("X"));

        apply(event(StayChange.ENDED, 3).visit(Optional.of("clinic")).in("X"));

        assertThat(alerts("stay-ended")).isZero();
    }

    @Test
    void anEndEndsTheEpisodeIfTheHospitalSaysSo() {
        var applying = bench.stays(() -> DischargeMode.APPLY);
        store(event(StayChange.ENDED, 1).in(LOCATION, "7"));
        applying.fire();

        assertThat(ward.count("episode where id = ? and status = 'ended' and ended_at = ?", episode, at(1)))
                .isOne();
        assertThat(alerts("stay-ended")).isZero();
        assertThat(ward.count(
                        "audit where patient_id = ? and actor = 'adt' and action = ?",
                        patient.value(),
                        "POST /v1/episodes/" + episode + "/discharge"))
                .isOne();

        store(event(StayChange.REOPENED, 2).in(LOCATION, "7"));
        applying.fire();
        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'stay-ended' and state = 'open' and ward = 'W1'",
                        patient.value()))
                .isOne();
    }

    @Test
    void aCancelledAdmissionNeverEndsTheEpisode() {
        var applying = bench.stays(() -> DischargeMode.APPLY);
        store(event(StayChange.CANCELLED, 1).in(LOCATION, "7"));
        applying.fire();

        assertThat(ward.count("episode where id = ? and status = 'active'", episode))
                .isOne();
        assertThat(alerts("stay-ended")).isOne();
    }

    /// A discharge would end the alert about the death, which a physician has to enter.
    @Test
    void aDeathNeverEndsTheEpisode() {
        var applying = bench.stays(() -> DischargeMode.APPLY);
        store(event(StayChange.ENDED, 1).in(LOCATION, "7").dead());
        applying.fire();

        assertThat(ward.count("episode where id = ? and status = 'active'", episode))
                .isOne();
        assertThat(alerts("death-reported")).isOne();
    }

    @Test
    void anotherBirthDateIsToldAndChangesNothing() {
        apply(event(StayChange.UPDATED, 1).born(Optional.of("1980-05-05")));
        apply(event(StayChange.UPDATED, 2).born(Optional.of("1980-05-05")));

        assertThat(alerts("demographics-differ")).isOne();
        assertThat(ward.count("episode where id = ? and birth_date = date '1970-01-01'", episode))
                .isOne();

        apply(event(StayChange.UPDATED, 3));
        assertThat(alerts("demographics-differ")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970", "1970-01", "1970-01-01", "0000-00-00", "unknown"})
    void aLessExactBirthDateDoesNotDiffer(String date) {
        apply(event(StayChange.UPDATED, 1).born(Optional.of(date)));

        assertThat(alerts("demographics-differ")).isZero();
    }

    /// The message of a FHIR Patient names no visit.
    @Test
    void aDeathIsToldAndNeverEntered() {
        apply(event(StayChange.UPDATED, 1).visit(Optional.empty()).dead());

        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'death-reported' and state = 'open' and priority = 'high'",
                        patient.value()))
                .isOne();
        assertThat(ward.count("observation where patient_id = ? and kind = 'death'", patient.value()))
                .isZero();
    }

    @Test
    void aDeathThatIsTakenBackResolvesItsAlert() {
        apply(event(StayChange.ENDED, 1).in(LOCATION, "7").dead());
        assertThat(alerts("death-reported")).isOne();

        apply(event(StayChange.REOPENED, 2).in(LOCATION, "7"));
        assertThat(alerts("death-reported")).isZero();
    }

    @Test
    void aStayThatIsCorrectedToAnotherPatientSaysNothingAboutTheFirst() {
        var visit = Optional.of("wrong-" + patient);
        apply(event(StayChange.ADMITTED, 1).in(LOCATION, "7"));
        apply(event(StayChange.ENDED, 2).visit(visit).in(LOCATION, "7").dead());
        assertThat(alerts("death-reported")).isOne();
        var other = newPatient();
        ward.admit(other, 24);

        apply(StayReportBuilder.of(StayChange.UPDATED, other, at(3)).visit(visit));
        round.fire();

        assertThat(alerts("death-reported")).isZero();
        assertThat(alerts(other, "death-reported")).isZero();
    }

    /// The last event decides, in whatever order the events come and however often the round runs meanwhile.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theOrderOfEventsDoesNotMatter(long seed) {
        var events = new ArrayList<>(List.of(
                event(StayChange.UPDATED, 1).in(LOCATION, "7"),
                event(StayChange.MOVED, 2).in("W2", "3"),
                event(StayChange.ENDED, 3).in("W2", "3"),
                event(StayChange.MOVED, 4).in("W3", "5"),
                event(StayChange.REOPENED, 5).in("W4", "6")));
        Collections.shuffle(events, new Random(seed));

        events.forEach(this::apply);

        assertThat(place()).isEqualTo("W4 6");
        assertThat(alerts("stay-ended")).isZero();
    }

    private void report(PatientId old, PatientId into, boolean joined, int second) {
        bench.database()
                .execute(sql -> ReportedMerges.add(
                        sql, new ReportedMerge("adt", old, into, joined, at(second), "10.0.0.1", at(600))));
        round.fire();
    }

    /// Does what the monitors of the partitions do.
    private void settle(PatientId old) {
        ward.change(
                "update patient_merge set handed_over_at = now(), known_at = now() where old_id = ? and known_at is null",
                old.value());
        ward.change(
                "update patient_merge set ended_at = now() where old_id = ? and end_asked_at is not null and ended_at is null",
                old.value());
    }

    @Test
    void numbersOfOnePatientAreMergedLikeByAPerson() {
        var old = newPatient();

        report(old, patient, true, 1);

        assertThat(ward.count(
                        "patient_merge where old_id = ? and into_id = ? and asked_by = 'adt'",
                        old.value(),
                        patient.value()))
                .isOne();
        assertThat(ward.count(
                        "outbox where topic = 'vigil.observations' and key = ? and value like '%patient-merged%'",
                        old.value()))
                .isOne();
        assertThat(ward.count("audit where patient_id = ? and action like '%/merge' and actor = 'adt'", old.value()))
                .isOne();
    }

    @Test
    void twoActiveEpisodesAreNeverMerged() {
        var other = newPatient();
        ward.admit(other, 24);

        report(other, patient, true, 1);

        assertThat(merges(other, patient)).isZero();
        assertThat(ward.count(
                        "alert where patient_id in (?, ?) and type = 'patient-merged' and priority = 'high'",
                        patient.value(),
                        other.value()))
                .isOne();
    }

    @Test
    void numbersThatNobodyKnowsAreNotMerged() {
        var old = newPatient();
        var into = newPatient();

        report(old, into, true, 1);

        assertThat(merges(old, into)).isZero();
    }

    @Test
    void aCycleEndsAtTheNumberThatStands() {
        var other = newPatient();
        report(other, patient, true, 1);
        settle(other);

        report(patient, other, true, 2);

        assertThat(merges(other, patient)).isOne();
        assertThat(merges(patient, other)).isZero();
        assertThat(alerts("patient-merged")).isZero();
    }

    @Test
    void aChainIsMergedAtItsEnd() {
        var first = newPatient();
        var third = newPatient();
        report(first, patient, true, 1);
        settle(first);

        report(third, first, true, 2);
        settle(third);
        assertThat(merges(third, patient)).isOne();

        var fourth = newPatient();
        report(patient, fourth, true, 3);
        assertThat(merges(fourth, patient)).isOne();
    }

    @Test
    void whatIsUnderWayIsWaitedFor() {
        var first = newPatient();
        var second = newPatient();
        report(first, patient, true, 1);

        report(second, first, true, 2);

        assertThat(merges(second, patient)).isZero();
        assertThat(ward.count("reported_merge where old_id = ? and due_at is not null", second.value()))
                .isOne();
        settle(first);
        ward.change("update reported_merge set due_at = now() where old_id = ?", second.value());
        round.fire();
        assertThat(merges(second, patient)).isOne();
    }

    @Test
    void aSeparationEndsTheMerge() {
        var old = newPatient();
        report(old, patient, true, 1);
        settle(old);

        report(old, patient, false, 2);

        assertThat(ward.count("patient_merge where old_id = ? and end_asked_by = 'adt'", old.value()))
                .isOne();
    }

    @Test
    void aMergeThatIsOlderThanTheSeparationMergesNothing() {
        var old = newPatient();
        report(old, patient, false, 2);

        report(old, patient, true, 1);

        assertThat(merges(old, patient)).isZero();
    }

    @Test
    void numbersOfAThirdOneAreSeparatedByAPerson() {
        var first = newPatient();
        var second = newPatient();
        report(first, patient, true, 1);
        settle(first);
        report(second, patient, true, 2);
        settle(second);

        report(first, second, false, 3);

        assertThat(alerts("patient-merged")).isOne();
        assertThat(ward.count("patient_merge where end_asked_at is not null and into_id = ?", patient.value()))
                .isZero();
    }

    private void infused(PatientId who, Instant when) {
        bench.database()
                .execute(sql -> ReportedInfusions.put(
                        sql, new ReportedInfusion("key-" + who, "ehr", who, "axi-cel", when, "10.0.0.2", at(600))));
        round.fire();
    }

    @Test
    void anInfusionAdmitsThePatientOfAStay() {
        var other = newPatient();
        apply(StayReportBuilder.of(StayChange.UPDATED, other, at(1)).in("W2", "4"));

        infused(other, at(-60));
        infused(other, at(-60));

        assertThat(ward.count(
                        "episode where patient_id = ? and ward = 'W2' and bed = '4' and product = 'axi-cel' and status = 'active'"
                                + " and infused_at = ? and admitted_by = 'ehr' and birth_date = date '1970-01-01'"
                                + " and name = 'Ada Ward'",
                        other.value(),
                        at(-60)))
                .isOne();
        assertThat(ward.count("first_infusion where patient_id = ?", other.value()))
                .isOne();
        assertThat(ward.count("outbox where key = ? and value like '%episode-admitted%'", other.value()))
                .isOne();
        assertThat(ward.count(
                        "timer t join episode e on e.id::text = t.subject where t.kind = 'check' and e.patient_id = ?",
                        other.value()))
                .isOne();
        assertThat(ward.count("audit where patient_id = ? and action = 'POST /v1/episodes'", other.value()))
                .isOne();
    }

    @Test
    void anInfusionAdmitsNobodyIntoAPlannedStay() {
        var other = newPatient();
        apply(StayReportBuilder.of(StayChange.PLANNED, other, at(1)).in("W2", "4"));

        infused(other, at(-60));

        assertThat(ward.count("episode where patient_id = ?", other.value())).isZero();
        assertThat(alerts(other, "infusion-not-admitted")).isOne();
    }

    @Test
    void anotherInfusionOfAnActiveEpisodeIsToldToTheWard() {
        infused(patient, at(-60));

        assertThat(alerts("infusion-not-admitted")).isOne();
        assertThat(ward.count("episode where patient_id = ?", patient.value())).isOne();
    }

    @Test
    void theInfusionOfAnAdmissionByAPersonIsNoNews() {
        var other = newPatient();
        ward.admit(other, at(-7200));

        infused(other, at(-7200).plus(Duration.ofSeconds(30)));

        assertThat(alerts(other, "infusion-not-admitted")).isZero();
    }

    @Test
    void anInfusionWithoutAPlaceIsToldToEverybody() {
        var other = newPatient();

        infused(other, at(-60));

        assertThat(ward.count(
                        "alert where patient_id = ? and type = 'infusion-not-admitted' and ward is null and detail like ?",
                        other.value(),
                        "%The birth date is not known. The ward is not known"))
                .isOne();
    }

    @Test
    void whatConcernsNobodyWhoWasAdmittedIsRemovedAfterADay() {
        var other = newPatient();
        apply(StayReportBuilder.of(StayChange.UPDATED, other, at(1)).in("X", "4"));
        apply(event(StayChange.UPDATED, 1).in("X", "4"));
        ward.change("update stay set received_at = received_at - interval '2 days' where due_at is null");

        bench.stays().fire();

        assertThat(ward.count("stay where patient_id = ?", other.value())).isZero();
        assertThat(ward.count("stay where patient_id = ?", patient.value())).isOne();
    }
}
