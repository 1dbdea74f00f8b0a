package health.vigil.grading.scale;

import health.vigil.grading.AgentInfusions;
import health.vigil.observation.Observation;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// High-dose vasopressors (Lee 2014, also used by Penn), given for three hours: norepinephrine 20, epinephrine 10,
/// phenylephrine 200 ug/min, dopamine 10 ug/kg/min; or together a norepinephrine equivalent of 20, or of 10 with
/// vasopressin.
///
/// The equivalent, ug/min, is norepinephrine + epinephrine + phenylephrine / 10 + dopamine (ug/kg/min) / 2.
/// The other agents have no equivalent there. A rate per kilogram is converted with the patient's weight.
final class HighDose {
    private static final Duration KEPT = Duration.ofHours(3);
    private static final BigDecimal TOGETHER = BigDecimal.valueOf(20);
    private static final BigDecimal WITH_VASOPRESSIN = BigDecimal.TEN;

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /// The factor of each unit of a rate to ug/min.
    private static final Map<String, BigDecimal> PER_MINUTE = Map.of(
            "ug/min", BigDecimal.ONE,
            "ug/h", BigDecimal.ONE.divide(SIXTY, MathContext.DECIMAL128),
            "mg/min", BigDecimal.valueOf(1000),
            "mg/h", BigDecimal.valueOf(1000).divide(SIXTY, MathContext.DECIMAL128));

    /// The factor of each unit of a rate to ug/kg/min.
    private static final Map<String, BigDecimal> PER_KILOGRAM = Map.of(
            "ug/kg/min", BigDecimal.ONE,
            "ug/kg/h", BigDecimal.ONE.divide(SIXTY, MathContext.DECIMAL128),
            "mg/kg/min", BigDecimal.valueOf(1000),
            "mg/kg/h", BigDecimal.valueOf(1000).divide(SIXTY, MathContext.DECIMAL128));

    private HighDose() {}

    /// Whether the dose was high throughout the last three hours. Absent if the dose is unknown at any moment.
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
            var dose = equivalent(infusion.getKey(), infusion.getValue(), moment, pressors.weight());
            known = known && dose.isPresent();
            sum = sum.add(dose.orElse(BigDecimal.ZERO));
            high = high
                    || dose.filter(alone -> alone.compareTo(alone(infusion.getKey())) >= 0)
                            .isPresent();
        }
        high = high || sum.compareTo(pressors.vasopressin() ? WITH_VASOPRESSIN : TOGETHER) >= 0;
        return high || known ? Optional.of(high) : Optional.empty();
    }

    /// The equivalent from which the dose of one agent alone is high.
    private static BigDecimal alone(VasopressorAgent agent) {
        return switch (agent) {
            case EPINEPHRINE -> BigDecimal.TEN;
            case DOPAMINE -> BigDecimal.valueOf(5);
            case NOREPINEPHRINE, PHENYLEPHRINE, ANGIOTENSIN_II, METARAMINOL, EPHEDRINE -> TOGETHER;
            case VASOPRESSIN, TERLIPRESSIN, OTHER -> TOGETHER;
            case DOBUTAMINE, MILRINONE, LEVOSIMENDAN, MIDODRINE, METHYLENE_BLUE, HYDROXOCOBALAMIN -> TOGETHER;
        };
    }

    /// The norepinephrine equivalent of all infusions of one agent at a moment; 0 before its start.
    private static Optional<BigDecimal> equivalent(
            VasopressorAgent agent, List<Observation> entries, Instant moment, Optional<BigDecimal> weight) {
        if (agent.agentClass() == VasopressorAgent.AgentClass.VASOPRESSIN) {
            return Optional.of(BigDecimal.ZERO);
        }
        var sum = Optional.of(BigDecimal.ZERO);
        for (var entry : inForce(entries, moment).entrySet()) {
            var dose = equivalent(agent, Pressors.vasopressor(entry.getValue()), entry.getKey(), weight);
            sum = sum.flatMap(so -> dose.map(so::add));
        }
        return sum;
    }

    /// The newest record of each infusion at a moment.
    private static Map<String, Observation> inForce(List<Observation> entries, Instant moment) {
        var newest = new HashMap<String, Observation>();
        entries.stream()
                .filter(entry -> !entry.effectiveAt().isAfter(moment))
                .forEach(entry -> newest.put(AgentInfusions.name(entry, Pressors.vasopressor(entry)), entry));
        return newest;
    }

    /// @param name the infusion's name: an infusion that has a name and was stopped gives 0
    private static Optional<BigDecimal> equivalent(
            VasopressorAgent agent, Vasopressor record, String name, Optional<BigDecimal> weight) {
        if (record.effect().ends() && !name.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return record.rate().flatMap(rate -> equivalent(agent, rate, weight));
    }

    private static Optional<BigDecimal> equivalent(VasopressorAgent agent, Rate rate, Optional<BigDecimal> weight) {
        return switch (agent) {
            case NOREPINEPHRINE, EPINEPHRINE -> perMinute(rate, weight);
            case PHENYLEPHRINE -> perMinute(rate, weight).map(dose -> dose.movePointLeft(1));
            case DOPAMINE -> perKilogram(rate, weight).map(dose -> dose.divide(BigDecimal.TWO, MathContext.DECIMAL128));
            case ANGIOTENSIN_II, METARAMINOL, EPHEDRINE, VASOPRESSIN, TERLIPRESSIN, OTHER -> Optional.empty();
            case DOBUTAMINE, MILRINONE, LEVOSIMENDAN, MIDODRINE, METHYLENE_BLUE, HYDROXOCOBALAMIN -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> perMinute(Rate rate, Optional<BigDecimal> weight) {
        return in(PER_MINUTE, rate).or(() -> in(PER_KILOGRAM, rate).flatMap(dose -> weight.map(dose::multiply)));
    }

    private static Optional<BigDecimal> perKilogram(Rate rate, Optional<BigDecimal> weight) {
        return in(PER_KILOGRAM, rate)
                .or(() -> in(PER_MINUTE, rate)
                        .flatMap(dose -> weight.map(kilograms -> dose.divide(kilograms, MathContext.DECIMAL128))));
    }

    private static Optional<BigDecimal> in(Map<String, BigDecimal> units, Rate rate) {
        return rate.unit()
                .flatMap(unit -> Optional.ofNullable(units.get(unit)))
                .map(factor -> rate.value().multiply(factor));
    }
}
