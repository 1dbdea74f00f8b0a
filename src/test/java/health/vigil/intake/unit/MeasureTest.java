package health.vigil.intake.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTest {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 100.4, [degF], 38",
        "TEMPERATURE, 32, [degF], 0",
        "TEMPERATURE, 98.6, [degF], 37",
        "TEMPERATURE, 113, [degF], 45",
        "TEMPERATURE, 77, [degF], 25",
        "TEMPERATURE, -40, [degF], -40",
        "TEMPERATURE, 311.15, K, 38",
        "TEMPERATURE, 560.07, [degR], 38",
        "TEMPERATURE, 30.4, [degRe], 38",
        "PRESSURE, 133.322, Pa, 1",
        "PRESSURE, 11.99898, kPa, 90",
        "PRESSURE, 9, cm[Hg], 90",
        "PRESSURE, 119.9898, mbar, 90",
        "PRESSURE, 119.9898, hPa, 90",
        "PRESSURE, 11998.98, N/m2, 90",
        "PRESSURE, 0.01199898, MPa, 90",
        "PRESSURE, 666.61, daPa, 50",
        "PRESSURE, 4, [in_i'Hg], 101.6",
        "PRESSURE, 66.661, atm, 50662.5",
        "PRESSURE, 86014021.52, [psi], 4448221615.2605",
        "PRESSURE, 133.322, mm[H2O], 9.80665",
        "PRESSURE, 133.322, cm[H2O], 98.0665",
        "FREQUENCY, 2, Hz, 120",
        "FREQUENCY, 72, {beats}/min, 72",
        "FREQUENCY, 90, /h, 1.5",
        "FREQUENCY, 1200, mHz, 72",
        "FREQUENCY, 2160, /d, 1.5",
        "PERCENT, 97, 10*-2, 97",
        "PERCENT, 970, [ppth], 97",
        "FRACTION, 210, [ppth], 0.21",
        "FRACTION, 21, 10^-2, 0.21",
        "PERCENT, 0.9, 1, 90",
        "FRACTION, 21, %, 0.21",
        "FLOW, 6000, mL/min, 6",
        "FLOW, 0.1, L/s, 6",
        "FLOW, 6, L.min-1, 6",
        "FLOW, 6000, cm3.min-1, 6",
        "FLOW, 0.36, m3/h, 6",
        "FLOW, 360, L/h, 6",
        "VOLUME, 1.5, L, 1500",
        "VOLUME, 5, dL, 500",
        "VOLUME, 0.0005, m3, 500",
        "VOLUME, 2, [foz_us], 59.147059125",
        "DOSE, 80, cg, 800",
        "DOSE, 0.8, g, 800",
        "DOSE, 500, ug, 0.5",
        "WEIGHT, 3500, g, 3.5",
        "WEIGHT, 100, [lb_av], 45.359237",
        "WEIGHT, 10, [stone_av], 63.5029318",
        "WEIGHT, 0.07, t, 70",
        "MINUTES, 300, s, 5",
        "MINUTES, 0.5, h, 30",
        "MINUTES, 90000, ms, 1.5"
    })
    void convertsExactly(Measure measure, BigDecimal value, String unit, BigDecimal expected) {
        assertThat(measure.convert(value, unit)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100.3, 37.9444444444444",
        "100.39, 37.9944444444444",
        "100.399999999999, 37.9999999999994",
        "100.400000000001, 38.0000000000006",
        "99.9, 37.7222222222222"
    })
    void whatDoesNotTerminateIsCutWhereItChangesNoComparison(BigDecimal fahrenheit, BigDecimal celsius) {
        assertThat(Measure.TEMPERATURE.convert(fahrenheit, "[degF]")).contains(celsius);
    }

    /// The expected result is calculated with fractions: a <= b / 9 is 9 a <= b.
    @Test
    void aConvertedTemperatureComparesWithEveryLimitAsTheFractionDoes() {
        long seed = Long.getLong("vigil.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            var fahrenheit =
                    new BigDecimal(random.nextLong(1_130_000_000_000_000L)).movePointLeft(random.nextInt(10, 13));
            var limit = new BigDecimal(random.nextLong(450_000)).movePointLeft(random.nextInt(4, 6));
            var nearby = near(limit, random);

            assertSameSide(fahrenheit.round(FIFTEEN_DIGITS), limit, seed);
            assertSameSide(nearby, limit, seed);
        }
    }

    private static BigDecimal near(BigDecimal limit, Random random) {
        var exact = limit.multiply(new BigDecimal("1.8")).add(BigDecimal.valueOf(32));
        return exact.add(BigDecimal.valueOf(random.nextInt(-2, 3)).movePointLeft(12))
                .round(FIFTEEN_DIGITS);
    }

    private static void assertSameSide(BigDecimal fahrenheit, BigDecimal limit, long seed) {
        var converted = Measure.TEMPERATURE.convert(fahrenheit, "[degF]").orElseThrow();
        var ninths = fahrenheit.subtract(BigDecimal.valueOf(32)).multiply(BigDecimal.valueOf(5));

        assertThat(Integer.signum(converted.compareTo(limit)))
                .as("seed %d: %s degF against %s", seed, fahrenheit, limit)
                .isEqualTo(Integer.signum(ninths.compareTo(limit.multiply(BigDecimal.valueOf(9)))));
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, degF",
        "TEMPERATURE, F",
        "PRESSURE, mmHg",
        "PERCENT, percent",
        "FLOW, L",
        "VOLUME, mg",
        "DOSE, mcg",
        "MINUTES, minutes",
        "FREQUENCY, bpm",
        "TEMPERATURE, Cel{"
    })
    void anUnknownUnitDoesNotConvert(Measure measure, String unit) {
        assertThat(measure.convert(BigDecimal.ONE, unit)).isEmpty();
    }
}
