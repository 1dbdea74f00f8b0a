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

/// What the plan needs to know of an episode.
///
/// @param infusionEndedAt the same as `infusedAt` where nobody has charted it
/// @param endedAt discharge, death or where the patient's next episode begins; absent while the patient is watched
/// @param tool the neurological check that applies to the patient, ICE or CAPD
/// @param baselineAt when that was recorded before the infusion; the infusion itself where the admission holds it
/// @param bedside when each part was last seen since the infusion, plausibly
/// @param laboratory when there was last a result since the infusion
/// @param notDone the newest attempt at the neurological check that came to nothing
/// @param hospital where its day and night are
public record CheckFacts(
        Instant infusedAt,
        Instant infusionEndedAt,
        Optional<Instant> endedAt,
        Check tool,
        Optional<Instant> baselineAt,
        Map<Part.Bedside, Instant> bedside,
        Map<Analyte, Instant> laboratory,
        Optional<NotDone> notDone,
        List<Pause> pauses,
        ZoneId hospital) {
    public CheckFacts {
        bedside = Map.copyOf(bedside);
        laboratory = Map.copyOf(laboratory);
        pauses = List.copyOf(pauses);
    }

    /// The same patient, seen under another number: whatever was done last under either was done.
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
                hospital);
    }

    private static <K> Map<K, Instant> newest(Map<K, Instant> one, Map<K, Instant> other) {
        var newest = new HashMap<>(one);
        other.forEach((part, at) -> newest.merge(part, at, (a, b) -> a.isAfter(b) ? a : b));
        return newest;
    }

    boolean endedBy(Instant at) {
        return endedAt.filter(end -> !end.isAfter(at)).isPresent();
    }

    /// When a part was last seen; absent: never since the infusion.
    Optional<Instant> last(Part part) {
        return switch (part) {
            // Whoever did a whole check has seen how awake the patient is.
            case Part.Bedside.CONSCIOUSNESS ->
                newest(Stream.of(Part.Bedside.CONSCIOUSNESS, Part.Bedside.ICE, Part.Bedside.CAPD)
                        .map(bedside::get));
            case Part.Bedside seen -> Optional.ofNullable(bedside.get(seen));
            case Part.Laboratory result -> newest(result.anyOf().stream().map(laboratory::get));
        };
    }

    private static Optional<Instant> newest(Stream<Instant> instants) {
        return instants.filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
