package health.vigil.registry;

import health.vigil.context.CaseNotes;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Kind;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.registry.RegistryCases.hour;
import static health.vigil.registry.RegistryCases.quiet;
import static health.vigil.registry.RegistryCases.text;
import static org.assertj.core.api.Assertions.assertThat;

class SyndromeColumnsTest {
    /// The onset is at 24 h, and the last instant of 1 or more at 216 h.
    @Test
    void aCourseOfOneDayIsNotCountedLikeSeveral() {
        var row = quiet().grade(Syndrome.CRS, 24, 1).over(Syndrome.CRS, 25).row();

        assertThat(text(row, "crsCourseList")).contains("(1 day)");
    }

    @Test
    void aCourseIsToldWithItsDaysAndHours() {
        var row = quiet().grade(Syndrome.CRS, 24, 1).over(Syndrome.CRS, 216).row();

        assertThat(text(row, "crsOccurred")).isEqualTo("yes");
        assertThat(text(row, "crsFirstAt")).isEqualTo(hour(24).toString());
        assertThat(text(row, "crsFirstDay")).isEqualTo("1");
        assertThat(text(row, "crsFirstHours")).isEqualTo("24.0");
        assertThat(text(row, "crsResolvedAt")).isEqualTo(hour(216).toString());
        assertThat(text(row, "crsFirstCourseDays")).isEqualTo("9");
        assertThat(text(row, "crsFirstCourseHours")).isEqualTo("192.0");
        assertThat(text(row, "crsCourses")).isEqualTo("1");
        assertThat(text(row, "crsRecurrences")).isEqualTo("0");
        assertThat(text(row, "crsCourseList")).isEqualTo("day 1 to day 9 (9 days), maximum 1");
    }

