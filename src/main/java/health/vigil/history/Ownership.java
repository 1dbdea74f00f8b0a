package health.vigil.history;

import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Decides which of a patient's episodes each time belongs to.
///
/// A time belongs to the episode whose stay contains it. A stay begins with the admission or the first
/// infusion, whichever is earlier, and ends with the discharge or the next stay. If two stays contain it, the
/// active one owns it, else the one that was admitted later; under different numbers of the patient, the one
/// that lasted longer. A time between two stays belongs to the nearer one. Times before the first and after
/// the last stay belong to that stay. The own times of a patient's episodes never overlap and leave no gap.
public final class Ownership {
    private static final Comparator<Stay> BY_ADMISSION =
            Comparator.comparing(Stay::admittedAt).thenComparing(Stay::infusedAt);

    private Ownership() {}

    /// The own time of each episode of one patient, by id. No two may have the same admission and infusion.
    public static Map<UUID, OwnTime> of(Collection<Stay> stays) {
        var own = new HashMap<UUID, OwnTime>();
        Optional<Stay> next = Optional.empty();
        for (var stay : inOrder(stays).reversed()) {
            if (next.filter(later -> !stay.begin().isBefore(later.begin())).isPresent()) {
                own.put(stay.id(), OwnTime.none(next.get().begin()));
                continue;
            }
            var border = next.map(later -> border(stay, later.begin()));
            next.ifPresent(later -> own.computeIfPresent(later.id(), (_, time) -> new OwnTime(border, time.until())));
            own.put(stay.id(), new OwnTime(Optional.empty(), border));
            next = Optional.of(stay);
        }
        return own;
    }

    /// The stay with the lowest precedence first. The order must not depend on ids, which are random.
    private static List<Stay> inOrder(Collection<Stay> stays) {
        var lasted = new HashMap<Stay, Instant>();
        var ends = new HashMap<PatientId, Instant>();
        for (var stay : stays.stream().sorted(BY_ADMISSION).toList()) {
            lasted.put(stay, ends.merge(stay.number(), stay.endedAt().orElse(Instant.MAX), Ownership::later));
        }
        return lasted.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Stay, Instant> each) -> each.getKey().active())
                        .thenComparing(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey, BY_ADMISSION))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The middle between the end of a stay and the beginning of the next.
    private static Instant border(Stay stay, Instant next) {
        var end = stay.end(next);
        return end.plus(Duration.between(end, next).dividedBy(2)).truncatedTo(ChronoUnit.MICROS);
    }
}
