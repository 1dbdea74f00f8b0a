package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Entries.closed;
import static health.vigil.grading.Entries.opened;
import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.febrile;
import static health.vigil.grading.Story.given;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a physician says of the course of CRS.
class PhysicianTest {
    private static CourseReport course(Story story, Instant at) {
        return story.at(at).crs().course().orElseThrow();
    }

    private static Optional<ObservationId> entry(int number) {
        return Optional.of(ObservationIds.of("o-" + number));
    }

    @Test
    void openedBeginsACourseWhereNoneIsActive() {
        var story = Story.begin()
                .at(10, temperature("37"))
                .at(11, started(VasopressorAgent.NOREPINEPHRINE))
                .at(20, opened());

        assertEquals(Grade.UNKNOWN, story.crs(hour(20).minus(STEP)));
        assertEquals(Grade.THREE, story.crs(20));
        assertEquals(
                new CourseReport(true, hour(20), false, entry(3), Optional.empty(), Optional.empty()),
                course(story, hour(20)));
    }

    @Test
    void aCourseThatWasOpenedWithNothingPresentEndsADayLater() {
        var story = Story.begin().at(10, temperature("37")).at(20, opened());

        assertEquals(Grade.ZERO, story.crs(20));
        assertEquals(Optional.of(hour(44)), course(story, hour(20).plus(STEP)).endsAt());
        assertTrue(course(story, hour(44)).open());
        assertFalse(course(story, hour(44).plus(STEP)).open());
        assertEquals(Optional.of(hour(44)), course(story, hour(44).plus(STEP)).closedAt());
    }

    @Test
    void openedOpensTheGateOfAnActiveCourseFeverOrNot() {
        var story = febrile().at(39, systolic("80")).at(39, temperature("37")).at(40, opened());

        assertEquals(Grade.ZERO, story.crs(hour(40).minus(STEP)));
        assertEquals(Grade.TWO, story.crs(40));
        assertEquals(hour(10), course(story, hour(40)).onset());
        assertEquals(entry(4), course(story, hour(40)).openedBy());
    }

    @Test
    void openedDoesNotDeferTheEndOfAnActiveCourse() {
        var story = febrile().at(50, opened());

        assertEquals(Optional.of(hour(58)), course(story, hour(50)).endsAt());
        assertFalse(course(story, hour(58).plus(STEP)).open());
    }

    @Test
    void ofTwoWhoOpenedTheFirstIsTold() {
        var story = febrile().at(11, opened()).at(12, opened());

        assertEquals(entry(2), course(story, hour(12)).openedBy());
    }

    @Test
    void openedAtTheInstantOfAFeverIsOneCourse() {
        var story = Story.begin().at(10, temperature("38.6")).at(10, opened());

        assertEquals(hour(10), course(story, hour(10)).onset());
        assertEquals(entry(2), course(story, hour(10)).openedBy());
        assertEquals(Grade.ONE, story.crs(10));
    }

    @Test
    void anOpenedCourseIsNotReckonedAsTreated() {
        var story = febrile().at(11, opened());

        assertFalse(course(story, hour(11)).treated());
        assertEquals(Optional.of(hour(58)), course(story, hour(35)).endsAt());
    }

    @Test
    void closedEndsTheCourseAndFeversBeforeItCountNoLonger() {
        var story = febrile().at(12, closed()).at(13, temperature("38.1"));

        assertEquals(Grade.ONE, story.crs(hour(12).minus(STEP)));
        assertEquals(Grade.ZERO, story.crs(12));
        assertEquals(
                new CourseReport(false, hour(10), false, Optional.empty(), Optional.empty(), Optional.of(hour(12))),
                course(story, hour(12)));
        assertEquals(Grade.ONE, story.crs(13));
        assertEquals(hour(13), course(story, hour(13)).onset());
    }

    @Test
    void atOneInstantClosedActsBeforeAFever() {
        var story = febrile().at(12, temperature("38.1")).at(12, closed());

        assertEquals(Grade.ONE, story.crs(12));
        assertEquals(hour(12), course(story, hour(12)).onset());
    }

    @Test
    void atOneInstantClosedActsBeforeOpened() {
        var openedFirst = febrile().at(12, opened()).at(12, closed());
        var closedFirst = febrile().at(12, closed()).at(12, opened());

        for (var story : List.of(openedFirst, closedFirst)) {
            assertTrue(course(story, hour(12)).open());
            assertEquals(hour(12), course(story, hour(12)).onset());
            assertEquals(Grade.ZERO, story.crs(12));
        }
        assertEquals(entry(2), course(openedFirst, hour(12)).openedBy());
    }

    @Test
    void closedWithoutACourseChangesNothing() {
        var story = Story.begin().at(10, closed()).at(11, temperature("38"));

        assertEquals(Optional.empty(), story.at(10.0).crs().course());
        assertEquals(Grade.ONE, story.crs(11));
    }

    @Test
    void aCourseThatEndedKeepsItsOwnEndWhenItIsClosedAgain() {
        var story = febrile().at(12, closed()).at(13, closed());

        assertEquals(Optional.of(hour(12)), course(story, hour(13)).closedAt());
    }

    @Test
    void closedEndsTheTreatmentToo() {
        var story = febrile()
                .at(11, given(Drug.TOCILIZUMAB))
                .at(12, closed())
                .at(13, temperature("38.1"))
                .at(38, systolic("80"))
                .at(38, temperature("37"));

        assertTrue(course(story, hour(12)).treated());
        assertFalse(course(story, hour(13)).treated());
        assertEquals(Grade.ZERO, story.crs(38));
    }

    @Test
    void aDoseAtTheInstantOfClosingIsNotOfThatCourse() {
        var story = febrile().at(12, given(Drug.TOCILIZUMAB)).at(12, closed());

        assertFalse(course(story, hour(12)).treated());
    }

    @Test
    void aPhysicianWhoOpenedIsToldOfTheClosedCourseToo() {
        var story = febrile().at(11, opened()).at(12, closed());

        assertEquals(entry(2), course(story, hour(12)).openedBy());
    }

    @Test
    void afterClosingTreatedSupportIsStillForAPhysicianToJudge() {
        var story = febrile().at(11, started(VasopressorAgent.NOREPINEPHRINE)).at(12, closed());

        assertEquals(Grade.THREE, story.crs(hour(12).minus(STEP)));
        assertEquals(Grade.UNKNOWN, story.crs(12));
        assertEquals(
                Grade.ZERO, story.at(13, attributed(Component.HYPOTENSION, 13)).crs(13));
    }
}
