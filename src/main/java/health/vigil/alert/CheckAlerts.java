package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Alerts about overdue checks and silent devices.
public final class CheckAlerts {
    private CheckAlerts() {}

    /// The alert about an overdue check. The same check with the same due time gives the same alert.
    ///
    /// @param hospital the time zone for times in the text
    public static Occurrence overdue(DueCheck check, Instant now, ZoneId hospital) {
        return Occurrence.of(
                AlertRule.CHECK_OVERDUE,
                new Condition.CheckOverdue(check.check()),
                new Wording("Check overdue: " + check.check().label(), new CheckWords(now, hospital).overdue(check)),
                check.dueAt());
    }

    /// The alert about a silent device. The same silence gives the same alert.
    ///
    /// @param since when the device was last heard, or was bound
    public static Occurrence silent(String device, Duration interval, Instant since) {
        return Occurrence.of(
                AlertRule.DEVICE_SILENT,
                new Condition.DeviceSilent(device),
                new Wording(
                        "Device silent",
                        "A bound device has sent nothing for " + minutes(interval) + ": " + device + ", since "
                                + since),
                since.plus(interval));
    }

    private static String minutes(Duration interval) {
        return interval.toMinutes() > 0 ? interval.toMinutes() + " min" : interval.toSeconds() + " s";
    }
}
