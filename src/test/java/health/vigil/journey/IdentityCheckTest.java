package health.vigil.journey;

import health.vigil.grading.BirthDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static health.vigil.journey.TestJourney.by;
import static health.vigil.journey.TestJourney.minutes;
import static health.vigil.journey.TestJourney.override;
import static health.vigil.journey.TestJourney.reading;
import static org.assertj.core.api.Assertions.assertThat;

class IdentityCheckTest {
    private final TestJourney journey = new TestJourney();

    private CheckFinding finding() {
        return journey.finding(JourneyCheck.IDENTITY);
    }

    private void label(Optional<String> coiId, Optional<String> patientId, Optional<String> name, String born) {
        var old = journey.identity;
        journey.identity = new ProductIdentity(
                coiId,
                old.din(),
                old.sec(),
                old.apheresisIds(),
                old.productLot(),
                old.productIds(),
                old.bagIds(),
                patientId,
                name,
                Optional.of(born).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                old.expiresAt());
    }

    private void replaceSecond(IdentityReading reading) {
        journey.readings.set(1, reading);
    }

    @Test
    void twoUsersAtTheBedConfirmTheProduct() {
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        assertThat(finding().finding()).isEqualTo("confirmed at the bed by nurse-a and nurse-b");
    }

    @Test
    void oneUserIsNotTwo() {
        replaceSecond(reading("nurse-a", minutes(10)));

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).contains("by 1 of 2 users");
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void withoutAReadingItIsOpen() {
        journey.readings.clear();

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void aReadingCountsForFourHoursBeforeTheInfusion() {
        replaceSecond(reading("nurse-b", minutes(240)));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        replaceSecond(reading("nurse-b", minutes(240).minusMillis(1)));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
    }

    @Test
    void aReadingAfterTheStartDoesNotCount() {
        replaceSecond(reading("nurse-b", TestJourney.START.plusMillis(1)));

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
    }

    @Test
    void anotherProductAtTheBedIsAStop() {
        replaceSecond(differing("COI-2", "p-1", Optional.of("Ada Ward"), Optional.empty(), minutes(15)));

        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).isEqualTo("nurse-b read another coiId at the bed");
    }

    @Test
    void anotherPatientAtTheBedIsAStop() {
        replaceSecond(differing("COI-1", "p-2", Optional.of("Ada Ward"), Optional.empty(), minutes(15)));
        assertThat(finding().finding()).isEqualTo("nurse-b read another patientId at the bed");

        replaceSecond(differing("COI-1", "p-1", Optional.of("Bea Ward"), Optional.empty(), minutes(15)));
        assertThat(finding().finding()).isEqualTo("nurse-b read another name at the bed");

        var born = BirthDate.of(LocalDate.parse("1961-05-18"));
        replaceSecond(differing("COI-1", "p-1", Optional.empty(), Optional.of(born), minutes(15)));
        assertThat(finding().finding()).isEqualTo("nurse-b read another birthDate at the bed");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
    }

    @Test
    void theUsersNewerReadingTakesThePlaceOfAWrongOne() {
        journey.readings.add(differing("COI-2", "p-1", Optional.of("Ada Ward"), Optional.empty(), minutes(30)));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    private static IdentityReading differing(
            String coiId, String patientId, Optional<String> name, Optional<BirthDate> born, Instant at) {
        return new IdentityReading(coiId, patientId, name, born, by("nurse-b", at));
    }

    @Test
    void namesAreComparedWithoutCaseAndSpaces() {
        replaceSecond(differing("coi-1 ", "p-1", Optional.of(" ADA  WARD"), Optional.empty(), minutes(15)));

        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aLabelOfAnotherPatientIsAStop() {
        label(Optional.of("COI-1"), Optional.of("p-2"), Optional.empty(), "1961-05-17");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.empty(), "1961-05-18");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);

        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.of("Bea Ward"), "");
        assertThat(finding().state()).isEqualTo(CheckState.STOP);
        assertThat(finding().finding()).isEqualTo("the label on file names another patient");
    }

    @Test
    void aLabelThatIsNotOnFileIsOpenAndNamed() {
        label(Optional.empty(), Optional.empty(), Optional.empty(), "");

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        label(Optional.of("COI-1"), Optional.empty(), Optional.empty(), "");
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).isEqualTo("not recorded: patientIdOnLabel, nameOnLabel or dateOfBirthOnLabel");
    }

    @Test
    void theNameOrTheDateOfBirthOnTheLabelIsEnough() {
        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.of("Ada Ward"), "");
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);

        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.empty(), "1961-05-17");
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void noDecisionStandsForTheTwoUsers() {
        journey.readings.clear();
        journey.overrides.add(override("J-1", minutes(1)));

        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().stopsTheInfusion()).isTrue();
    }

    @Test
    void aNameThatNobodyComparedConfirmsNothingAtTheBed() {
        journey.name = Optional.empty();
        replaceSecond(differing("COI-1", "p-1", Optional.of("Ada Ward"), Optional.empty(), minutes(15)));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).contains("by 1 of 2 users").contains("name not on file");

        replaceSecond(differing("COI-1", "p-1", Optional.of("Ada Ward"), Optional.of(TestJourney.BORN), minutes(15)));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aYearOfBirthConfirmsNothingAtTheBed() {
        var year = BirthDate.parse("1961").orElseThrow();
        replaceSecond(differing("COI-1", "p-1", Optional.empty(), Optional.of(year), minutes(15)));
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);

        journey.born = year;
        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.of("Ada Ward"), "");
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        replaceSecond(reading("nurse-b", minutes(15)));
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
    }

    @Test
    void aNameThatNobodyComparedConfirmsNothingOnTheLabel() {
        journey.name = Optional.empty();
        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.of("Ada Ward"), "");
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
        assertThat(finding().finding()).startsWith("label: name not on file");

        label(Optional.of("COI-1"), Optional.of("p-1"), Optional.of("Ada Ward"), "1961-05-17");
        assertThat(finding().state()).isEqualTo(CheckState.GREEN);
        journey.born = BirthDate.parse("1961-05").orElseThrow();
        assertThat(finding().state()).isEqualTo(CheckState.OPEN);
    }

    @Test
    void theHospitalSetsHowLongAReadingCounts() {
        var strict = new JourneyPolicy(
                "local",
                Optional.empty(),
                ReadinessList.DEFAULT,
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofDays(3));

        assertThat(journey.finding(JourneyCheck.IDENTITY, strict).state()).isEqualTo(CheckState.OPEN);
    }
}
