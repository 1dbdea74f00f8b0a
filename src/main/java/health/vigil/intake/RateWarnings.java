package health.vigil.intake;

import health.vigil.intake.unit.RateMeasure;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds rates of vasopressors that are too high to be true: mistyped, or in the wrong unit. They are kept,
/// because the grade depends only on whether a rate is 0.
///
/// The limits are several times the highest doses in use. They are our own, and a clinician must confirm them.
final class RateWarnings {
    /// In mg/kg/min.
    private static final Map<VasopressorAgent, BigDecimal> BY_WEIGHT = Map.ofEntries(
            limit(VasopressorAgent.NOREPINEPHRINE, "0.005"),
            limit(VasopressorAgent.EPINEPHRINE, "0.005"),
            limit(VasopressorAgent.PHENYLEPHRINE, "0.03"),
            limit(VasopressorAgent.DOPAMINE, "0.06"),
            limit(VasopressorAgent.ANGIOTENSIN_II, "0.0002"),
            limit(VasopressorAgent.METARAMINOL, "0.03"),
            limit(VasopressorAgent.DOBUTAMINE, "0.06"),
            limit(VasopressorAgent.MILRINONE, "0.002"),
            limit(VasopressorAgent.LEVOSIMENDAN, "0.001"));

    /// The body weight that is assumed for a rate without a weight, kg.
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(200);

    /// Vasopressin, in units per minute.
    private static final BigDecimal VASOPRESSIN = new BigDecimal("0.5");

    private RateWarnings() {}

    private static Map.Entry<VasopressorAgent, BigDecimal> limit(VasopressorAgent agent, String perKilogram) {
        return Map.entry(agent, new BigDecimal(perKilogram));
    }

    static Stream<String> of(Vasopressor vasopressor) {
        return vasopressor.rate().filter(rate -> beyond(vasopressor.agent(), rate)).stream()
                .map(_ -> "rate: is higher than any usual rate of "
                        + vasopressor.agent().word() + "; check the number and the unit");
    }

    private static boolean beyond(VasopressorAgent agent, Rate rate) {
        return rate.unit()
                .flatMap(unit -> RateMeasure.of(unit)
                        .flatMap(measure -> limit(agent, measure)
                                .map(limit ->
                                        measure.convert(rate.value(), unit).compareTo(limit) > 0)))
                .orElse(false);
    }

    /// The limit in the measure's canonical unit; absent if there is none.
    private static Optional<BigDecimal> limit(VasopressorAgent agent, RateMeasure measure) {
        return switch (measure) {
            case MASS_BY_WEIGHT -> Optional.ofNullable(BY_WEIGHT.get(agent));
            case MASS -> Optional.ofNullable(BY_WEIGHT.get(agent)).map(HEAVIEST::multiply);
            case ARBITRARY, ACTIVITY ->
                agent == VasopressorAgent.VASOPRESSIN ? Optional.of(VASOPRESSIN) : Optional.empty();
            case ARBITRARY_BY_WEIGHT, ACTIVITY_BY_WEIGHT, VOLUME -> Optional.empty();
        };
    }
}