    @Test
    void aTimeIsToldInTheTimeOfTheHospitalToo() {
        var row = RegistryCases.of(CaseNotes.begin().in(ZoneId.of("Europe/Berlin")))
                .grade(Syndrome.CRS, 0, 0)
                .grade(Syndrome.CRS, 24, 1)
                .row();

        assertThat(text(row, "crsFirstAt")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(text(row, "crsFirstAtLocal")).isEqualTo("2026-03-02T10:00");
    }

    @Test
    void theMaximumIsToldWithItsFirstInstant() {
        var row = quiet().grade(Syndrome.ICANS, 8 * 24, 1)
                .grade(Syndrome.ICANS, 13 * 24, 3)
                .grade(Syndrome.ICANS, 14 * 24, 2)
                .grade(Syndrome.ICANS, 15 * 24, 3)
                .over(Syndrome.ICANS, 16 * 24)
                .row();

        assertThat(text(row, "icansFirstDay")).isEqualTo("8");
        assertThat(text(row, "icansMaxGrade")).isEqualTo("3");
        assertThat(text(row, "icansMaxDay")).isEqualTo("13");
        assertThat(text(row, "icansResolvedAt")).isEqualTo(hour(16 * 24).toString());
    }

    @Test
    void twoCoursesOfCrsAreARecurrence() {
        var row = quiet().grade(Syndrome.CRS, 10, 2)
                .over(Syndrome.CRS, 72)
                .grade(Syndrome.CRS, 264, 1)
                .course(10, 10)
                .course(264, 264)
                .row();

        assertThat(text(row, "crsCourses")).isEqualTo("2");
        assertThat(text(row, "crsRecurrences")).isEqualTo("1");
        assertThat(text(row, "crsResolvedAt")).isEmpty();
        assertThat(text(row, "crsFirstCourseDays")).isEqualTo("4");
        assertThat(text(row, "crsCourseList"))
                .isEqualTo("day 0 to day 3 (4 days), maximum 2; day 11 to not over, maximum 1");
        assertThat(row.open()).contains("crs-unresolved");
    }

    @Test
    void aRiseWithinACourseIsNoRecurrence() {
        var row = quiet().grade(Syndrome.CRS, 10, 2)
                .over(Syndrome.CRS, 30)
                .grade(Syndrome.CRS, 40, 1)
                .over(Syndrome.CRS, 60)
                .course(10, 10)
                .course(40, 10)
                .row();

        assertThat(text(row, "crsCourses")).isEqualTo("1");
        assertThat(text(row, "crsResolvedAt")).isEqualTo(hour(60).toString());
    }

    /// The time of 0 begins a microsecond after hour 100.
    @ParameterizedTest
    @CsvSource({"148, 1", "149, 2"})
    void icansThatIsKnownToBeZeroForMoreThanTwoDaysIsOver(double rise, int courses) {
        var row = quiet().grade(Syndrome.ICANS, 80, 2)
                .over(Syndrome.ICANS, 100)
                .grade(Syndrome.ICANS, rise, 1)
                .over(Syndrome.ICANS, 170)
                .row();

        assertThat(text(row, "icansCourses")).isEqualTo(String.valueOf(courses));
    }

    @Test
    void anUnknownTimeEndsNoCourseOfIcans() {
        var row = quiet().grade(Syndrome.ICANS, 80, 2)
                .over(Syndrome.ICANS, 100)
                .unknown(Syndrome.ICANS, 120)
                .grade(Syndrome.ICANS, 130, 0)
                .grade(Syndrome.ICANS, 160, 1)
                .row();

        assertThat(text(row, "icansCourses")).isEqualTo("1");
    }

    @Test
    void icansThatHasNotBeenZeroForTwoDaysIsUnresolved() {
        var cases = quiet().grade(Syndrome.ICANS, 80, 2).over(Syndrome.ICANS, 100);

        assertThat(text(cases.until(140).row(), "icansResolvedAt")).isEmpty();
        assertThat(cases.until(140).row().open()).contains("icans-unresolved");
        assertThat(text(cases.until(149).row(), "icansResolvedAt"))
                .isEqualTo(hour(100).toString());
    }

    @Test
    void noNeedsAKnownGradeDuringTheWholeWatch() {
        assertThat(text(quiet().row(), "crsOccurred")).isEqualTo("no");
        assertThat(text(quiet().row(), "crsHoursNotGradable")).isEqualTo("0.0");
        var row = quiet().unknown(Syndrome.CRS, 50).grade(Syndrome.CRS, 56.5, 0).row();
        assertThat(text(row, "crsOccurred")).isEqualTo("not-known");
        assertThat(text(row, "crsHoursNotGradable")).isEqualTo("6.5");
        assertThat(row.open()).contains("crs-not-known");
        assertThat(text(row, "crsMaxGrade")).isEmpty();
    }

    @Test
    void theTimeBeforeTheFirstGradeIsNotGradable() {
        var row = RegistryCases.of(CaseNotes.begin())
                .grade(Syndrome.CRS, 2, 0)
                .grade(Syndrome.ICANS, 0, 0)
                .row();

        assertThat(text(row, "crsOccurred")).isEqualTo("not-known");
        assertThat(text(row, "crsHoursNotGradable")).isEqualTo("2.0");
    }

    private static RegistryCases confirmed(String fields) {
        return RegistryCases.of(CaseNotes.begin().at(20, "09:00", Kind.GRADE_CONFIRMATION, fields))
                .grade(Syndrome.CRS, 0, 0)
                .grade(Syndrome.ICANS, 0, 0)
                .grade(Syndrome.CRS, 24, 1)
                .grade(Syndrome.CRS, 48, 2)
                .over(Syndrome.CRS, 80);
    }

    @Test
    void aConfirmedCourseIsToldWithItsFirstInstant() {
        var row = confirmed("'syndrome': 'crs', 'course': 1, 'grade': 2").row();

        assertThat(text(row, "crsConfirmedGrade")).isEqualTo("2");
        assertThat(text(row, "crsConfirmedGradeAt")).isEqualTo(hour(48).toString());
        assertThat(row.open()).noneMatch(what -> what.startsWith("crs")).contains("icans-not-confirmed");
    }

    @Test
    void thePhysicianWhomTheEntryNamesConfirmedIt() {
        var named = confirmed("'syndrome': 'crs', 'course': 1, 'grade': 2, 'by': 'Dr Wood'");

        assertThat(text(named.row(), "crsConfirmedBy")).isEqualTo("Dr Wood");
        assertThat(text(confirmed("'syndrome': 'crs', 'course': 1, 'grade': 2").row(), "crsConfirmedBy"))
                .isNotEmpty()
                .isNotEqualTo("Dr Wood");
    }

    @Test
    void aConfirmedDayCoversItsCourse() {
        var row = confirmed("'syndrome': 'crs', 'day': 2, 'grade': 2").row();

        assertThat(text(row, "crsConfirmedGradeAt")).isEqualTo(hour(48).toString());
        assertThat(row.open()).noneMatch(what -> what.startsWith("crs"));
    }

    @Test
    void anotherConfirmedGradeIsNamed() {
        var row = confirmed("'syndrome': 'crs', 'course': 1, 'grade': 3").row();

        assertThat(text(row, "crsConfirmedGrade")).isEqualTo("3");
        assertThat(text(row, "crsConfirmedGradeAt")).isEmpty();
        assertThat(row.open()).contains("crs-confirmed-otherwise");
    }

    @Test
    void aConfirmationOfAnotherCourseOrDayLeavesTheCourseOpen() {
        assertThat(confirmed("'syndrome': 'crs', 'course': 2, 'grade': 2").row().open())
                .contains("crs-course-not-confirmed");
        assertThat(confirmed("'syndrome': 'crs', 'day': 7, 'grade': 2").row().open())
                .contains("crs-course-not-confirmed");
    }

    @Test
    void theNewestConfirmationOfACourseCounts() {
        var notes = CaseNotes.begin()
                .at(20, "09:00", Kind.GRADE_CONFIRMATION, "'syndrome': 'icans', 'course': 1, 'grade': 3")
                .at(21, "09:00", Kind.GRADE_CONFIRMATION, "'syndrome': 'icans', 'course': 1, 'grade': 1");
        var row = RegistryCases.of(notes)
                .grade(Syndrome.ICANS, 24, 1)
                .over(Syndrome.ICANS, 30)
                .row();

        assertThat(text(row, "icansConfirmedGrade")).isEqualTo("1");
        assertThat(row.open()).noneMatch(what -> what.equals("icans-confirmed-otherwise"));
    }

    @Test
    void aConfirmedExportHoldsNoComputedGrade() {
        var row = confirmed("'syndrome': 'crs', 'course': 1, 'grade': 2").row();

        assertThat(text(row, "crsMaxGrade")).isEqualTo("2");
        assertThat(List.of(
                        "crsMaxGrade",
                        "crsMaxAt",
                        "crsMaxAtLocal",
                        "crsMaxDay",
                        "crsCourses",
                        "crsRecurrences",
                        "crsFirstCourseDays",
                        "crsFirstCourseHours",
                        "crsCourseList"))
                .allSatisfy(field -> assertThat(text(row.confirmed(), field)).isEmpty());
        assertThat(text(row.confirmed(), "crsConfirmedGrade")).isEqualTo("2");
        assertThat(text(row.confirmed(), "open")).isEqualTo(text(row, "open"));
    }

    private static final List<String> OF_COURSES =
            List.of("crsOccurred", "crsFirstAt", "crsFirstAtLocal", "crsFirstDay", "crsFirstHours", "crsResolvedAt");

    @ParameterizedTest
    @ValueSource(strings = {"'course': 1, 'grade': 2", "'course': 1, 'grade': 3", "'day': 2, 'grade': 2"})
    void aConfirmedExportHoldsTheTimesOfACourseThatIsConfirmed(String fields) {
        var row = confirmed("'syndrome': 'crs', " + fields).row().confirmed();

        assertThat(OF_COURSES).allSatisfy(field -> assertThat(text(row, field)).isNotEmpty());
        assertThat(text(row, "icansOccurred")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'syndrome': 'icans', 'course': 1, 'grade': 2",
                "'syndrome': 'crs', 'course': 2, 'grade': 2",
                "'syndrome': 'crs', 'day': 7, 'grade': 2",
                "'syndrome': 'crs', 'course': 1, 'grade': 0"
            })
    void aConfirmedExportHoldsNoTimesOfACourseThatIsNotConfirmed(String fields) {
        var row = confirmed(fields).row().confirmed();

        assertThat(OF_COURSES).allSatisfy(field -> assertThat(text(row, field)).isEmpty());
    }

    @Test
    void aConfirmedExportNeedsAConfirmationOfEveryCourse() {
        var row = confirmed("'syndrome': 'crs', 'course': 1, 'grade': 2")
                .grade(Syndrome.CRS, 264, 1)
                .course(24, 24)
                .course(264, 264)
                .row();

        assertThat(text(row, "crsCourses")).isEqualTo("2");
        assertThat(text(row.confirmed(), "crsFirstAt")).isEmpty();
        assertThat(row.open()).contains("crs-course-not-confirmed");
    }

    @Test
    void noOccurrenceIsConfirmedByAGradeOfZero() {
        var cases = RegistryCases.of(CaseNotes.begin()
                        .at(20, "09:00", Kind.GRADE_CONFIRMATION, "'syndrome': 'icans', 'day': 3, 'grade': 0"))
                .grade(Syndrome.CRS, 0, 0)
                .grade(Syndrome.ICANS, 0, 0);

        assertThat(text(cases.row().confirmed(), "icansOccurred")).isEqualTo("no");
        assertThat(text(cases.row().confirmed(), "crsOccurred")).isEmpty();
    }

    @Test
    void theTherapyOfCrsBeginsWithItsOnset() {
        var notes = CaseNotes.begin()
                .at(0, "12:00", Kind.MEDICATION, "'drug': 'dexamethasone', 'indication': 'prophylaxis'")
                .at(2, "12:00", Kind.MEDICATION, "'drug': 'tocilizumab', 'indication': 'crs'")
                .at(2, "13:00", Kind.MEDICATION, "'drug': 'anakinra', 'indication': 'prophylaxis'")
                .at(2, "14:00", Kind.MEDICATION, "'drug': 'methylprednisolone', 'indication': 'icans'")
                .at(2, "15:00", Kind.MEDICATION, "'drug': 'paracetamol', 'indication': 'fever'");
        var row = RegistryCases.of(notes).grade(Syndrome.CRS, 24, 1).row();

        assertThat(text(row, "crsTherapy")).isEqualTo("anakinra tocilizumab");
        assertThat(text(row, "crsTherapyFirstAt")).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(text(row, "icansTherapy")).isEqualTo("methylprednisolone");
    }
}
