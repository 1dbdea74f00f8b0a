package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.observation.HomeSign;
import health.vigil.observation.ObservationId;
import health.vigil.observation.VitalSign;

/// What an alert is about. A condition exists and can clear; an episode has at most one unresolved alert per
/// condition.
public sealed interface Condition {
    /// The stored key, unique within an episode.
    String key();

    /// Whether it has cleared as known now. Unknown is not cleared.
    boolean cleared(GradeReport now);

    /// Whether it can clear and come back with nothing new to tell both times apart.
    default boolean recurs() {
        return switch (this) {
            case CheckOverdue _, DeviceSilent _, DeviceUnused _, Technical _ -> true;
            case GradeReached _, ActiveCourse _, FlagUp _, Implausible _, DoseLimitExceeded _, StayEnded _ -> false;
            case SignAtHome _ -> false;
            case IdsUsedAgain _, PatientsDiffer _, OtherPatientsDevice _, RecordsWait _, Happened _ -> false;
        };
    }

    /// The grade of a syndrome has reached a level.
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

    /// A caregiver reports a sign. Cleared when no early sign is up any more.
    record SignAtHome(HomeSign sign) implements Condition {
        @Override
        public String key() {
            return "home-sign:" + sign.word();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return !now.icans().flags().contains(Flag.EARLY_SIGN);
        }
    }

    /// The newest value of a vital sign is implausible. Cleared by the next plausible value; one of the hospital
    /// is not cleared by a value at home.
    ///
    /// @param atHome whether it was taken at home
    record Implausible(VitalSign sign, boolean atHome) implements Condition {
        /// Of a value of the hospital.
        public Implausible(VitalSign sign) {
            this(sign, false);
        }

        @Override
        public String key() {
            return (atHome ? "implausible:home:" : "implausible:") + sign.field();
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A check is overdue. Cleared when it is done or no longer required.
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

    /// A bound device is silent. Cleared when it sends a reading or is no longer bound to the patient.
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

    /// A device sends readings that are not graded. Cleared by a reading that is.
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

    /// A dose exceeds a limit. Cleared when corrected doses no longer do.
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

    /// A device or an account sends ids again with other content, which is not graded. Ended by an
    /// acknowledgement.
    ///
    /// @param source the device, or the account if the records name no device
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

    /// The messages of a device name another patient than the one to whom it is bound, and are not graded. Ended
    /// by an acknowledgement.
    record PatientsDiffer(String device) implements Condition {
        @Override
        public String key() {
            return "wrong-patient:" + device;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// The messages of a device name the patient, but it is bound to another one, and they are not graded. Ended
    /// by an acknowledgement.
    record OtherPatientsDevice(String device) implements Condition {
        @Override
        public String key() {
            return "other-patients-device:" + device;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// Records of a device or an account wait until a person of the ward releases or discards them.
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

    /// The registration says that the stay has ended, and the episode is active. Cleared when the stay goes on.
    record StayEnded() implements Condition {
        public static final String KEY = "stay-ended";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public boolean cleared(GradeReport now) {
            return false;
        }
    }

    /// A fault of the service itself. Cleared when the fault is gone.
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

    /// An event, which cannot clear: only an acknowledgement ends it.
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
