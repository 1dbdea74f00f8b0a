package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What one observation contributes to one question: the grade it gives by itself, and its time.
record Mark(Instant at, int grade) {

    /// A window is inclusive: it counts while `now - at <= window`.
    static boolean within(Duration window, Instant at, Instant now) {
        return !at.isAfter(now) && !now.isAfter(at.plus(window));
    }

    static boolean anyWithin(Duration window, List<Instant> times, Instant now) {
        for (Instant at : times) {
            if (within(window, at, now)) {
                return true;
            }
        }
        return false;
    }

    /// The highest grade within the window, or 0.
    static int highestWithin(Duration window, List<Mark> marks, Instant now) {
        int highest = 0;
        for (Mark mark : marks) {
            if (within(window, mark.at, now)) {
                highest = Math.max(highest, mark.grade);
            }
        }
        return highest;
    }

    /// The newest mark's grade if it lies within the window; of several made at one instant, the highest.
    static OptionalInt newestWithin(Duration window, List<Mark> marks, Instant now) {
        OptionalInt newest = newest(marks, now);
        for (Mark mark : marks) {
            if (within(window, mark.at, now)) {
                return newest;
            }
        }
        return OptionalInt.empty();
    }

    /// The newest mark's grade, however old; of several made at one instant, the highest.
    static OptionalInt newest(List<Mark> marks, Instant now) {
        Mark newest = null;
        for (Mark mark : marks) {
            if (!mark.at.isAfter(now) && (newest == null || mark.overrules(newest))) {
                newest = mark;
            }
        }
        return newest == null ? OptionalInt.empty() : OptionalInt.of(newest.grade);
    }

    private boolean overrules(Mark other) {
        return at.isAfter(other.at) || (at.equals(other.at) && grade > other.grade);
    }
}
