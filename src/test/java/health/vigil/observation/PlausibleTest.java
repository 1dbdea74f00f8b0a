package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Plausible values, at and just outside every limit.
class PlausibleTest {
    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 25, 45",
        "SYSTOLIC, 30, 300",
        "DIASTOLIC, 10, 200",
        "MEAN_ARTERIAL_PRESSURE, 20, 250",
        "HEART_RATE, 10, 300",
        "RESPIRATORY_RATE, 0, 120",
        "SPO2, 30, 100"
    })
    void aVitalSignCanBeTrueFromItsLowestToItsHighest(VitalSign sign, BigDecimal lowest, BigDecimal highest) {
        var hair = new BigDecimal("0.0001");

        assertThat(plausible(sign, lowest.subtract(hair))).isEqualTo(false);
        assertThat(plausible(sign, lowest)).isEqualTo(true);
        assertThat(plausible(sign, highest)).isEqualTo(true);
        assertThat(plausible(sign, highest.add(hair))).isEqualTo(false);
    }

    private static boolean plausible(VitalSign sign, BigDecimal value) {
        var signs = new VitalSigns(Map.of(sign, value), Optional.empty());
        var plausible = signs.plausible();
        assertThat(plausible.value(sign).isPresent()).isEqualTo(plausible.all());
        return plausible.all();
    }

    @Test
    void aRangeIsToldWithItsUnit() {
        assertThat(VitalSign.TEMPERATURE.range()).isEqualTo("25-45 Cel");
        assertThat(VitalSign.SPO2.range()).isEqualTo("30-100 %");
    }

    @ParameterizedTest
    @CsvSource({"-0.1, false", "0, true", "80, true", "80.1, false"})
    void aFlowCanBeTrueFromNothingToEighty(BigDecimal flow, boolean plausible) {
        var therapy = new OxygenTherapy(
                OxygenDevice.NASAL_CANNULA,
                Optional.empty(),
                Optional.of(flow),
                Optional.empty(),
                Optional.of(OxygenReason.HYPOXIA));

        assertThat(therapy.plausibleFlow().isPresent()).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"0.2099, false", "0.21, true", "1.0, true", "1.0001, false"})
    void anOxygenFractionCanBeTrueFromAirToPureOxygen(BigDecimal fio2, boolean plausible) {
        assertThat(OxygenTherapy.plausibleFio2(fio2)).isEqualTo(plausible);
    }
}
