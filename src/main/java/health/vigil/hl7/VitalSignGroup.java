package health.vigil.hl7;

import health.vigil.exchange.Meaning;
import health.vigil.exchange.PartDraft;
import health.vigil.hl7.ObxReading.ObxValue;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.intake.unit.Measure;
import health.vigil.observation.Kind;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Vital signs of one instant as one observation. Of several values of one sign one is chosen.
final class VitalSignGroup {
    private VitalSignGroup() {}

    private record SignReading(ReadObx reading, Meaning.OfSign code, ObxValue.Numeric value) {
        /// The value in the unit of its sign; absent if it does not convert.
        Optional<BigDecimal> canonical() {
            return Measure.of(code.sign()).convert(value.number(), value.unit());
        }

        boolean plausible() {
            return canonical().filter(code.sign()::plausible).isPresent();
        }
    }

    static PartDraft of(List<ReadObx> readings) {
        var part = new PartDraft("vital-signs", Kind.VITAL_SIGNS);
        bySign(readings).forEach((sign, candidates) -> put(part, sign, chosen(sign, candidates)));
        return part;
    }

    private static Map<VitalSign, List<SignReading>> bySign(List<ReadObx> readings) {
        var signs = new EnumMap<VitalSign, List<SignReading>>(VitalSign.class);
        for (var reading : readings) {
            if (reading.code() instanceof Meaning.OfSign code
                    && reading.value().orElse(null) instanceof ObxValue.Numeric value) {
                signs.computeIfAbsent(code.sign(), _ -> new ArrayList<>()).add(new SignReading(reading, code, value));
            }
        }
        return signs;
    }

    /// Of several temperatures the highest that can be true, because an unplugged probe is cold. Of other signs
    /// the first of the best source.
    private static SignReading chosen(VitalSign sign, List<SignReading> candidates) {
        return sign == VitalSign.TEMPERATURE
                ? candidates.stream()
                        .filter(SignReading::plausible)
                        .max(Comparator.comparing(
                                candidate -> candidate.canonical().orElseThrow()))
                        .orElse(candidates.getFirst())
                : best(candidates).getFirst();
    }

    private static List<SignReading> best(List<SignReading> candidates) {
        var source = candidates.stream()
                .map(candidate -> candidate.code().source())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return candidates.stream()
                .filter(candidate -> candidate.code().source() == source)
                .toList();
    }

    /// The signs of which the readings say different things: the best source tells two values, or one is
    /// withdrawn and another is not. A monitor may have several temperatures.
    static Set<VitalSign> contradictions(List<ReadObx> readings) {
        var withdrawn = readings.stream()
                .filter(reading -> reading.value().isEmpty())
                .flatMap(reading -> sign(reading).stream())
                .collect(Collectors.toSet());
        var contradictions = EnumSet.noneOf(VitalSign.class);
        bySign(readings).forEach((sign, candidates) -> {
            if (withdrawn.contains(sign) || (sign != VitalSign.TEMPERATURE && differ(best(candidates)))) {
                contradictions.add(sign);
            }
        });
        return contradictions;
    }

    private static boolean differ(List<SignReading> candidates) {
        return candidates.stream()
                        .map(candidate -> candidate.canonical().map(BigDecimal::stripTrailingZeros))
                        .distinct()
                        .count()
                > 1;
    }

    static Optional<VitalSign> sign(ReadObx reading) {
        return reading.code() instanceof Meaning.OfSign(var sign, var _, var _) ? Optional.of(sign) : Optional.empty();
    }

    private static void put(PartDraft part, VitalSign sign, SignReading chosen) {
        var obx = chosen.reading().context().obx();
        part.put(
                sign.field(),
                chosen.value().number(),
                Optional.of(chosen.value().unit()),
                obx.place(5));
        chosen.code().site().ifPresent(site -> part.put("temperatureSite", site, obx.place(3)));
    }
}
