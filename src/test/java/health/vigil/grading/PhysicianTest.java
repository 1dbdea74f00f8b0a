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
import static org.assertj.core.api.Assertions.assertThat;

/// A physician's entries about the course of CRS.
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

        assertThat(story.crs(hour(20).minus(STEP))).isEqualTo(Grade.UNKNOWN);
        assertThat(story.crs(20)).isEqualTo(Grade.THREE);
        assertThat(course(story, hour(20)))
                .isEqualTo(new CourseReport(true, hour(20), false, entry(3), Optional.empty(), Optional.empty()));
    }

    @Test
    void aCourseThatWasOpenedWithNothingPresentEndsADayLater() {
        var story = Story.begin().at(10, temperature("37")).at(20, opened());

        assertThat(story.crs(20)).isEqualTo(Grade.ZERO);
        assertThat(course(story, hour(20).plus(STEP)).endsAt()).contains(hour(44));
        assertThat(course(story, hour(44)).open()).isTrue();
        assertThat(course(story, hour(44).plus(STEP)).open()).isFalse();
        assertThat(course(story, hour(44).plus(STEP)).closedAt()).contains(hour(44));
    }

    @Test
    void openedOpensTheGateOfAnActiveCourseFeverOrNot() {
        var story = febrile().at(39, systolic("80")).at(39, temperature("37")).at(40, opened());

        assertThat(story.crs(hour(40).minus(STEP))).isEqualTo(Grade.ZERO);
        assertThat(story.crs(40)).isEqualTo(Grade.TWO);
        assertThat(course(story, hour(40)).onset()).isEqualTo(hour(10));
        assertThat(course(story, hour(40)).openedBy()).isEqualTo(entry(4));
    }

    @Test
    void openedDoesNotDeferTheEndOfAnActiveCourse() {
        var story = febrile().at(50, opened());

        assertThat(course(story, hour(50)).endsAt()).contains(hour(58));
        assertThat(course(story, hour(58).plus(STEP)).open()).isFalse();
    }

    @Test
    void ofTwoWhoOpenedTheFirstIsTold() {
        var story = febrile().at(11, opened()).at(12, opened());

        assertThat(course(story, hour(12)).openedBy()).isEqualTo(entry(2));
    }

    @Test
    void openedAtTheInstantOfAFeverIsOneCourse() {
        var story = Story.begin().at(10, temperature("38.6")).at(10, opened());

        assertThat(course(story, hour(10)).onset()).isEqualTo(hour(10));
        assertThat(course(story, hour(10)).openedBy()).isEqualTo(entry(2));
        assertThat(story.crs(10)).isEqualTo(Grade.ONE);
    }

    @Test
    void anOpenedCourseIsNotReckonedAsTreated() {
        var story = febrile().at(11, opened());

        assertThat(course(story, hour(11)).treated()).isFalse();
        assertThat(course(story, hour(35)).endsAt()).contains(hour(58));
    }

    @Test
    void closedEndsTheCourseAndFeversBeforeItCountNoLonger() {
        var story = febrile().at(12, closed()).at(13, temperature("38.1"));

        assertThat(story.crs(hour(12).minus(STEP))).isEqualTo(Grade.ONE);
        assertThat(story.crs(12)).isEqualTo(Grade.ZERO);
        assertThat(course(story, hour(12)))
                .isEqualTo(new CourseReport(
                        false, hour(10), false, Optional.empty(), Optional.empty(), Optional.of(hour(12))));
        assertThat(story.crs(13)).isEqualTo(Grade.ONE);
        assertThat(course(story, hour(13)).onset()).isEqualTo(hour(13));
    }

    @Test
    void atOneInstantClosedActsBeforeAFever() {
        var story = febrile().at(12, temperature("38.1")).at(12, closed());

        assertThat(story.crs(12)).isEqualTo(Grade.ONE);
        assertThat(course(story, hour(12)).onset()).isEqualTo(hour(12));
    }

    @Test
    void atOneInstantClosedActsBeforeOpened() {
        var openedFirst = febrile().at(12, opened()).at(12, closed());
        var closedFirst = febrile().at(12, closed()).at(12, opened());

        for (var story : List.of(openedFirst, closedFirst)) {
            assertThat(course(story, hour(12)).open()).isTrue();
            assertThat(course(story, hour(12)).onset()).isEqualTo(hour(12));
            assertThat(story.crs(12)).isEqualTo(Grade.ZERO);
        }
        assertThat(course(openedFirst, hour(12)).openedBy()).isEqualTo(entry(2));
    }

    @Test
    void closedWithoutACourseChangesNothing() {
        var story = Story.begin().at(10, closed()).at(11, temperature("38"));

        assertThat(story.at(10.0).crs().course()).isEmpty();
        assertThat(story.crs(11)).isEqualTo(Grade.ONE);
    }

    @Test
    void aCourseThatEndedKeepsItsOwnEndWhenItIsClosedAgain() {
        var story = febrile().at(12, closed()).at(13, closed());

        assertThat(course(story, hour(13)).closedAt()).contains(hour(12));
    }

    @Test
    void closedEndsTheTreatmentToo() {
        var story = febrile()
                .at(11, given(Drug.TOCILIZUMAB))
                .at(12, closed())
                .at(13, temperature("38.1"))
                .at(38, systolic("80"))
                .at(38, temperature("37"));

        assertThat(course(story, hour(12)).treated()).isTrue();
        assertThat(course(story, hour(13)).treated()).isFalse();
        assertThat(story.crs(38)).isEqualTo(Grade.ZERO);
    }

    @Test
    void aDoseAtTheInstantOfClosingIsNotOfThatCourse() {
        var story = febrile().at(12, given(Drug.TOCILIZUMAB)).at(12, closed());

        assertThat(course(story, hour(12)).treated()).isFalse();
    }

    @Test
    void aPhysicianWhoOpenedIsToldOfTheClosedCourseToo() {
        var story = febrile().at(11, opened()).at(12, closed());

        assertThat(course(story, hour(12)).openedBy()).isEqualTo(entry(2));
    }

    @Test
    void afterClosingTreatedSupportIsStillForAPhysicianToJudge() {
        var story = febrile().at(11, started(VasopressorAgent.NOREPINEPHRINE)).at(12, closed());

        assertThat(story.crs(hour(12).minus(STEP))).isEqualTo(Grade.THREE);
        assertThat(story.crs(12)).isEqualTo(Grade.UNKNOWN);
        assertThat(story.at(13, attributed(Component.HYPOTENSION, 13)).crs(13)).isEqualTo(Grade.ZERO);
    }
}
