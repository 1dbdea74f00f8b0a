package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.observation.ObservationId;
import health.vigil.observation.VitalSign;

/// What an alert is about, as something that can stand and clear. An episode has at most one unresolved alert of each.
public sealed interface Condition {
    /// Its name in the store, unique in an episode.
    String key();

    /// Whether it has cleared by what is known now. What is not known has not cleared.
    boolean cleared(GradeReport now);

    /// Whether it can clear and stand again without anything new that tells it apart.
    default boolean recurs() {
        return switch (this) {
            case CheckOverdue _, DeviceSilent _, DeviceUnused _, Technical _ -> true;
            case GradeReached _, ActiveCourse _, FlagUp _, Implausible _, DoseLimitExceeded _ -> false;
            case IdsUsedAgain _, RecordsWait _, Happened _ -> false;
        };
    }

    /// The grade of a syndrome is at or above a level.
    record GradeReached(Syndrome syndrome, Grade level) implements Condition {
        @Override
        public String key() {
            return syndrome.word() + "-grade:" + level.number().orElseThrow();
        }

        @Override
        public boolean cleared(GradeReport now) {
            var grade = now.of(syndrome).grade();
            return grade != Grade.UNKNOWN && level.above(grade);
        }
    }

    /// A course of CRS is active.
    record ActiveCourse() implements Condition {
        @Override
        public String key() {
            return "crs-course";
        }

        @Override
        public boolean cleared(GradeReport now) {
            return now.crs().onset().isEmpty();
        }
    }

    /// A flag is up.
    record FlagUp(Syndrome syndrome, Flag flag) implements Condition {
        @Override
        public String key() {
            return "flag:" + syndrome.word() + ":" + flag.word();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return !now.of(syndrome).flags().contains(flag);
        }
    }

    /// A vital sign's newest value cannot be true. Cleared by the next value that can.
    record Implausible(VitalSign sign) implements Condition {
        @Override
        public String key() {
            return "implausible:" + sign.field();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A check was not done in time. Cleared when it is done, or not asked for any more.
    record CheckOverdue(Check check) implements Condition {
        public static final String PREFIX = "check-overdue:";

        @Override
        public String key() {
            return PREFIX + check.word();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A bound device says nothing. Cleared when it speaks, or is bound to the patient no more.
    record DeviceSilent(String device) implements Condition {
        public static final String PREFIX = "device-silent:";

        @Override
        public String key() {
            return PREFIX + device;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A device speaks, and nothing of it is graded. Cleared by a reading of it that is.
    record DeviceUnused(String device) implements Condition {
        public static final String PREFIX = "device-unused:";

        @Override
        public String key() {
            return PREFIX + device;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A dose exceeds a limit. Cleared when the doses are told otherwise.
    record DoseLimitExceeded(String limit, ObservationId dose) implements Condition {
        public static final String PREFIX = "dose-limit:";

        @Override
        public String key() {
            return PREFIX + limit + ":" + dose.value();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A device or an account sends ids again with other content, which is not graded. Ended by a person's answer.
    ///
    /// @param source the device, or the account where no device is named
    record IdsUsedAgain(String source) implements Condition {
        public static final String PREFIX = "id-conflict:";

        @Override
        public String key() {
            return PREFIX + source;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// Records of a device or an account wait until somebody of the patient's ward releases or discards them.
    record RecordsWait(String source) implements Condition {
        @Override
        public String key() {
            return "records-wait:" + source;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// The service itself fails at something. Cleared when it does not.
    record Technical(AlertRule rule, String subject) implements Condition {
        @Override
        public String key() {
            return "technical:" + rule.word() + (subject.isEmpty() ? "" : ":" + subject);
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// Something happened, and stays so: only a person's answer ends it.
    record Happened(AlertType type, String subject) implements Condition {
        @Override
        public String key() {
            return type.word() + ":" + subject;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }
}
