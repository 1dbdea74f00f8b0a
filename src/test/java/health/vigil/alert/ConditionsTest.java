package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.grading.Unknown;
import health.vigil.observation.HomeSign;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.VitalSign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.alert.NewsBuilder.news;
import static org.assertj.core.api.Assertions.assertThat;

/// A condition is found again by its key, and a grade report decides whether it still holds.
class ConditionsTest {
    private static final Condition CRS_TWO = new Condition.GradeReached(Syndrome.CRS, Grade.TWO);
    private static final Condition COURSE = new Condition.ActiveCourse();
    private static final Condition MASKED = new Condition.FlagUp(Syndrome.CRS, Flag.POSSIBLE_MASKED_CRS);

    /// Conditions about which a grade report decides nothing.
    static Stream<Condition> others() {
        return Stream.of(
                new Condition.Implausible(VitalSign.SPO2),
                new Condition.Implausible(VitalSign.SPO2, true),
                new Condition.CheckOverdue(Check.ICE),
                new Condition.DeviceSilent("mon-1"),
                new Condition.DeviceUnused("mon-1"),
                new Condition.DoseLimitExceeded("day", ObservationIds.of("d")),
                new Condition.IdsUsedAgain("mon-1"),
                new Condition.PatientsDiffer("mon-1"),
                new Condition.OtherPatientsDevice("mon-1"),
                new Condition.RecordsWait("mon-1"),
                new Condition.StayEnded(),
                new Condition.Technical(AlertRule.OUTBOX_LATE, ""),
                new Condition.Happened(AlertType.GRADE_AMENDED, "history"));
    }

    static List<Condition> graded() {
        var graded = new ArrayList<Condition>(List.of(COURSE));
        Arrays.stream(HomeSign.values()).map(Condition.SignAtHome::new).forEach(graded::add);
        for (var syndrome : Syndrome.values()) {
            for (var level = 1; level <= 5; level++) {
                graded.add(new Condition.GradeReached(syndrome, Grade.of(level)));
            }
            for (var flag : Flag.values()) {
                graded.add(new Condition.FlagUp(syndrome, flag));
            }
        }
        return graded;
    }

    private static boolean cleared(Condition condition, NewsBuilder news) {
        return Conditions.cleared(condition.key(), news.report());
    }

