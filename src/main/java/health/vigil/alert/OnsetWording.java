package health.vigil.alert;

import health.vigil.alert.BedsideFacts.Neutrophils;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.CourseReport;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The text about the onset of CRS. In neutropenia fever is treated as sepsis until excluded.
final class OnsetWording {
    /// Units whose number is written alone, as laboratories do.
    private static final Set<String> THOUSANDS_PER_MICROLITRE = Set.of("10*9/L", "10*3/uL");

    private OnsetWording() {}

    static Wording of(News news, Instant onset) {
        if (news.now().crs().course().flatMap(CourseReport::openedBy).isPresent()) {
            return new Wording("CRS opened", "A physician opened a course of CRS: hypotension and hypoxia count");
        }
        return new Wording(
                "Fever onset",
                "New fever" + temperature(news, onset) + home(news, onset) + neutrophils(news, onset)
                        + ". CRS grade 1 unless another cause is found. Sepsis looks the same");
    }

    private static String temperature(News news, Instant onset) {
        return news.observations().stream()
                .filter(observation -> observation.effectiveAt().equals(onset))
                .flatMap(observation -> temperature(observation).stream())
                .max(BigDecimal::compareTo)
                .map(celsius -> " " + celsius.stripTrailingZeros().toPlainString() + " °C")
                .orElse("");
    }

    /// Whether every temperature of the onset was read at home.
    private static String home(News news, Instant onset) {
        var read = news.observations().stream()
                .filter(observation -> observation.effectiveAt().equals(onset))
                .filter(observation -> temperature(observation).isPresent())
                .toList();
        return !read.isEmpty() && read.stream().allMatch(OnsetWording::atHome) ? " at home, not confirmed" : "";
    }

    private static boolean atHome(Observation observation) {
        return observation.content() instanceof VitalSigns vitals && vitals.atHome();
    }

    private static Optional<BigDecimal> temperature(Observation observation) {
        return observation.content() instanceof VitalSigns vitals
                ? vitals.plausible().value(VitalSign.TEMPERATURE)
                : Optional.empty();
    }

    private static String neutrophils(News news, Instant onset) {
        return news.facts()
                .neutrophils(onset)
                .map(count -> " (ANC " + count(count) + ")")
                .orElse("");
    }

    private static String count(Neutrophils count) {
        var number = count.value().stripTrailingZeros().toPlainString();
        return THOUSANDS_PER_MICROLITRE.contains(count.unit()) ? number : number + " " + count.unit();
    }
}
