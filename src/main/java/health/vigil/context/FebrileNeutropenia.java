package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Culture;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Fever with few neutrophils. A fever that was attributed to another cause counts here: sepsis is the point.
final class FebrileNeutropenia {
    private static final BigDecimal ONCE = new BigDecimal("38.3");
    private static final BigDecimal TWICE = new BigDecimal("38.0");
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Duration APART = Duration.ofHours(1);
    private static final Duration TOGETHER = Duration.ofHours(4);
    private static final Ratio LOW = Ratio.of("0.5");
    private static final Ratio FALLING = Ratio.of("1.0");

    private FebrileNeutropenia() {}

    /// @param by what was read
    private record Temperature(Entry<VitalSigns> by, BigDecimal celsius) {
        Instant at() {
            return by.at();
        }

        boolean reaches(BigDecimal limit) {
            return celsius.compareTo(limit) >= 0;
        }
    }

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.FEBRILE_NEUTROPENIA);
        bedside.labs().leftOut(Analyte.NEUTROPHILS).forEach(answer::note);
        var newest = bedside.newest(Analyte.NEUTROPHILS);
        var readings = readings(bedside);
        newest.ifPresentOrElse(answer::input, () -> answer.missing("neutrophils"));
        if (newest.isEmpty()) {
            return answer.reason("neutrophils not known for 48 h").item();
        }
        var fever = fever(readings);
        var feverish = readings.isEmpty() ? Truth.UNKNOWN : Truth.of(fever.isPresent());
        var few = few(bedside, newest.get());
        answer.fact(fever.map(reading -> Fact.of(
                        "fever",
                        feverish,
                        "temperature " + reading.celsius().toPlainString() + " Cel",
                        reading.by().observation()))
                .orElseGet(() -> Fact.of("fever", feverish, "38.3 Cel, or 38.0 Cel twice within 4 h")));
        answer.fact(
                Fact.of("neutropenia", few, newest.get().told(), newest.get().observation()));
        if (readings.isEmpty()) {
            answer.missing("temperature");
        }
        if (few == Truth.UNKNOWN) {
            answer.missing("the neutrophils before the newest");
        }
        conclude(answer, bedside, feverish.and(few), fever);
        return answer.item();
    }

    private static void conclude(Answer answer, Bedside bedside, Truth is, Optional<Temperature> fever) {
        is.known().ifPresentOrElse(answer::holds, () -> answer.reason(answer.missed()));
        if (is.holds()) {
            fever.ifPresent(reading -> answer.text(sentence(bedside, reading.at())));
        }
    }

    /// Temperatures that can be true, of the last day.
    private static List<Temperature> readings(Bedside bedside) {
        var readings = new ArrayList<Temperature>();
        bedside.entries(VitalSigns.class)
                .filter(Bedside.from(bedside.at().minus(WINDOW)))
                .forEach(entry -> entry.content()
                        .plausible()
                        .value(VitalSign.TEMPERATURE)
                        .ifPresent(celsius -> readings.add(new Temperature(entry, celsius))));
        return readings;
    }

    /// The first reading by which there was a fever.
    private static Optional<Temperature> fever(List<Temperature> readings) {
        return readings.stream()
                .filter(reading -> reading.reaches(ONCE) || second(readings, reading))
                .min(Comparator.comparing(Temperature::at)
                        .thenComparing(Temperature::celsius, Comparator.reverseOrder()));
    }

    private static boolean second(List<Temperature> readings, Temperature later) {
        return later.reaches(TWICE)
                && readings.stream()
                        .filter(earlier -> earlier.reaches(TWICE)
                                && !later.at().isBefore(earlier.at().plus(APART))
                                && !later.at().isAfter(earlier.at().plus(TOGETHER)))
                        .anyMatch(earlier -> readings.stream()
                                .filter(between -> between.at().isAfter(earlier.at())
                                        && between.at().isBefore(later.at()))
                                .allMatch(between -> between.reaches(TWICE)));
    }

    /// Under 0.5, or under 1.0 and lower than the one before it.
    private static Truth few(Bedside bedside, Lab newest) {
        var low = newest.amount().below(LOW);
        var before = bedside.labs().last(Analyte.NEUTROPHILS, lab -> lab.at().isBefore(newest.at()));
        var falls = before.map(lab -> lower(newest.amount(), lab.amount())).orElse(Truth.UNKNOWN);
        return low.or(newest.amount().below(FALLING).and(falls));
    }

    private static Truth lower(Amount now, Amount before) {
        return switch (now.atLeast("1", before)) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    private static String sentence(Bedside bedside, Instant fever) {
        var cultures = bedside.entries(Culture.class)
                .filter(entry -> entry.content().result() == Culture.Result.TAKEN)
                .filter(Bedside.from(fever))
                .map(Entry::at)
                .min(Comparator.naturalOrder());
        var antibiotic = bedside.entries(Medication.class)
                .filter(entry -> entry.content()
                        .indication()
                        .filter(Indication.INFECTION::equals)
                        .isPresent())
                .filter(Bedside.from(fever))
                .map(Entry::at)
                .min(Comparator.naturalOrder());
        var taken =
                cultures.map(at -> "Cultures taken " + bedside.days().clock(at)).orElse("Cultures not charted");
        var given = antibiotic
                .map(at -> "first antibiotic " + bedside.days().clock(at) + " ("
                        + Duration.between(fever, at).toMinutes() + " min after the fever)")
                .orElse("first antibiotic not charted");
        return "Neutropenic fever: sepsis looks the same. " + taken + ", " + given;
    }
}
