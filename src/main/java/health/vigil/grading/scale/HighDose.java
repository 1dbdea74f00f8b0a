package health.vigil.grading.scale;

import health.vigil.observation.Observation;
import health.vigil.observation.Rate;
import health.vigil.observation.VasopressorAgent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// High-dose vasopressors (Lee 2014, and Penn after it), kept for three hours: norepinephrine 20, epinephrine 10,
/// phenylephrine 200 ug/min, dopamine 10 ug/kg/min; or together a norepinephrine equivalent of 20, with vasopressin 10.
///
/// The equivalent, ug/min, is norepinephrine + epinephrine + phenylephrine / 10 + dopamine (ug/kg/min) / 2.
/// Angiotensin II has none there.
final class HighDose {
    private static final Duration KEPT = Duration.ofHours(3);
    private static final BigDecimal TOGETHER = BigDecimal.valueOf(20);
    private static final BigDecimal WITH_VASOPRESSIN = BigDecimal.TEN;

    /// Units of a rate by what they are in the unit of the equivalent.
    private static final Map<String, BigDecimal> PER_MINUTE = Map.of(
            "ug/min", BigDecimal.ONE,
            "ug/h", BigDecimal.ONE.divide(BigDecimal.valueOf(60), MathContext.DECIMAL128),
            "mg/min", BigDecimal.valueOf(1000),
            "mg/h", BigDecimal.valueOf(1000).divide(BigDecimal.valueOf(60), MathContext.DECIMAL128));

    private static final Map<String, BigDecimal> PER_KILOGRAM = Map.of("ug/kg/min", BigDecimal.ONE);

    private HighDose() {}

    /// Kept: at every moment of the last three hours the dose was high. Absent where one of them is not known.
    static Optional<Boolean> of(Pressors pressors) {
        if (pressors.countable() == 0) {
            return Optional.of(false);
        }
        var begin = pressors.at().minus(KEPT);
        var known = true;
        for (var moment : moments(pressors, begin)) {
            var high = highAt(pressors, moment);
            if (high.filter(is -> !is).isPresent()) {
                return Optional.of(false);
            }
            known = known && high.isPresent();
        }
        return known ? Optional.of(true) : Optional.empty();
    }

    private static List<Instant> moments(Pressors pressors, Instant begin) {
        var moments = new ArrayList<>(List.of(begin));
        pressors.running().values().stream()
                .flatMap(List::stream)
                .map(Observation::effectiveAt)
                .filter(begin::isBefore)
                .forEach(moments::add);
        return moments;
    }

    private static Optional<Boolean> highAt(Pressors pressors, Instant moment) {
        var sum = BigDecimal.ZERO;
        var high = false;
        var known = true;
        for (var infusion : pressors.running().entrySet()) {
            var dose = equivalent(infusion.getKey(), infusion.getValue(), moment);
            known = known && dose.isPresent();
            sum = sum.add(dose.orElse(BigDecimal.ZERO));
            high = high
                    || dose.filter(alone -> alone.compareTo(alone(infusion.getKey())) >= 0)
                            .isPresent();
        }
        high = high || sum.compareTo(pressors.vasopressin() ? WITH_VASOPRESSIN : TOGETHER) >= 0;
        return high || known ? Optional.of(high) : Optional.empty();
    }

    /// From which equivalent on one agent's dose is high by itself.
    private static BigDecimal alone(VasopressorAgent agent) {
        return switch (agent) {
            case EPINEPHRINE -> BigDecimal.TEN;
            case DOPAMINE -> BigDecimal.valueOf(5);
            case NOREPINEPHRINE, PHENYLEPHRINE, ANGIOTENSIN_II, VASOPRESSIN, DOBUTAMINE, MILRINONE -> TOGETHER;
        };
    }

    /// The norepinephrine equivalent of one agent at a moment; nothing before it was started.
    private static Optional<BigDecimal> equivalent(VasopressorAgent agent, List<Observation> entries, Instant moment) {
        if (agent == VasopressorAgent.VASOPRESSIN) {
            return Optional.of(BigDecimal.ZERO);
        }
        var inForce = entries.stream()
                .filter(entry -> !entry.effectiveAt().isAfter(moment))
                .reduce((_, later) -> later);
        return inForce.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : inForce.flatMap(entry -> Pressors.vasopressor(entry).rate()).flatMap(rate -> equivalent(agent, rate));
    }

    private static Optional<BigDecimal> equivalent(VasopressorAgent agent, Rate rate) {
        return switch (agent) {
            case NOREPINEPHRINE, EPINEPHRINE -> in(PER_MINUTE, rate);
            case PHENYLEPHRINE -> in(PER_MINUTE, rate).map(dose -> dose.movePointLeft(1));
            case DOPAMINE -> in(PER_KILOGRAM, rate).map(dose -> dose.divide(BigDecimal.TWO, MathContext.DECIMAL128));
            case ANGIOTENSIN_II, VASOPRESSIN, DOBUTAMINE, MILRINONE -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> in(Map<String, BigDecimal> units, Rate rate) {
        return rate.unit()
                .flatMap(unit -> Optional.ofNullable(units.get(unit)))
                .map(factor -> rate.value().multiply(factor));
    }
}
