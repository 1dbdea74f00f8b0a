package health.vigil.grading;

import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.Indication;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A course of CRS: when it begins, and when it ends by itself.
class CourseTest {
    private static CourseReport course(Story story, Instant at) {
        return story.at(at).crs().course().orElseThrow();
    }

    private static Story treated(Content dose) {
        return febrile().at(12, dose);
    }

    private static Optional<Instant> endOf(Story story) {
        return course(story, hour(35)).endsAt();
    }

    @Test
    void beforeTheFirstFeverThereIsNoCourse() {
        var story = febrile();

        assertEquals(Optional.empty(), story.at(hour(10).minus(STEP)).crs().course());
        assertEquals(hour(10), course(story, hour(10)).onset());
        assertEquals(Optional.empty(), story.at(hour(10)).icans().course());
    }

    @Test
    void aCourseEndsADayAfterTheLastComponent() {
        var story = febrile();
        var end = hour(58);
        var quiet = new CourseReport(true, hour(10), false, Optional.empty(), Optional.of(end), Optional.empty());
        var over = new CourseReport(false, hour(10), false, Optional.empty(), Optional.empty(), Optional.of(end));

        assertEquals(Optional.empty(), course(story, hour(34)).endsAt());
        assertEquals(quiet, course(story, hour(34).plus(STEP)));
        assertEquals(quiet, course(story, end));
        assertEquals(over, course(story, end.plus(STEP)));
        assertEquals(over, course(story, hour(500)));
    }

    @Test
    void aTreatedCourseEndsThreeDaysAfterTheLastComponent() {
        var story = treated(given(Drug.TOCILIZUMAB));
        var end = hour(106);

        assertEquals(Optional.of(end), endOf(story));
        assertTrue(course(story, end).open());
        assertTrue(course(story, end).treated());
        assertFalse(course(story, end.plus(STEP)).open());
        assertEquals(Optional.of(end), course(story, end.plus(STEP)).closedAt());
    }

    @ParameterizedTest
    @CsvSource({"PREDNISOLONE, 106", "HYDROCORTISONE, 106", "SILTUXIMAB, 106", "ACETAMINOPHEN, 58", "LORAZEPAM, 58"})
    void onlyAnAntiCytokineDrugOrASteroidLengthensACourse(Drug drug, double end) {
        assertEquals(Optional.of(hour(end)), endOf(treated(given(drug))));
    }

    @Test
    void replacementDoesNotLengthenACourse() {
        assertEquals(Optional.of(hour(58)), endOf(treated(Entries.given(Drug.HYDROCORTISONE, Indication.REPLACEMENT))));
    }

    @Test
    void aDoseLengthensACourseFromItsOnsetToItsLastInstant() {
        var onset = Story.begin().at(10, given(Drug.ANAKINRA)).at(10, temperature("38"));
        var before =
                Story.begin().at(hour(10).minus(STEP), given(Drug.ANAKINRA)).at(10, temperature("38"));
        var last = febrile().at(58, given(Drug.ANAKINRA));
        var late = febrile().at(hour(58).plus(STEP), given(Drug.ANAKINRA));

        assertEquals(Optional.of(hour(106)), endOf(onset));
        assertEquals(Optional.of(hour(58)), endOf(before));
        assertTrue(course(last, hour(106)).open());
        assertFalse(course(late, hour(60)).open());
    }

    @Test
    void hypotensionThatCountsKeepsTheCourseOpen() {
        var story = febrile().at(30, systolic("80"));

        assertEquals(Optional.of(hour(58)), course(story, hour(43)).endsAt());
        assertEquals(
                Optional.of(hour(66 + 72)),
                course(story.at(12, given(Drug.TOCILIZUMAB)).at(54, systolic("80")), hour(67))
                        .endsAt());
    }

    @Test
    void aComponentThatTheGateKeepsOutCountsAsAbsent() {
        var story = febrile().at(20, started(VasopressorAgent.NOREPINEPHRINE));

        assertEquals(Optional.of(hour(58)), endOf(story));
        assertTrue(course(story, hour(58)).open());
        assertFalse(course(story, hour(58).plus(STEP)).open());
    }

    @Test
    void anAntipyreticTreatsWhileItsWindowLasts() {
        var story = treated(given(Drug.IBUPROFEN));

        assertFalse(course(story, hour(12).minus(STEP)).treated());
        assertTrue(course(story, hour(12)).treated());
        assertTrue(course(story, hour(24)).treated());
        assertFalse(course(story, hour(24).plus(STEP)).treated());
    }

    @ParameterizedTest
    @CsvSource({"46, true", "45.9, false"})
    void aCourseThatEndedWasTreatedIfItWasAtItsLastInstant(double dose, boolean treated) {
        var story = febrile().at(dose, given(Drug.IBUPROFEN));

        assertEquals(treated, course(story, hour(80)).treated());
    }

    @Test
    void theNewestCourseIsTold() {
        var story = treated(given(Drug.TOCILIZUMAB)).at(200, temperature("38.1"));

        assertFalse(course(story, hour(199)).open());
        assertEquals(
                new CourseReport(true, hour(200), false, Optional.empty(), Optional.empty(), Optional.empty()),
                course(story, hour(200)));
    }

    @Test
    void theCourseEndsWhenNothingWasPresentForLongerThanADay() {
        var after = hour(58).plus(Story.STEP);
        var story =
                febrile().at(58, given(Drug.TOCILIZUMAB)).at(58, systolic("80")).at(59, temperature("37"));
        var late = febrile()
                .at(after, given(Drug.TOCILIZUMAB))
                .at(after, systolic("80"))
                .at(59, temperature("37"));

        assertEquals(Grade.TWO, story.crs(59));
        assertEquals(Grade.ZERO, late.crs(59));
    }

    @Test
    void aLaterFeverBeginsANewCourse() {
        var story = febrile().at(100, temperature("38.2"));

        assertEquals(hour(10), story.at(58.0).crs().onset().orElseThrow());
        assertTrue(story.at(hour(58).plus(Story.STEP)).crs().onset().isEmpty());
        assertEquals(hour(100), story.at(100.0).crs().onset().orElseThrow());
    }

    @Test
    void aStoppedVasopressorLeavesATreatedCourseThreeDays() {
        var story = febrile()
                .at(12, given(Drug.TOCILIZUMAB))
                .at(13, started(VasopressorAgent.NOREPINEPHRINE))
                .at(60, stopped(VasopressorAgent.NOREPINEPHRINE));

        assertTrue(story.at(hour(132)).crs().onset().isPresent());
        assertTrue(story.at(hour(132).plus(Story.STEP)).crs().onset().isEmpty());
    }
}
