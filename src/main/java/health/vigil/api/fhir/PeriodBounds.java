package health.vigil.api.fhir;

import health.vigil.api.fhir.DateBounds.DateCondition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The periods that a search allows, by FHIR's rule for each prefix. A period may have no begin or no end.
record PeriodBounds(List<DateCondition> conditions) {
    PeriodBounds {
        conditions = List.copyOf(conditions);
    }

    /// @param name the parameter, for the refusal
    static PeriodBounds of(String name, List<String> values, ZoneId zone) {
        return new PeriodBounds(values.stream()
                .map(value -> DateBounds.condition(name, value, zone))
                .toList());
    }

    boolean allow(Optional<Instant> from, Optional<Instant> until) {
        return conditions.stream().allMatch(condition -> allows(condition, from, until));
    }

    private static boolean allows(DateCondition condition, Optional<Instant> from, Optional<Instant> until) {
        var value = condition.value();
        return switch (condition.prefix()) {
            case "ne" -> !isWithin(condition, from, until);
            case "gt" -> until.filter(end -> !end.isAfter(value.until())).isEmpty();
            case "ge" -> until.filter(end -> end.isBefore(value.from())).isEmpty();
            case "lt" -> from.filter(begin -> !begin.isBefore(value.from())).isEmpty();
            case "le" -> from.filter(begin -> !begin.isBefore(value.until())).isEmpty();
            case "sa" -> from.filter(begin -> !begin.isBefore(value.until())).isPresent();
            case "eb" -> until.filter(end -> end.isBefore(value.from())).isPresent();
            default -> isWithin(condition, from, until);
        };
    }

    private static boolean isWithin(DateCondition condition, Optional<Instant> from, Optional<Instant> until) {
        var value = condition.value();
        return from.filter(begin -> !begin.isBefore(value.from())).isPresent()
                && until.filter(end -> !end.isAfter(value.until())).isPresent();
    }
}