    @Test
    void everyConditionOfAReportIsFoundByItsKey() {
        assertThat(graded()).allSatisfy(condition -> {
            assertThat(Conditions.of(condition.key())).contains(condition);
            assertThat(Conditions.graded(condition.key())).isTrue();
            assertThat(Conditions.canClear(condition.key())).isTrue();
        });
        assertThat(graded()).extracting(Condition::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("others")
    void aReportNeverClearsWhatItSaysNothingAbout(Condition condition) {
        assertThat(Conditions.of(condition.key())).isEmpty();
        assertThat(Conditions.graded(condition.key())).isFalse();
        assertThat(Conditions.cleared(condition.key(), news().report())).isFalse();
        assertThat(condition.cleared(news().report())).isFalse();
    }

    /// The store identifies a condition by its key alone, so keys of old alerts must still be understood.
    @ParameterizedTest
    @CsvSource({
        "crs-grade:2, true",
        "crs-course, true",
        "flag:icans:status-epilepticus, true",
        "implausible:spo2, true",
        "implausible:home:spo2, true",
        "home-sign:confusion, true",
        "check-overdue:ice, true",
        "device-silent:mon-1, true",
        "device-unused:mon-1, true",
        "technical:outbox-late, true",
        "technical:delivery-late:hook, true",
        "dose-limit:day:d, false",
        "id-conflict:mon-1, false",
        "wrong-patient:mon-1, false",
        "records-wait:mon-1, false",
        "stay-ended, true",
        "stay-ended:visit, false",
        "grade-amended:history, false",
        "crs-grade:0, false",
        "flag:crs:of-another-release, false",
    })
    void whatOnlyHappenedEndsByAnAnswerAndAllElseByItself(String key, boolean stands) {
        assertThat(Conditions.canClear(key)).isEqualTo(stands);
    }

    @Test
    void theKeysAreThoseOfTheStore() {
        assertThat(others())
                .extracting(Condition::key)
                .containsExactly(
                        "implausible:spo2",
                        "implausible:home:spo2",
                        "check-overdue:ice",
                        "device-silent:mon-1",
                        "device-unused:mon-1",
                        "dose-limit:day:d",
                        "id-conflict:mon-1",
                        "wrong-patient:mon-1",
                        "other-patients-device:mon-1",
                        "records-wait:mon-1",
                        "stay-ended",
                        "technical:outbox-late",
                        "grade-amended:history");
        assertThat(new Condition.Technical(AlertRule.DELIVERY_LATE, "hook").key())
                .isEqualTo("technical:delivery-late:hook");
    }

    @ParameterizedTest
    @CsvSource({"ZERO, true", "ONE, true", "TWO, false", "THREE, false", "UNKNOWN, false"})
    void aGradeHasClearedOnceALowerOneIsKnown(Grade now, boolean cleared) {
        assertThat(cleared(CRS_TWO, news().crsStands(now))).isEqualTo(cleared);
    }

    @Test
    void aCourseHasClearedOnceItIsClosed() {
        assertThat(cleared(COURSE, news().onset(599))).isFalse();
        assertThat(cleared(COURSE, news())).isTrue();
    }

    @Test
    void aFlagHasClearedOnceItIsDownOfItsOwnSyndrome() {
        var up = news().crsStands(Grade.ZERO, Flag.POSSIBLE_MASKED_CRS);

        assertThat(cleared(MASKED, up)).isFalse();
        assertThat(cleared(MASKED, news())).isTrue();
        assertThat(cleared(new Condition.FlagUp(Syndrome.ICANS, Flag.POSSIBLE_MASKED_CRS), up))
                .isTrue();
    }

    @Test
    void aSignAtHomeHasClearedOnceNoEarlySignIsUp() {
        var confusion = new Condition.SignAtHome(HomeSign.CONFUSION);

        assertThat(cleared(confusion, news().icansStands(Flag.EARLY_SIGN))).isFalse();
        assertThat(cleared(confusion, news())).isTrue();
    }

    @Test
    void aGradeThatNoValueEndsWasNeverAndAllElseEndsNow() {
        assertThat(Conditions.endedWithoutAValue(CRS_TWO.key(), NewsBuilder.NOW))
                .isEqualTo(Instant.EPOCH);
        assertThat(Conditions.endedWithoutAValue(COURSE.key(), NewsBuilder.NOW)).isEqualTo(NewsBuilder.NOW);
        assertThat(Conditions.endedWithoutAValue(MASKED.key(), NewsBuilder.NOW)).isEqualTo(NewsBuilder.NOW);
        assertThat(Conditions.endedWithoutAValue("implausible:spo2", NewsBuilder.NOW))
                .isEqualTo(NewsBuilder.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"ONE, true", "TWO, false", "THREE, false", "NULL, true"},
            nullValues = "NULL")
    void aGradeAboveEveryoneThePatientHadWasNeverReached(@Nullable Grade peak, boolean never) {
        var news =
                Optional.ofNullable(peak).map(highest -> news().peak(highest)).orElseGet(NewsBuilder::news);

        assertThat(Conditions.neverReached(CRS_TWO.key(), news.report())).isEqualTo(never);
    }

    @Test
    void nothingWasNeverReachedWhileAPhysicianIsAsked() {
        var asked = news().crsStands(Grade.UNKNOWN).because(NewsBuilder.UNDECIDED);

        assertThat(Conditions.neverReached(CRS_TWO.key(), asked.report())).isFalse();
        assertThat(Conditions.neverReached(
                        CRS_TWO.key(),
                        news().crsStands(Grade.UNKNOWN)
                                .because(new Unknown.NoTemperature(Duration.ofHours(24)))
                                .report()))
                .isTrue();
    }

    @Test
    void onlyAGradeCanHaveNeverBeenReached() {
        assertThat(Conditions.neverReached(COURSE.key(), news().report())).isFalse();
        assertThat(Conditions.neverReached(MASKED.key(), news().report())).isFalse();
        assertThat(Conditions.neverReached("implausible:spo2", news().report())).isFalse();
    }

    @Test
    void aConditionThatComesBackWithoutANewValueIsAnAlertOfItsOwn() {
        assertThat(Stream.concat(graded().stream(), others()).filter(Condition::recurs))
                .containsExactly(
                        new Condition.CheckOverdue(Check.ICE),
                        new Condition.DeviceSilent("mon-1"),
                        new Condition.DeviceUnused("mon-1"),
                        new Condition.Technical(AlertRule.OUTBOX_LATE, ""));
    }
}
