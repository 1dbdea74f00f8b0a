package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The patient and the infusion, as far as grading needs them.
///
/// @param birthDate the date of birth
/// @param infusedAt the first infusion, truncated to microseconds
/// @param zone the hospital's time zone, for the day of the infusion
/// @param baselines the baselines, first one first; may be empty
/// @param furtherInfusions of a split dose, truncated to microseconds; in any order, may be empty
public record OraclePatient(
        LocalDate birthDate, Instant infusedAt, ZoneId zone, List<Baseline> baselines, List<Instant> furtherInfusions) {

    public OraclePatient {
        Objects.requireNonNull(birthDate);
        Objects.requireNonNull(zone);
        infusedAt = infusedAt.truncatedTo(ChronoUnit.MICROS);
        baselines = List.copyOf(baselines);
        furtherInfusions = furtherInfusions.stream()
                .map(infusion -> infusion.truncatedTo(ChronoUnit.MICROS))
                .toList();
    }

    /// A patient with one infusion.
    public OraclePatient(LocalDate birthDate, Instant infusedAt, ZoneId zone, List<Baseline> baselines) {
        this(birthDate, infusedAt, zone, baselines, List.of());
    }

    /// One whole baseline: the admission's, or one left by a correction.
    ///
    /// @param values the `baseline` object of an episode, in the wire format
    /// @param receivedAt when the service received it, truncated to microseconds
    public record Baseline(JsonNode values, Instant receivedAt) {

        public Baseline {
            Objects.requireNonNull(values);
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// The newest infusion at or before this instant, which is not before the first.
    Instant newestInfusionBy(Instant instant) {
        Instant newest = infusedAt;
        for (Instant infusion : furtherInfusions) {
            newest = infusion.isAfter(newest) && !infusion.isAfter(instant) ? infusion : newest;
        }
        return newest;
    }

    /// Completed years at the first infusion. Born on 29 February, a year is completed on 1 March of a common
    /// year.
    int age() {
        return (int) ChronoUnit.YEARS.between(birthDate, infusedAt.atZone(zone).toLocalDate());
    }

    /// The newest baseline received by `knownAt`; before any was, the first. Of two received at once the later
    /// stated.
    JsonNode baselineKnownAt(Instant knownAt) {
        JsonNode first = baselines.isEmpty()
                ? MissingNode.getInstance()
                : baselines.getFirst().values();
        return baselines.stream()
                .filter(baseline -> !baseline.receivedAt().isAfter(knownAt))
                .sorted(Comparator.comparing(Baseline::receivedAt))
                .reduce((_, later) -> later)
                .map(Baseline::values)
                .orElse(first);
    }
}
