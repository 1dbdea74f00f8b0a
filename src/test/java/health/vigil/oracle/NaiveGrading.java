package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.oracle.NaiveCourse.ActiveCourse;
import health.vigil.oracle.OracleGrade.Peak;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Grades by going from the infusion to the time asked for, and answering every question again at each stop.
public final class NaiveGrading {

    private NaiveGrading() {}

    /// The grades of a patient at `t`, as known at `k`; both are truncated to microseconds.
    ///
    /// @param observations all observations of this patient with their `receivedAt`, each id once, in any
    ///     order
    public static OracleGrade grade(
            OraclePatient patient, List<? extends JsonNode> observations, Instant t, Instant k) {
        return grades(patient, observations, List.of(t), k).get(t.truncatedTo(ChronoUnit.MICROS));
    }

    /// The same for several `t` in one run of time, by `t` as truncated.
    public static SortedMap<Instant, OracleGrade> grades(
            OraclePatient patient, List<? extends JsonNode> observations, Collection<Instant> times, Instant k) {
        SortedMap<Instant, OracleGrade> grades = new TreeMap<>();
        for (Instant t : times) {
            grades.put(t.truncatedTo(ChronoUnit.MICROS), OracleGrade.BEFORE_INFUSION);
        }
        NavigableSet<Instant> graded =
                new TreeSet<>(grades.tailMap(patient.infusedAt()).keySet());
        if (!graded.isEmpty()) {
            grades.putAll(run(Chart.of(patient, observations, k.truncatedTo(ChronoUnit.MICROS)), graded));
        }
        return grades;
    }

    private static Map<Instant, OracleGrade> run(Chart chart, NavigableSet<Instant> asked) {
        NaiveCrs crs = new NaiveCrs(chart);
        NaiveIcans icans = new NaiveIcans(chart);
        NaiveCourse course = new NaiveCourse(chart, crs);
        NaiveCrsFlags crsFlags = new NaiveCrsFlags(chart, crs);
        NaiveIcansFlags icansFlags = new NaiveIcansFlags(chart, icans);
        Peak crsPeak = null;
        Peak icansPeak = null;
        Map<Instant, OracleGrade> grades = new HashMap<>();
        for (ChangeTimes.ChangeTime change : ChangeTimes.through(asked, chart)) {
            Instant now = change.at();
            course.moveTo(now);
            ActiveCourse active = course.active();
            Integer crsGrade = crs.grade(now, active);
            Integer icansGrade = icans.grade(now);
            if (change.firstMicrosecond().isPresent()) {
                crsPeak =
                        Peak.higher(crsPeak, crsGrade, change.firstMicrosecond().get());
                icansPeak = Peak.higher(
                        icansPeak, icansGrade, change.firstMicrosecond().get());
            }
            if (asked.contains(now)) {
                grades.put(
                        now,
                        new OracleGrade(
                                crsGrade,
                                icansGrade,
                                crsPeak,
                                icansPeak,
                                active == null ? null : active.onset(),
                                course.course(now),
                                crsFlags.at(now, active),
                                icansFlags.at(now)));
            }
        }
        return grades;
    }
}
