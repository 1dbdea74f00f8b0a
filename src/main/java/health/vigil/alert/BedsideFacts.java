package health.vigil.alert;

import health.vigil.observation.Drug;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// What the chart knows beside the news, for the sentences of alerts.
///
/// @param given the doses that can hide a fever
/// @param neutrophils the newest count
public record BedsideFacts(List<GivenDrug> given, Optional<Neutrophils> neutrophils) {
    /// How far back a drug may hide a fever, and a count tells something.
    public static final Duration WINDOW = Duration.ofDays(2);

    private static final Duration HIDES = Duration.ofHours(24);

    public static final BedsideFacts NONE = new BedsideFacts(List.of(), Optional.empty());

    /// A dose that can hide a fever.
    public record GivenDrug(Drug drug, Instant at) {}

    /// A count of neutrophils, in the unit of the laboratory (UCUM).
    public record Neutrophils(BigDecimal value, String unit, Instant at) {}

    public BedsideFacts {
        given = List.copyOf(given);
    }

    private static GivenDrug later(GivenDrug one, GivenDrug other) {
        return other.at().isAfter(one.at()) ? other : one;
    }

    /// The newest dose of each drug in the day before an instant, in order of time.
    List<GivenDrug> hiding(Instant at) {
        var newest = new EnumMap<Drug, GivenDrug>(Drug.class);
        given.stream()
                .filter(dose -> !dose.at().isAfter(at) && dose.at().isAfter(at.minus(HIDES)))
                .forEach(dose -> newest.merge(dose.drug(), dose, BedsideFacts::later));
        return newest.values().stream()
                .sorted(Comparator.comparing(GivenDrug::at))
                .toList();
    }

    /// The count if it is not older than the window.
    Optional<Neutrophils> neutrophils(Instant at) {
        return neutrophils.filter(count -> count.at().isAfter(at.minus(WINDOW)));
    }
}
