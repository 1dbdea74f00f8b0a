package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Alerts about what did not happen: checks that were not done, devices that say nothing.
public final class CheckAlerts {
    private CheckAlerts() {}

    /// The same check at the same due time is the same alert, whoever tells it.
    ///
    /// @param hospital in whose time it says so
    public static Occurrence overdue(DueCheck check, Instant now, ZoneId hospital) {
        return Occurrence.of(
                AlertRule.CHECK_OVERDUE,
                new Condition.CheckOverdue(check.check()),
                new Wording("Check overdue: " + check.check().label(), new CheckWords(now, hospital).overdue(check)),
                check.dueAt());
    }

    /// The same silence is the same alert.
    ///
    /// @param since when the device was last heard, or was bound
    public static Occurrence silent(String device, Duration interval, Instant since) {
        return Occurrence.of(
                AlertRule.DEVICE_SILENT,
                new Condition.DeviceSilent(device),
                new Wording(
                        "Device silent",
                        "Nothing was heard of a bound device for " + minutes(interval) + ": " + device + ", since "
                                + since),
                since.plus(interval));
    }

    private static String minutes(Duration interval) {
        return interval.toMinutes() > 0 ? interval.toMinutes() + " min" : interval.toSeconds() + " s";
    }
}
