package health.vigil.alert;

import health.vigil.alert.DeviceUse.Drift;
import health.vigil.alert.DeviceUse.UnusedReadings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The text of the alert about a device whose readings are not used: why, since when, and what to do.
class DeviceAlertsTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");
    private static final DeviceAlerts ALERTS = new DeviceAlerts(SINCE.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private static Occurrence unused(UnusedReason reason, Duration off) {
        var drift = new Drift(SINCE, 10, off, off);
        var use = new DeviceUse("mon-60", SINCE, Optional.empty(), Optional.empty(), Optional.of(drift));
        return ALERTS.unused(use, new UnusedReadings(reason, SINCE));
    }

    @Test
    void oneAlertStandsForADeviceSinceItsFirstReading() {
        var alert = unused(UnusedReason.UNBOUND, Duration.ZERO);

        assertThat(alert.rule()).isEqualTo(AlertRule.DEVICE_UNUSED);
        assertThat(alert.condition()).isEqualTo(new Condition.DeviceUnused("mon-60"));
        assertThat(alert.effectiveAt()).isEqualTo(SINCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNBOUND | PT0S | No reading of mon-60 was graded since 10:00: it is not bound to a patient. Bind it, or switch it off
            ID_CONFLICT | PT0S | No reading of mon-60 was graded since 10:00: its ids were used before. Give its readings new ids
            CLOCK_AHEAD | PT3M | No reading of mon-60 was graded since 10:00: its clock is 3 min ahead. Set its clock
            CLOCK_AHEAD | PT1H59M29S | No reading of mon-60 was graded since 10:00: its clock is 119 min ahead. Set its clock
            CLOCK_AHEAD | PT1H59M30S | No reading of mon-60 was graded since 10:00: its clock is 2 h ahead. Set its clock
            CLOCK_LATE | PT-5H | Readings of mon-60 since 10:00 are dated 5 h too early and count as old. Set its clock
            """)
    void itSaysWhyAndWhatToDo(UnusedReason reason, Duration off, String detail) {
        assertThat(unused(reason, off).wording().detail()).isEqualTo(detail);
    }
}
