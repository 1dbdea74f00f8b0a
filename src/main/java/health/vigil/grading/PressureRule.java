package health.vigil.grading;

import health.vigil.observation.Observation;
import health.vigil.observation.PlausibleSigns;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.Optional;

/// Judges one blood pressure by age and by the patient's own baseline.
///
/// A reading needs a systolic pressure or, at 18 and over, a mean pressure. The mean is never computed from the
/// others.
record PressureRule(Patient patient, Policy policy) {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /// The blood pressure of an observation, if it has one.
    ///
    /// @param signs its plausible values
    Optional<PressureReading> read(Observation observation, PlausibleSigns signs) {
        var systolic = signs.value(VitalSign.SYSTOLIC);
        var mean = adult() ? signs.value(VitalSign.MEAN_ARTERIAL_PRESSURE) : Optional.<BigDecimal>empty();
        if (systolic.isEmpty() && mean.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PressureReading(
                observation.effectiveAt(),
                observation.id(),
                systolic,
                mean,
                judge(systolic, mean),
                signs.pressuresContradict()));
    }

    PressureVerdict judge(Optional<BigDecimal> systolic, Optional<BigDecimal> mean) {
        if (below(systolic, absoluteLimit())) {
            return PressureVerdict.BELOW_ABSOLUTE_SYSTOLIC;
        }
        if (below(mean, limits().absoluteMean())) {
            return PressureVerdict.BELOW_ABSOLUTE_MEAN;
        }
        if (systolic.isPresent() && nearOwnBaseline(systolic.get())) {
            return PressureVerdict.OWN_BASELINE;
        }
        if (below(systolic, limit())) {
            return PressureVerdict.BELOW_AGE_LIMIT;
        }
        return adult() ? judgeAdult(systolic, mean) : PressureVerdict.NORMAL;
    }

    private PressureVerdict judgeAdult(Optional<BigDecimal> systolic, Optional<BigDecimal> mean) {
        if (below(mean, limits().adultMean())) {
            return PressureVerdict.LOW_MEAN;
        }
        return systolic.isPresent() && farBelowBaseline(systolic.get())
                ? PressureVerdict.FAR_BELOW_BASELINE
                : PressureVerdict.NORMAL;
    }

    private static boolean below(Optional<BigDecimal> pressure, BigDecimal limit) {
        return pressure.isPresent() && pressure.get().compareTo(limit) < 0;
    }

    /// A systolic pressure below this is hypotension, whatever the baseline.
    BigDecimal absoluteLimit() {
        return adult() ? limits().absoluteSystolic() : limit().subtract(limits().absoluteChildMargin());
    }

    private boolean nearOwnBaseline(BigDecimal systolic) {
        return compareToBaseline(systolic, limits().ownBaselinePercent())
                .filter(sign -> sign >= 0)
                .isPresent();
    }

    private boolean farBelowBaseline(BigDecimal systolic) {
        return systolic.compareTo(limits().relativeLimit()) < 0
                && compareToBaseline(systolic, limits().relativePercent())
                        .filter(sign -> sign < 0)
                        .isPresent();
    }

    /// Compares a systolic pressure with a share of the baseline; absent without a baseline. It is exact, because
    /// nothing is divided.
    private Optional<Integer> compareToBaseline(BigDecimal systolic, BigDecimal percent) {
        return patient.baseline()
                .systolic()
                .map(baseline -> systolic.multiply(PERCENT).compareTo(baseline.multiply(percent)));
    }

    /// The sign whose value decided.
    VitalSign sign(PressureReading reading) {
        return switch (reading.verdict()) {
            case BELOW_ABSOLUTE_MEAN, LOW_MEAN -> VitalSign.MEAN_ARTERIAL_PRESSURE;
            case BELOW_ABSOLUTE_SYSTOLIC, BELOW_AGE_LIMIT, FAR_BELOW_BASELINE, OWN_BASELINE -> VitalSign.SYSTOLIC;
            case NORMAL -> reading.sign();
        };
    }

    /// Whether the reading was compared with the limit for the age.
    boolean byAge(PressureReading reading) {
        return switch (reading.verdict()) {
            case BELOW_AGE_LIMIT -> true;
            case NORMAL -> reading.sign() == VitalSign.SYSTOLIC;
            case BELOW_ABSOLUTE_SYSTOLIC, BELOW_ABSOLUTE_MEAN, LOW_MEAN, FAR_BELOW_BASELINE, OWN_BASELINE -> false;
        };
    }

    /// The value that decided, and the numbers that it was compared with.
    JudgedValue judgedValue(PressureReading reading) {
        var judged = JudgedValue.of(reading.value(sign(reading)), sign(reading).unit());
        return switch (reading.verdict()) {
            case BELOW_ABSOLUTE_SYSTOLIC -> judged.against(absoluteLimit());
            case BELOW_ABSOLUTE_MEAN -> judged.against(limits().absoluteMean());
            case OWN_BASELINE -> judged.beside(patient.baseline().systolic());
            case BELOW_AGE_LIMIT -> judged.against(limit());
            case LOW_MEAN -> judged.against(limits().adultMean());
            case FAR_BELOW_BASELINE ->
                judged.against(limits().relativeLimit())
                        .beside(patient.baseline().systolic());
            case NORMAL -> judged.against(byAge(reading) ? limit() : limits().adultMean());
        };
    }

    PressureLimits limits() {
        return policy.pressure();
    }

    BigDecimal limit() {
        return limits().systolic().at(patient.ageYears());
    }

    private boolean adult() {
        return patient.ageYears() >= Patient.ADULT;
    }
}
