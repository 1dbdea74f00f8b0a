package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The CRS course over time; it must be moved to every stop in turn.
final class NaiveCourse {

    static final Duration RESOLUTION = Duration.ofHours(24);
    static final Duration RESOLUTION_AFTER_TREATMENT = Duration.ofDays(3);

    private final Chart chart;
    private final NaiveCrs crs;
    private ActiveCourse active;
    private OracleGrade.Course ended;
    private boolean treated;
    private Instant stop = Instant.MIN;
    private boolean present;
    private Instant lastPresent = Instant.MIN;

    NaiveCourse(Chart chart, NaiveCrs crs) {
        this.chart = chart;
        this.crs = crs;
    }

    /// A course that is active.
    ///
    /// @param openedByPhysician whether its gate is open, fever or not
    record ActiveCourse(Instant onset, boolean openedByPhysician) {}

    /// The course that is active at the stop reached, or null.
    ActiveCourse active() {
        return active;
    }

    /// At one instant `closed` acts before `opened` and before fever readings. Of the other two the page says
    /// nothing: whichever is first, the course starts there and its gate is open.
    void moveTo(Instant now) {
        // A component that was present between two stops was present right up to this one, where its presence ends.
        if (present && ChangeTimes.between(stop)) {
            lastPresent = now;
        }
        if (active != null && now.isAfter(endsByItself(now))) {
            end(endsByItself(now));
        }
        if (active != null && recorded("closed", now)) {
            end(now);
        }
        if (recorded("opened", now)) {
            active = new ActiveCourse(active == null ? start(now) : active.onset(), true);
        }
        if (active == null && crs.feverReadAt(now)) {
            active = new ActiveCourse(start(now), false);
        }
        present = crs.counts(now, active);
        if (present) {
            lastPresent = now;
        }
        treated = crs.treated(now, active);
        stop = now;
    }

    private boolean recorded(String action, Instant now) {
        List<OracleObservation> records = chart.ofKind("crs-course");
        return records.stream()
                .anyMatch(entry -> entry.hasWord("action", action) && entry.at().equals(now));
    }

    /// A course that a physician opens without any component lasts for the resolution time from there, because
    /// before it nothing counted as absent. Opening the gate of an active course does not lengthen it.
    private Instant start(Instant now) {
        lastPresent = now;
        return now;
    }

    /// The last instant of the course if nothing comes: absent for *longer* than the resolution time ends it.
    private Instant endsByItself(Instant now) {
        return lastPresent.plus(crs.antiCytokineGiven(now, active) ? RESOLUTION_AFTER_TREATMENT : RESOLUTION);
    }

    private void end(Instant at) {
        ended = new OracleGrade.Course(false, active.onset(), treated, openedBy(), null, at);
        active = null;
    }

    private String openedBy() {
        return active.openedByPhysician() ? "physician" : null;
    }

    /// The newest course, or null if there was none. For an ended course: whether it was treated until its
    /// end, and when it ended, by itself or because a physician closed it.
    OracleGrade.Course course(Instant now) {
        return active == null
                ? ended
                : new OracleGrade.Course(
                        true, active.onset(), treated, openedBy(), present ? null : endsByItself(now), null);
    }
}
