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

    private void receive(Outcome outcome, Duration ahead) {
        use = use.after(new DeviceSignal(outcome, now, ahead));
        now = now.plusSeconds(1);
    }

    private void receiveApplied(int times, Duration ahead) {
        for (int i = 0; i < times; i++) {
            receive(Outcome.APPLIED, ahead);
        }
    }

    @Test
    void whatIsAppliedIsUsed() {
        receive(Outcome.APPLIED, Duration.ofSeconds(-3));

        assertThat(use.unused()).isEmpty();
        assertThat(use.usedAt()).contains(START);
    }

    @Test
    void aDeviceOfNobodyIsNotUsedSinceItsFirstReading() {
        receive(Outcome.UNBOUND, Duration.ZERO);
        receive(Outcome.UNBOUND, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.UNBOUND, START));
        assertThat(use.unusedWithAlert()).isPresent();
    }

    @Test
    void conflictsAreToldByTheAlertThatCountsThem() {
        receive(Outcome.ID_CONFLICT, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.ID_CONFLICT, START));
        assertThat(use.unusedWithAlert()).isEmpty();
    }

    @Test
    void tenReadingsInARowThatAreDatedAheadAreAClockThatIsAhead() {
        receiveApplied(9, Duration.ofMinutes(3));
        assertThat(use.unused()).isEmpty();
        assertThat(use.signOfLife()).isEmpty();

        receiveApplied(1, Duration.ofDays(30));

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.CLOCK_AHEAD, START));
        assertThat(use.signOfLife()).contains(START.plusSeconds(9));
    }

    @Test
    void tenReadingsInARowThatAreLateByTheSameSpanAreAClockThatIsLate() {
        receiveApplied(9, Duration.ofHours(-5));
        assertThat(use.unused()).isEmpty();

        receiveApplied(1, Duration.ofHours(-5).plusSeconds(30));

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.CLOCK_LATE, START));
    }

    @Test
    void aBacklogIsNoClockThatIsLate() {
        for (int i = 120; i > 0; i--) {
            receive(Outcome.APPLIED, Duration.ofMinutes(-5L * i));
        }

        assertThat(use.unused()).isEmpty();
    }

    @Test
    void lessThanTwoMinutesIsNothing() {
        receiveApplied(50, Duration.ofMinutes(-2));
        receiveApplied(50, Duration.ofMinutes(2));

        assertThat(use.unused()).isEmpty();
    }

    @Test
    void aReadingThatIsUsedEndsIt() {
        receiveApplied(10, Duration.ofMinutes(3));

        receiveApplied(1, Duration.ZERO);

        assertThat(use.unused()).isEmpty();
        assertThat(use.drift()).isEmpty();
    }

    @Test
    void whatSaysNothingOfItsUseIsHeardOnly() {
        receive(Outcome.UNBOUND, Duration.ZERO);
        receive(Outcome.OTHER, Duration.ZERO);

        assertThat(use.unused()).contains(new UnusedReadings(UnusedReason.UNBOUND, START));
        assertThat(use.heardAt()).isEqualTo(START.plusSeconds(1));
    }
}
