package health.vigil.alert;

import health.vigil.alert.DeviceUse.UnusedReadings;
import health.vigil.alert.Occurrence.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The alert that a device's readings are not used, and since when, as in `No reading of mon-60 was graded since
/// 15:08: it is not bound to a patient. Bind it, or switch it off`.
///
/// @param now times on the same day are written without a date
/// @param hospital the time zone
public record DeviceAlerts(Instant now, ZoneId hospital) {
    /// One open alert per device.
    public Occurrence unused(DeviceUse use, UnusedReadings unused) {
        return Occurrence.of(
                AlertRule.DEVICE_UNUSED,
                new Condition.DeviceUnused(use.device()),
                new Wording(use.device() + " sends readings that are not used", detail(use, unused)),
                unused.since());
    }

    private String detail(DeviceUse use, UnusedReadings unused) {
        var nothing = "No reading of " + use.device() + " was graded since " + time(unused.since()) + ": ";
        return switch (unused.reason()) {
            case UNBOUND -> nothing + "it is not bound to a patient. Bind it, or switch it off";
            case ID_CONFLICT -> nothing + "its ids were used before. Give its readings new ids";
            case CLOCK_AHEAD -> nothing + "its clock is " + span(use) + " ahead. Set its clock";
            case CLOCK_LATE ->
                "Readings of " + use.device() + " since " + time(unused.since()) + " are dated " + span(use)
                        + " too early and count as old. Set its clock";
        };
    }

    private static String span(DeviceUse use) {
        var off = use.drift().map(drift -> drift.most().abs()).orElse(Duration.ZERO);
        var minutes = off.plusSeconds(30).toMinutes();
        return minutes < 120 ? minutes + " min" : off.plusMinutes(30).toHours() + " h";
    }

    private String time(Instant since) {
        return new HospitalTime(now, hospital).of(since);
    }
}
