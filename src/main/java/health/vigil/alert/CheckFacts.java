package health.vigil.alert;

import health.vigil.observation.Analyte;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the monitoring plan needs to know about an episode.
///
/// @param infusionEndedAt equals `infusedAt` if the end was not charted
/// @param endedAt discharge, death or the start of the next episode; absent while the patient is watched
/// @param tool the neurological check for the patient, ICE or CAPD
/// @param baselineAt when the baseline score was recorded before the infusion; the infusion itself if the
///     admission gave it
/// @param bedside the last plausible value of each part since the infusion
/// @param laboratory the time of the last result since the infusion
/// @param notDone the newest neurological check that could not be done
/// @param hospital the time zone for day and night
/// @param outpatientSince since when the patient is watched at home; absent for an inpatient
public record CheckFacts(
        Instant infusedAt,
        Instant infusionEndedAt,
        Optional<Instant> endedAt,
        Check tool,
        Optional<Instant> baselineAt,
        Map<CheckPart.Bedside, Instant> bedside,
        Map<Analyte, Instant> laboratory,
        Optional<NotDone> notDone,
        List<Pause> pauses,
        ZoneId hospital,
        Optional<Instant> outpatientSince) {
    public CheckFacts {
        bedside = Map.copyOf(bedside);
        laboratory = Map.copyOf(laboratory);
        pauses = List.copyOf(pauses);
    }

    /// Combines the facts of two numbers of the same patient; for each check the later time counts.
    public CheckFacts and(CheckFacts other) {
        return new CheckFacts(
                infusedAt,
                infusionEndedAt,
                Stream.concat(endedAt.stream(), other.endedAt.stream()).min(Comparator.naturalOrder()),
                tool,
                newest(Stream.concat(baselineAt.stream(), other.baselineAt.stream())),
                newest(bedside, other.bedside),
                newest(laboratory, other.laboratory),
                Stream.concat(notDone.stream(), other.notDone.stream()).max(Comparator.comparing(NotDone::at)),
                pauses,
                hospital,
                outpatientSince);
    }

    private static <K> Map<K, Instant> newest(Map<K, Instant> one, Map<K, Instant> other) {
        var newest = new HashMap<>(one);
        other.forEach((part, at) -> newest.merge(part, at, (a, b) -> a.isAfter(b) ? a : b));
        return newest;
    }

    boolean endedBy(Instant at) {
        return endedAt.filter(end -> !end.isAfter(at)).isPresent();
    }

    /// When a part was last recorded; absent: never since the infusion.
    Optional<Instant> last(CheckPart part) {
        return switch (part) {
            // A neurological check also shows the level of consciousness.
            case CheckPart.Bedside.CONSCIOUSNESS ->
                newest(Stream.of(CheckPart.Bedside.CONSCIOUSNESS, CheckPart.Bedside.ICE, CheckPart.Bedside.CAPD)
                        .map(bedside::get));
            case CheckPart.Bedside seen -> Optional.ofNullable(bedside.get(seen));
            case CheckPart.Laboratory result -> newest(result.anyOf().stream().map(laboratory::get));
        };
    }

    private static Optional<Instant> newest(Stream<Instant> instants) {
        return instants.filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
