package health.vigil.history;

import health.vigil.alert.AmendedGrade;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Grade.ONE;
import static health.vigil.grading.Grade.TWO;
import static health.vigil.grading.Grade.UNKNOWN;
import static health.vigil.grading.Grade.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

/// Tests when a past grade counts as amended. Times are hours since the admission.
class DisplayedHistoryTest {
    private static final Instant ADMISSION = Instant.parse("2026-03-01T08:00:00Z");
    private static final double NOW = 30;
    private static final double QUARTER = 0.25;
    private static final Optional<ObservationId> OBSERVED = Optional.of(ObservationIds.of("o-1"));
    private static final Set<Syndrome> NEVER_GRADED = Set.of();
    private static final Set<Syndrome> GRADED = Set.of(Syndrome.CRS);

    private static Instant at(double hour) {
        return ADMISSION.plus(Duration.ofSeconds(Math.round(hour * 3600)));
    }

    /// A change at an hour.
    private record Step(double hour, Grade from, Grade to, Optional<ObservationId> cause) {}

    private static Step step(double hour, Grade from, Grade to) {
        return new Step(hour, from, to, OBSERVED);
    }

    private static Step byTime(double hour, Grade from, Grade to) {
        return new Step(hour, from, to, Optional.empty());
    }

    private static DisplayedHistory history(Set<Syndrome> graded, double toldTo, double contested, Step... steps) {
        var told = new ArrayList<RecordedChange>();
        for (var step : steps) {
            told.add(new RecordedChange(
                    told.size(), UUID.randomUUID(), Syndrome.CRS, at(step.hour), step.from, step.to));
        }
        return new DisplayedHistory(told, at(toldTo), ADMISSION, graded, new AmendmentWindow(Map.of(), at(contested)));
    }

    /// The recorded history up to now, before a late observation arrives.
    private static DisplayedHistory history(Set<Syndrome> graded, Step... steps) {
        return history(graded, NOW, NOW - QUARTER, steps);
    }

    private static List<GradeChange> changes(Step... steps) {
        var known = new ArrayList<GradeChange>();
        for (var step : steps) {
            known.add(new GradeChange(Syndrome.CRS, at(step.hour), step.from, step.to, step.cause));
        }
        return known;
    }

    private static AmendedGrade amended(double from, Grade shown, Grade known) {
        return new AmendedGrade(Syndrome.CRS, at(from), shown, known, OBSERVED);
    }

    private static AmendedGrade undone(double from, Grade shown, Grade known) {
        return new AmendedGrade(Syndrome.CRS, at(from), shown, known, Optional.empty());
    }

    @Test
    void whatWasShownAsZeroAndWasOneIsAmended() {
        var found = history(GRADED).contradictedBy(changes(step(10, ZERO, ONE)));

        assertThat(found).containsExactly(amended(10, ZERO, ONE));
    }

    @Test
    void whatWasShownAsNotKnownAndWasOneIsAmended() {
        var found = history(NEVER_GRADED, step(2, UNKNOWN, ZERO), byTime(26, ZERO, UNKNOWN))
                .contradictedBy(changes(step(2, UNKNOWN, ZERO), byTime(26, ZERO, UNKNOWN), step(27, UNKNOWN, ONE)));

        assertThat(found).containsExactly(amended(27, UNKNOWN, ONE));
    }

    @Test
    void whatWasShownAsNotKnownAndWasZeroIsNot() {
        var found = history(NEVER_GRADED, step(2, UNKNOWN, ZERO), byTime(26, ZERO, UNKNOWN))
                .contradictedBy(changes(step(2, UNKNOWN, ZERO)));

        assertThat(found).isEmpty();
    }

    @Test
    void aGradeThatIsNotKnownAfterAllIsAmended() {
        var found = history(NEVER_GRADED, step(10, UNKNOWN, ZERO)).contradictedBy(changes());

        assertThat(found).containsExactly(undone(10, ZERO, UNKNOWN));
    }

    @Test
    void aDayFromBeforeTheAdmissionAmendsNothing() {
        var found = history(NEVER_GRADED, 0.01, 0.02 - QUARTER)
                .contradictedBy(changes(step(-20, UNKNOWN, ZERO), step(-10, ZERO, ONE)));

        assertThat(found).isEmpty();
    }

