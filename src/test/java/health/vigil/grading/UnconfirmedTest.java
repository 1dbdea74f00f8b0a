package health.vigil.grading;

import health.vigil.grading.UnconfirmedRecord.RecordKind;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.VasopressorAgent;
import org.junit.jupiter.api.Test;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.oxygen;
import static health.vigil.grading.Story.roomAir;
import static health.vigil.grading.Story.spo2;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.systolic;
import static health.vigil.grading.Story.temperature;
import static org.assertj.core.api.Assertions.assertThat;

/// Tests which records people are asked about.
class UnconfirmedTest {
    @Test
    void oxygenIsAskedAboutTwelveHoursAfterItsRecord() {
        var story = Story.begin().at(1, oxygen(OxygenDevice.NASAL_CANNULA, OxygenReason.COMFORT));

        assertThat(story.at(hour(13).minus(STEP)).unconfirmed()).isEmpty();
        assertThat(story.at(hour(13)).unconfirmed())
                .containsExactly(new UnconfirmedRecord(RecordKind.OXYGEN, hour(1), hour(13)));
        assertThat(story.at(13.5, roomAir()).at(hour(14)).unconfirmed()).isEmpty();
    }

    @Test
    void theVasopressorThatWasChartedLongestAgoIsAskedAbout() {
        var story = Story.begin()
                .at(1, started(VasopressorAgent.NOREPINEPHRINE))
                .at(4, started(VasopressorAgent.VASOPRESSIN));

        assertThat(story.at(hour(17)).unconfirmed())
                .containsExactly(new UnconfirmedRecord(RecordKind.VASOPRESSOR, hour(1), hour(13)));
        assertThat(story.at(18, stopped(VasopressorAgent.NOREPINEPHRINE))
                        .at(hour(19))
                        .unconfirmed())
                .containsExactly(new UnconfirmedRecord(RecordKind.VASOPRESSOR, hour(4), hour(16)));
    }

    @Test
    void aSingleLowPressureIsAskedAboutUntilAnotherReading() {
        var story =
                Story.begin().baselineSystolic("125").at(1, temperature("38.5")).at(2, systolic("88"));

        assertThat(story.at(hour(2.5)).unconfirmed())
                .containsExactly(new UnconfirmedRecord(RecordKind.BLOOD_PRESSURE, hour(2), hour(2)));
        assertThat(story.at(2.75, systolic("87")).at(hour(3)).unconfirmed()).isEmpty();
    }

    @Test
    void aSingleLowSaturationIsAskedAbout() {
        var story = Story.begin().at(1, temperature("38.5")).at(2, spo2("88"));

        assertThat(story.at(hour(2)).unconfirmed())
                .containsExactly(new UnconfirmedRecord(RecordKind.SPO2, hour(2), hour(2)));
        assertThat(story.at(2.1, spo2("95")).at(hour(3)).unconfirmed()).isEmpty();
    }

    @Test
    void nothingIsAskedBeforeTheInfusion() {
        assertThat(Story.begin().at(hour(-1)).unconfirmed()).isEmpty();
    }
}
