package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Fever with low neutrophils. A fever with an attribution counts too, because this item is about sepsis.
final class FebrileNeutropenia {
    private static final BigDecimal ONCE = new BigDecimal("38.3");
    private static final BigDecimal TWICE = new BigDecimal("38.0");
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Duration APART = Duration.ofHours(1);
    private static final Duration TOGETHER = Duration.ofHours(4);
    private static final Ratio LOW = Ratio.of("0.5");
    private static final Ratio FALLING = Ratio.of("1.0");

    private FebrileNeutropenia() {}

    /// @param by the observation
    private record TemperatureReading(ChartEntry<VitalSigns> by, BigDecimal celsius) {
        Instant at() {
            return by.at();
        }

        boolean reaches(BigDecimal limit) {
            return celsius.compareTo(limit) >= 0;
        }
    }

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.FEBRILE_NEUTROPENIA);
        patient.labs().leftOut(Analyte.NEUTROPHILS).forEach(item::note);
        var newest = patient.newest(Analyte.NEUTROPHILS);
        var readings = readings(patient, WINDOW);
        newest.ifPresentOrElse(item::input, () -> item.missing("neutrophils"));
        if (newest.isEmpty()) {
            return item.reason("neutrophils not known for 48 h").build();
        }
        var fever = fever(readings);
        var known = fever.isPresent()
                || readings.stream().anyMatch(reading -> !reading.by().content().atHome());
        var feverish = known ? Truth.of(fever.isPresent()) : Truth.UNKNOWN;
        var few = few(patient, newest.get());
        item.fact(fever.map(reading -> Fact.of(
                        "fever",
                        feverish,
                        "temperature " + reading.celsius().toPlainString() + " Cel"
                                + PatientState.homeMark(reading.by().content()),
                        reading.by().observation()))
                .orElseGet(() -> Fact.of("fever", feverish, "38.3 Cel, or 38.0 Cel twice within 4 h")));
        item.fact(Fact.of("neutropenia", few, newest.get().text(), newest.get().observation()));
        if (!known) {
            item.missing("temperature");
        }
        if (few == Truth.UNKNOWN) {
            item.missing(
                    newest.get().amount().exact()
                            ? "the neutrophils before the newest"
                            : newest.get().text() + " as a number");
        }
        conclude(item, patient, feverish.and(few));
        return item.build();
    }

    private static void conclude(ItemBuilder item, PatientState patient, Truth is) {
        is.known().ifPresentOrElse(item::holds, () -> item.reason(item.missed()));
        if (is.holds()) {
            begin(readings(patient, WINDOW.multipliedBy(2))).ifPresent(begin -> item.text(sentence(patient, begin)));
        }
    }

    /// The plausible temperatures of a window. Of those taken at home only fevers count.
    private static List<TemperatureReading> readings(PatientState patient, Duration window) {
        var readings = new ArrayList<TemperatureReading>();
        patient.entries(VitalSigns.class)
                .filter(PatientState.from(patient.at().minus(window)))
                .filter(PatientState.ofHospitalOr(TWICE))
                .forEach(entry -> entry.content()
                        .plausible()
                        .value(VitalSign.TEMPERATURE)
                        .ifPresent(celsius -> readings.add(new TemperatureReading(entry, celsius))));
        return readings;
    }

    /// The first reading that is a fever.
    private static Optional<TemperatureReading> fever(List<TemperatureReading> readings) {
        return fevers(readings)
                .min(Comparator.comparing(TemperatureReading::at)
                        .thenComparing(TemperatureReading::celsius, Comparator.reverseOrder()));
    }

    private static Stream<TemperatureReading> fevers(List<TemperatureReading> readings) {
        var times = TemperatureTimes.of(readings);
        return readings.stream().filter(reading -> reading.reaches(ONCE) || times.isSecond(reading));
    }

    /// The begin of the newest fever. Readings that are at most a day apart are one fever.
    private static Optional<Instant> begin(List<TemperatureReading> readings) {
        return fevers(readings)
                .map(TemperatureReading::at)
                .sorted(Comparator.reverseOrder())
                .reduce((begin, earlier) -> earlier.plus(WINDOW).isBefore(begin) ? begin : earlier);
    }

    /// When temperatures reached the limit for two of them, and when they did not.
    private record TemperatureTimes(NavigableSet<Instant> hot, NavigableSet<Instant> cool) {
        static TemperatureTimes of(List<TemperatureReading> readings) {
            var times = new TemperatureTimes(new TreeSet<>(), new TreeSet<>());
            readings.forEach(reading -> (reading.reaches(TWICE) ? times.hot : times.cool).add(reading.at()));
            return times;
        }

        /// Whether this reading is the second of two that are apart, with no lower one between them. If the newest
        /// that is far enough apart does not fit, no older one does.
        boolean isSecond(TemperatureReading later) {
            return later.reaches(TWICE)
                    && Optional.ofNullable(hot.floor(later.at().minus(APART)))
                            .filter(earlier -> !later.at().isAfter(earlier.plus(TOGETHER)))
                            .filter(earlier -> Optional.ofNullable(cool.lower(later.at()))
                                    .filter(earlier::isBefore)
                                    .isEmpty())
                            .isPresent();
        }
    }

    /// Below 0.5, or below 1.0 and lower than the result before.
    private static Truth few(PatientState patient, Lab newest) {
        var low = newest.amount().below(LOW);
        var before = patient.labs().last(Analyte.NEUTROPHILS, lab -> lab.at().isBefore(newest.at()));
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

    private static String sentence(PatientState patient, Instant fever) {
        var cultures = patient.entries(Culture.class)
                .filter(entry -> entry.content().result() == Culture.Result.TAKEN)
                .map(ChartEntry::at)
                .toList();
        var antibiotics = patient.entries(Medication.class)
                .filter(entry -> entry.content()
                        .indication()
                        .filter(Indication.INFECTION::equals)
                        .isPresent())
                .map(ChartEntry::at)
                .toList();
        if (fever.isBefore(patient.at().minus(WINDOW))) {
            return "Neutropenic fever for a day or longer: sepsis looks the same. Cultures " + last(patient, cultures)
                    + ", antibiotics " + last(patient, antibiotics);
        }
        return "Neutropenic fever: sepsis looks the same. "
                + since(fever, cultures)
                        .map(at -> "Cultures taken " + patient.days().clock(at))
                        .orElseGet(() -> "Cultures " + before(patient, cultures))
                + ", "
                + since(fever, antibiotics)
                        .map(at -> "first antibiotic " + patient.days().clock(at) + " ("
                                + Duration.between(fever, at).toMinutes() + " min after the fever)")
                        .orElseGet(() -> "first antibiotic " + before(patient, antibiotics));
    }

    /// Of a longer fever the begin may lie before the readings, so nothing is called the first.
    private static String last(PatientState patient, List<Instant> charted) {
        return charted.stream()
                .max(Comparator.naturalOrder())
                .map(at -> "last charted " + patient.days().text(at))
                .orElse("not charted");
    }

    private static Optional<Instant> since(Instant fever, List<Instant> charted) {
        return charted.stream().filter(at -> !at.isBefore(fever)).min(Comparator.naturalOrder());
    }

    /// What to say if nothing was charted since the fever.
    private static String before(PatientState patient, List<Instant> charted) {
        return charted.stream()
                .max(Comparator.naturalOrder())
                .map(at -> "not charted since the fever, last " + patient.days().text(at))
                .orElse("not charted");
    }
}
