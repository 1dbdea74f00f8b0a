package health.vigil.patient.journey;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.store.ChartedDose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A dose of an infusion record and the doses that are charted already.
class DoseMatchTest {
    private static final Instant GIVEN = Instant.parse("2026-02-09T09:00:00Z");
    private static final Duration STEP = Duration.ofNanos(1000);

    private static Submission recorded(Drug drug) {
        return new Submission(
                new ObservationId(new Sender("nurse-a"), "premedication-1"),
                new Subject.ByPatient(new PatientId("p-1")),
                GIVEN,
                new Medication(drug, Optional.empty(), Optional.empty(), Optional.of(Indication.PREMEDICATION)),
                Optional.empty());
    }

    private static ChartedDose charted(String id, Duration later) {
        return new ChartedDose(id, GIVEN.plus(later), Optional.empty());
    }

    private static ChartedDose charted(String id, int minutesLater) {
        return charted(id, Duration.ofMinutes(minutesLater));
    }

    private static Optional<DoseMatch> match(Drug drug, ChartedDose... charted) {
        return DoseMatch.of(recorded(drug), List.of(charted));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, true", "31, false", "-29, true", "-30, true", "-31, false"})
    void aDoseThatSomebodyElseChartedInHalfAnHourIsTheSame(int minutes, boolean same) {
        assertThat(match(Drug.ACETAMINOPHEN, charted("by-hand", minutes)).filter(DoseMatch::same))
                .isEqualTo(Optional.of(new DoseMatch(charted("by-hand", minutes), recorded(Drug.ACETAMINOPHEN), true))
                        .filter(_ -> same));
    }

    @Test
    void halfAnHourAndAnInstantIsAnotherDose() {
        assertThat(match(Drug.ACETAMINOPHEN, charted("by-hand", ChartedDose.SAME_DOSE_WITHIN.plus(STEP))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PREMEDICATION, true", "PROPHYLAXIS, true", "FEVER, false", "PAIN, false", "REPLACEMENT, false"})
    void aDoseForSomethingElseIsAnotherOne(Indication indication, boolean same) {
        var dose = new ChartedDose("by-hand", GIVEN.plus(Duration.ofMinutes(10)), Optional.of(indication));

        assertThat(match(Drug.ACETAMINOPHEN, dose).isPresent()).isEqualTo(same);
    }

    @Test
    void theDoseOfAnotherRecordIsTheSameOnlyInTheSameMinute() {
        assertThat(match(Drug.ACETAMINOPHEN, charted("premedication-2", 1))).isEmpty();
        assertThat(match(Drug.ACETAMINOPHEN, charted("premedication-2", Duration.ofSeconds(59))))
                .isPresent();
    }

    @Test
    void ofSeveralTheNearestIsTheSame() {
        assertThat(match(Drug.ACETAMINOPHEN, charted("far", -20), charted("near", 10))
                        .map(match -> match.charted().id()))
                .contains("near");
    }

    @Test
    void aDrugWithALimitIsNeverTakenForAnotherEntryUnsaid() {
        var apart = match(Drug.TOCILIZUMAB, charted("by-hand", 10)).orElseThrow();
        var together = match(Drug.TOCILIZUMAB, charted("by-hand", 0)).orElseThrow();

        assertThat(apart.same()).isFalse();
        assertThat(apart.note())
                .contains("tocilizumab at 2026-02-09T09:00:00Z of this record and tocilizumab charted for"
                        + " 2026-02-09T09:10:00Z both count, because this drug has a dose limit."
                        + " If they are one dose, retract one");
        assertThat(together.same()).isTrue();
        assertThat(together.note()).hasValueSatisfying(note -> assertThat(note).contains("counts once"));
    }

    /// What the record before charted stands, and so does what somebody charted beside it.
    @Test
    void aDoseBesideOneOfTheRecordBeforeIsSaidIfItsDrugHasALimit() {
        for (var minutes : List.of(0, 10, -30)) {
            assertThat(DoseMatch.beside(recorded(Drug.TOCILIZUMAB), List.of(charted("by-hand", minutes)))
                            .flatMap(DoseMatch::note))
                    .hasValueSatisfying(note -> assertThat(note).contains("both count"));
        }
        assertThat(DoseMatch.beside(recorded(Drug.TOCILIZUMAB), List.of(charted("by-hand", 31))))
                .isEmpty();
        assertThat(DoseMatch.beside(recorded(Drug.ACETAMINOPHEN), List.of(charted("by-hand", 10))))
                .isEmpty();
    }

    @Test
    void anotherMinuteIsSaidAndTheSameMinuteIsNot() {
        assertThat(match(Drug.ACETAMINOPHEN, charted("by-hand", 10)).flatMap(DoseMatch::note))
                .hasValueSatisfying(note -> assertThat(note).contains("charted for 2026-02-09T09:10:00Z"));
        assertThat(match(Drug.ACETAMINOPHEN, charted("by-hand", Duration.ofSeconds(20)))
                        .flatMap(DoseMatch::note))
                .isEmpty();
    }
}
