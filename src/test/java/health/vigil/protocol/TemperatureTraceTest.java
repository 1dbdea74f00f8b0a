package health.vigil.protocol;

import health.vigil.context.CaseNotes;
import health.vigil.observation.Kind;
import health.vigil.observation.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.context.CaseNotes.time;
import static org.assertj.core.api.Assertions.assertThat;

class TemperatureTraceTest {
    private static List<Observation> kept(CaseNotes notes) {
        var trace = new TemperatureTrace();
        notes.observations().forEach(trace::add);
        return trace.kept();
    }

    @Test
    void whatIsChartedByHandIsKept() {
        var notes = CaseNotes.begin()
                .temperature(1, "08:00", "39")
                .temperature(1, "08:10", "38")
                .temperature(2, "08:00", "37");

        assertThat(kept(notes)).isEqualTo(notes.observations());
    }

    @Test
    void ofAContinuousMonitorTheHighestAndTheLowestOfTenMinutesAreKept() {
        var notes = CaseNotes.begin()
                .temperature(1, "08:00", "38.1")
                .temperature(1, "08:01", "38.4")
                .temperature(1, "08:02", "37.9")
                .temperature(1, "08:09", "38.0");

        assertThat(kept(notes))
                .extracting(Observation::effectiveAt)
                .containsExactly(time(1, "08:02"), time(1, "08:01"));
    }

    @Test
    void otherRecordsAndWhatCannotBeTrueAreNotKept() {
        var notes = CaseNotes.begin()
                .at(1, "08:00", Kind.VITAL_SIGNS, "'systolic': 84")
                .drug(1, "08:00", "tocilizumab")
                .temperature(1, "08:00", "55");

        assertThat(kept(notes)).isEmpty();
    }
}
