package health.vigil.alert;

import health.vigil.alert.DeviceUse.DeviceSignal;
import health.vigil.alert.DeviceUse.Outcome;
import health.vigil.alert.DeviceUse.UnusedReadings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceUseTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private DeviceUse use = DeviceUse.begin("mon-60", START);
    private Instant now = START;

    private void says(Outcome outcome, Duration ahead) {
        use = use.after(new DeviceSignal(outcome, now, ahead));
        now = now.plusSeconds(1);
    }

    private void applied(int times, Duration ahead) {
        for (int i = 0; i < times; i++) {
            says(Outcome.APPLIED, ahead);
        }
    }

    @Test
    void whatIsAppliedIsUsed() {
        says(Outcome.APPLIED, Duration.ofSeconds(-3));

        assertThat(use.unused()).isEmpty();
        assertThat(use.usedAt()).contains(START);
    }

    @Test
    void aDeviceOfNobodyIsNotUsedSinceItsFirstReading() {
        says(Outcome.UNBOUND, Duration.ZERO);
        says(Outcome.UNBOUND, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.UNBOUND, START));
        assertThat(use.unusedWithAlert()).isPresent();
    }

    @Test
    void conflictsAreToldByTheAlertThatCountsThem() {
        says(Outcome.ID_CONFLICT, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.ID_CONFLICT, START));
        assertThat(use.unusedWithAlert()).isEmpty();
    }

    @Test
    void tenReadingsInARowThatAreDatedAheadAreAClockThatIsAhead() {
        applied(9, Duration.ofMinutes(3));
        assertThat(use.unused()).isEmpty();
        assertThat(use.signOfLife()).isEmpty();

        applied(1, Duration.ofDays(30));

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.CLOCK_AHEAD, START));
        assertThat(use.signOfLife()).contains(START.plusSeconds(9));
    }

    @Test
    void tenReadingsInARowThatAreLateByTheSameSpanAreAClockThatIsLate() {
        applied(9, Duration.ofHours(-5));
        assertThat(use.unused()).isEmpty();

        applied(1, Duration.ofHours(-5).plusSeconds(30));

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.CLOCK_LATE, START));
    }

    @Test
    void aBacklogIsNoClockThatIsLate() {
        for (int i = 120; i > 0; i--) {
            says(Outcome.APPLIED, Duration.ofMinutes(-5L * i));
        }

        assertThat(use.unused()).isEmpty();
    }

    @Test
    void lessThanTwoMinutesIsNothing() {
        applied(50, Duration.ofMinutes(-2));
        applied(50, Duration.ofMinutes(2));

        assertThat(use.unused()).isEmpty();
    }

    @Test
    void aReadingThatIsUsedEndsIt() {
        applied(10, Duration.ofMinutes(3));

        applied(1, Duration.ZERO);

        assertThat(use.unused()).isEmpty();
        assertThat(use.drift()).isEmpty();
    }

    @Test
    void whatSaysNothingOfItsUseIsHeardOnly() {
        says(Outcome.UNBOUND, Duration.ZERO);
        says(Outcome.OTHER, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.UNBOUND, START));
        assertThat(use.heardAt()).isEqualTo(START.plusSeconds(1));
    }
}
