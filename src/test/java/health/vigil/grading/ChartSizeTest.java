package health.vigil.grading;

import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.PatientId;
import health.vigil.observation.Tool;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.store.ChartText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The size of a chart does not grow with the number of observations.
class ChartSizeTest {
    private static final int LARGEST = 64 * 1024;
    private static final int HOUR = 3600;
    private static final int FORTNIGHT_HOURS = 14 * 24;

    /// Numbers and instants may need more characters.
    private static final int SPELLING = 512;

    private static final Grader GRADER =
            new Grader(Policy.DEFAULT, new Patient(Story.INFUSION, 50, Baseline.NONE), Attributions.NONE);

    @Test
    void aChartOfFourteenDaysAtOneHertzIsNotLargerThanOneOfAnHour() {
        var chart = hour(GRADER.begin(List.of()), 0);
        int textAfterAnHour = text(chart);
        long heapAfterAnHour = Footprint.of(chart);
        for (int hour = 1; hour < FORTNIGHT_HOURS; hour++) {
            chart = hour(chart, hour);
        }

        assertSmall(chart);
        assertThat(text(chart))
                .as(text(chart) + " bytes after " + textAfterAnHour)
                .isLessThanOrEqualTo(textAfterAnHour + SPELLING);
        assertThat(Footprint.of(chart))
                .as(Footprint.of(chart) + " bytes after " + heapAfterAnHour)
                .isLessThanOrEqualTo(heapAfterAnHour + SPELLING);
    }

    @Test
    void aChartThatHoldsAllThereIsToSeeIsSmall() {
        var chart = hour(GRADER.begin(List.of()), 0);
        var everything = everything();
        var observations = new ArrayList<Observation>();
        for (int minute = 0; minute < everything.size(); minute++) {
            observations.add(longNamed(everything.get(minute), end(0).plusSeconds(60L * (minute + 1))));
        }

        chart = GRADER.advance(chart, observations, end(1)).chart();

        assertSmall(chart);
    }

    /// One of each kind that the rules distinguish.
    private static List<Content> everything() {
        var contents = new ArrayList<Content>();
        Arrays.stream(VitalSign.values()).forEach(sign -> contents.add(Story.vital(sign, "-100000000")));
        Arrays.stream(VasopressorAgent.values()).forEach(agent -> contents.add(Story.started(agent)));
        Arrays.stream(Finding.values()).forEach(finding -> contents.add(Story.finding(finding, true)));
        Arrays.stream(Drug.values()).forEach(drug -> contents.add(Story.given(drug)));
        contents.addAll(List.of(
                Story.bolus(FluidReason.HYPOTENSION),
                Story.oxygen(OxygenDevice.NASAL_CANNULA, "6.25"),
                Story.spo2("85"),
                Story.seizure("3", true, true),
                Story.seizure("61", false, false),
                Story.tremor(),
                Story.wakes(Consciousness.VOICE),
                Story.notTestable(Tool.ICE)));
        Arrays.stream(DeathCause.values()).forEach(cause -> contents.add(Story.died(cause)));
        return contents;
    }

    private static Observation longNamed(Content content, Instant at) {
        var id = at + "-".repeat(ObservationId.MAX_LENGTH - at.toString().length());
        return new Observation(ObservationIds.of(id), new PatientId("p-1"), at, at, content);
    }

    private static void assertSmall(Chart chart) {
        assertThat(text(chart)).as("bytes of text: " + text(chart)).isLessThan(LARGEST);
        assertThat(Footprint.of(chart))
                .as("bytes of heap: " + Footprint.of(chart))
                .isLessThan(LARGEST);
    }

    private static Chart hour(Chart chart, int hour) {
        return GRADER.advance(chart, Readings.everySecond(hour * HOUR, HOUR), end(hour))
                .chart();
    }

    private static Instant end(int hour) {
        return Story.INFUSION.plusSeconds((hour + 1L) * HOUR);
    }

    private static int text(Chart chart) {
        return ChartText.of(chart).getBytes(StandardCharsets.UTF_8).length;
    }
}
