package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Alerts about what did not happen: checks that were not done, devices that say nothing.
public final class CheckAlerts {
    private CheckAlerts() {}

    /// The same check at the same due time is the same alert, whoever tells it.
    public static Occurrence overdue(DueCheck check) {
        return Occurrence.of(
                AlertRule.CHECK_OVERDUE,
                new Condition.CheckOverdue(check.check()),
                new Wording(
                        "Check overdue: " + check.check().label(),
                        first(check.check().label()) + " due at " + check.dueAt() + ", and not recorded"),
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

    private static String first(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static String minutes(Duration interval) {
        return interval.toMinutes() > 0 ? interval.toMinutes() + " min" : interval.toSeconds() + " s";
    }
}
