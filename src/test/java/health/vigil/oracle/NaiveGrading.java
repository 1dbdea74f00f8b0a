package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.oracle.OracleGrade.Peak;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Grades by letting time run from the infusion to the instant asked for, and asking every question anew at each stop.
public final class NaiveGrading {

    private NaiveGrading() {}

    /// The grades of a patient at `t`, as they were known at `k`; both are truncated to microseconds.
    ///
    /// @param observations all of this patient's observations with their `receivedAt`, each id once, in any order
    public static OracleGrade grade(
            OraclePatient patient, List<? extends JsonNode> observations, Instant t, Instant k) {
        Instant end = t.truncatedTo(ChronoUnit.MICROS);
        if (end.isBefore(patient.infusedAt())) {
            return OracleGrade.BEFORE_INFUSION;
        }
        return run(Chart.of(patient, observations, k.truncatedTo(ChronoUnit.MICROS)), end);
    }

    /// A peak is found at a stop, never between: a grade rises only with an observation or at an attribution's end,
    /// and both are stops.
    private static OracleGrade run(Chart chart, Instant end) {
        NaiveCrs crs = new NaiveCrs(chart);
        NaiveIcans icans = new NaiveIcans(chart);
        NaiveCourse course = new NaiveCourse(crs);
        Peak crsPeak = null;
        Peak icansPeak = null;
        for (Instant now : Stops.until(end, chart)) {
            course.moveTo(now);
            crsPeak = Peak.higher(crsPeak, crs.grade(now, course.onset()), now);
            icansPeak = Peak.higher(icansPeak, icans.grade(now), now);
        }
        return new OracleGrade(
                crs.grade(end, course.onset()),
                icans.grade(end),
                crsPeak,
                icansPeak,
                course.onset(),
                new NaiveCrsFlags(chart, crs).at(end, course.onset()),
                new NaiveIcansFlags(chart, icans).at(end));
    }
}