    @Test
    void aPatientWithoutAGradeIsShownAsNotKnownFromTheAdmissionOn() {
        var found = history(NEVER_GRADED).contradictedBy(changes(step(-2, UNKNOWN, ONE)));

        assertThat(found).containsExactly(undone(0, UNKNOWN, ONE));
    }

    @Test
    void onceGradedAPatientIsShownAsNotKnownAlsoBeforeTheAdmission() {
        var found = history(GRADED).contradictedBy(changes(step(-2, UNKNOWN, ONE)));

        assertThat(found).containsExactly(amended(-2, UNKNOWN, ONE));
    }

    @Test
    void whatWasShownIsComparedAtEveryInstant() {
        var found = history(NEVER_GRADED, step(2, UNKNOWN, ONE), step(4, ONE, TWO))
                .contradictedBy(changes(step(1, UNKNOWN, TWO)));

        assertThat(found).containsExactly(amended(1, UNKNOWN, TWO), undone(2, ONE, TWO));
    }

    @Test
    void theSameGradeForAnotherReasonAmendsNothing() {
        var found = history(GRADED, step(4, ZERO, ONE), step(6, ONE, ZERO))
                .contradictedBy(changes(step(4, ZERO, ONE), byTime(6, ONE, ZERO)));

        assertThat(found).isEmpty();
    }

    @Test
    void whatIsChartedWithinAQuarterOfAnHourAmendsNothing() {
        var onTime = history(GRADED).contradictedBy(changes(step(NOW - QUARTER + 0.001, ZERO, TWO)));
        var late = history(GRADED).contradictedBy(changes(step(NOW - QUARTER, ZERO, TWO)));

        assertThat(onTime).isEmpty();
        assertThat(late).containsExactly(amended(NOW - QUARTER, ZERO, TWO));
    }

    @Test
    void sinceTheHistoryWasToldTheLastGradeWasShown() {
        var found = history(GRADED, 10, NOW - QUARTER).contradictedBy(changes(step(20, ZERO, ONE)));

        assertThat(found).containsExactly(amended(20, ZERO, ONE));
    }

    @Test
    void timeGoingOnAmendsNothing() {
        var found = history(GRADED, 10, NOW - QUARTER, step(2, ZERO, ONE))
                .contradictedBy(changes(step(2, ZERO, ONE), byTime(26, ONE, ZERO)));

        assertThat(found).isEmpty();
    }

    private static Observation observation(String id, double hour) {
        return new Observation(
                ObservationIds.of(id), new PatientId("p-1"), at(hour), at(NOW), new Death(DeathCause.OTHER));
    }

    private static Step step(double hour, Grade from, Grade to, Observation cause) {
        return new Step(hour, from, to, Optional.of(cause.id()));
    }

    /// A pressure falls, and an earlier observation is charted afterwards.
    @Test
    void whatIsToldFirstDoesNotDependOnHowRecordsFallIntoBatches() {
        var low = observation("low", 20);
        var earlier = observation("earlier", 10);
        var nothing = observation("nothing", 5);

        var alone = Revision.of(history(GRADED), changes(step(20, ONE, TWO, low)));
        var together = Revision.of(history(GRADED), changes(step(10, ONE, ZERO, earlier), step(20, ZERO, TWO, low)));

        assertThat(alone.firstAmended(List.of(low)))
                .hasValueSatisfying(first -> assertThat(first.cause()).contains(low.id()));
        assertThat(together.firstAmended(List.of(nothing, low, earlier)).map(AmendedGrade::from))
                .isEqualTo(alone.firstAmended(List.of(low)).map(AmendedGrade::from));
    }

    @Test
    void aReadingIsInTimeWhateverIsCorrectedInTheSameBatch() {
        var reading = observation("reading", NOW - 0.2);
        var window = AmendmentWindow.of(List.of(reading)).correctedAt(at(NOW));

        var found = new DisplayedHistory(List.of(), at(NOW), ADMISSION, GRADED, window)
                .contradictedBy(changes(byTime(20, ONE, ZERO), step(NOW - 0.2, ZERO, TWO, reading)));

        assertThat(found).containsExactly(undone(20, ONE, ZERO));
    }

    @Test
    void whatWasTakenBackIsToldFromItsTimeOn() {
        var revision = Revision.of(history(GRADED, step(10, ZERO, ONE)), changes());

        assertThat(revision.firstAmended(List.of())).contains(undone(10, ONE, ZERO));
    }
}
