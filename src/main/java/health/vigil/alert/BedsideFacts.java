package health.vigil.alert;

import health.vigil.observation.Drug;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Chart facts that alert texts mention besides the news.
///
/// @param given doses of drugs that can mask a fever
/// @param neutrophils the newest count
public record BedsideFacts(List<GivenDrug> given, Optional<Neutrophils> neutrophils) {
    /// How far back masking drugs and neutrophil counts matter.
    public static final Duration WINDOW = Duration.ofDays(2);

    private static final Duration HIDES = Duration.ofHours(24);

    public static final BedsideFacts NONE = new BedsideFacts(List.of(), Optional.empty());

    /// A dose of a drug that can mask a fever.
    public record GivenDrug(Drug drug, Instant at) {}

    /// A neutrophil count, in the laboratory's unit (UCUM).
    public record Neutrophils(BigDecimal value, String unit, Instant at) {}

    public BedsideFacts {
        given = List.copyOf(given);
    }

    private static GivenDrug later(GivenDrug one, GivenDrug other) {
        return other.at().isAfter(one.at()) ? other : one;
    }

    /// The newest dose of each drug in the day before a time, in order of time.
    List<GivenDrug> masking(Instant at) {
        var newest = new EnumMap<Drug, GivenDrug>(Drug.class);
        given.stream()
                .filter(dose -> !dose.at().isAfter(at) && dose.at().isAfter(at.minus(HIDES)))
                .forEach(dose -> newest.merge(dose.drug(), dose, BedsideFacts::later));
        return newest.values().stream()
                .sorted(Comparator.comparing(GivenDrug::at))
                .toList();
    }

    /// The count, unless it is older than the window.
    Optional<Neutrophils> neutrophils(Instant at) {
        return neutrophils.filter(count -> count.at().isAfter(at.minus(WINDOW)));
    }
}
