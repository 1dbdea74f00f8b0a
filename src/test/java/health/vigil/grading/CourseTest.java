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
import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(story.at(hour(10).minus(STEP)).crs().course()).isEmpty();
        assertThat(course(story, hour(10)).onset()).isEqualTo(hour(10));
        assertThat(story.at(hour(10)).icans().course()).isEmpty();
    }

    @Test
    void aCourseEndsADayAfterTheLastComponent() {
        var story = febrile();
        var end = hour(58);
        var quiet = new CourseReport(true, hour(10), false, Optional.empty(), Optional.of(end), Optional.empty());
        var over = new CourseReport(false, hour(10), false, Optional.empty(), Optional.empty(), Optional.of(end));

        assertThat(course(story, hour(34)).endsAt()).isEmpty();
        assertThat(course(story, hour(34).plus(STEP))).isEqualTo(quiet);
        assertThat(course(story, end)).isEqualTo(quiet);
        assertThat(course(story, end.plus(STEP))).isEqualTo(over);
        assertThat(course(story, hour(500))).isEqualTo(over);
    }

    @Test
    void aTreatedCourseEndsThreeDaysAfterTheLastComponent() {
        var story = treated(given(Drug.TOCILIZUMAB));
        var end = hour(106);

        assertThat(endOf(story)).contains(end);
        assertThat(course(story, end).open()).isTrue();
        assertThat(course(story, end).treated()).isTrue();
        assertThat(course(story, end.plus(STEP)).open()).isFalse();
        assertThat(course(story, end.plus(STEP)).closedAt()).contains(end);
    }

    @ParameterizedTest
    @CsvSource({"PREDNISOLONE, 106", "HYDROCORTISONE, 106", "SILTUXIMAB, 106", "ACETAMINOPHEN, 58", "LORAZEPAM, 58"})
    void onlyAnAntiCytokineDrugOrASteroidLengthensACourse(Drug drug, double end) {
        assertThat(endOf(treated(given(drug)))).contains(hour(end));
    }

    @Test
    void replacementDoesNotLengthenACourse() {
        assertThat(endOf(treated(Entries.given(Drug.HYDROCORTISONE, Indication.REPLACEMENT))))
                .contains(hour(58));
    }

    @Test
    void aDoseLengthensACourseFromItsOnsetToItsLastInstant() {
        var onset = Story.begin().at(10, given(Drug.ANAKINRA)).at(10, temperature("38"));
        var before =
                Story.begin().at(hour(10).minus(STEP), given(Drug.ANAKINRA)).at(10, temperature("38"));
        var last = febrile().at(58, given(Drug.ANAKINRA));
        var late = febrile().at(hour(58).plus(STEP), given(Drug.ANAKINRA));

        assertThat(endOf(onset)).contains(hour(106));
        assertThat(endOf(before)).contains(hour(58));
        assertThat(course(last, hour(106)).open()).isTrue();
        assertThat(course(late, hour(60)).open()).isFalse();
    }

    @Test
    void hypotensionThatCountsKeepsTheCourseOpen() {
        var story = febrile().at(30, systolic("80"));

        assertThat(course(story, hour(43)).endsAt()).contains(hour(58));
        assertThat(course(story.at(12, given(Drug.TOCILIZUMAB)).at(54, systolic("80")), hour(67))
                        .endsAt())
                .contains(hour(66 + 72));
    }

    @Test
    void aNormalPressureKeepsNoCourseOpen() {
        var story = treated(given(Drug.TOCILIZUMAB)).at(33, systolic("120"));

        assertThat(endOf(story)).contains(hour(106));
        assertThat(endOf(story.at(50, systolic("130")))).contains(hour(106));
    }

    @Test
    void aComponentThatTheGateKeepsOutCountsAsAbsent() {
        var story = febrile().at(20, started(VasopressorAgent.NOREPINEPHRINE));

        assertThat(endOf(story)).contains(hour(58));
        assertThat(course(story, hour(58)).open()).isTrue();
        assertThat(course(story, hour(58).plus(STEP)).open()).isFalse();
    }

    @Test
    void anAntipyreticTreatsWhileItsWindowLasts() {
        var story = treated(given(Drug.IBUPROFEN));

        assertThat(course(story, hour(12).minus(STEP)).treated()).isFalse();
        assertThat(course(story, hour(12)).treated()).isTrue();
        assertThat(course(story, hour(24)).treated()).isTrue();
        assertThat(course(story, hour(24).plus(STEP)).treated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"46, true", "45.9, false"})
    void aCourseThatEndedWasTreatedIfItWasAtItsLastInstant(double dose, boolean treated) {
        var story = febrile().at(dose, given(Drug.IBUPROFEN));

        assertThat(course(story, hour(80)).treated()).isEqualTo(treated);
    }

    @Test
    void theNewestCourseIsTold() {
        var story = treated(given(Drug.TOCILIZUMAB)).at(200, temperature("38.1"));

        assertThat(course(story, hour(199)).open()).isFalse();
        assertThat(course(story, hour(200)))
                .isEqualTo(
                        new CourseReport(true, hour(200), false, Optional.empty(), Optional.empty(), Optional.empty()));
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

        assertThat(story.crs(59)).isEqualTo(Grade.TWO);
        assertThat(late.crs(59)).isEqualTo(Grade.ZERO);
    }

    @Test
    void aLaterFeverBeginsANewCourse() {
        var story = febrile().at(100, temperature("38.2"));

        assertThat(story.at(58.0).crs().onset().orElseThrow()).isEqualTo(hour(10));
        assertThat(story.at(hour(58).plus(Story.STEP)).crs().onset()).isEmpty();
        assertThat(story.at(100.0).crs().onset().orElseThrow()).isEqualTo(hour(100));
    }

    @Test
    void aStoppedVasopressorLeavesATreatedCourseThreeDays() {
        var story = febrile()
                .at(12, given(Drug.TOCILIZUMAB))
                .at(13, started(VasopressorAgent.NOREPINEPHRINE))
                .at(60, stopped(VasopressorAgent.NOREPINEPHRINE));

        assertThat(story.at(hour(132)).crs().onset()).isPresent();
        assertThat(story.at(hour(132).plus(Story.STEP)).crs().onset()).isEmpty();
    }
}
