package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The infusion of the product.
///
/// @param bags at least one
/// @param discardedVolume mL
/// @param weight kg
public record InfusionRecord(
        List<InfusedBag> bags,
        Optional<CellDose> dose,
        String route,
        List<Premedication> premedication,
        Optional<InfusionReaction> reaction,
        Optional<BigDecimal> discardedVolume,
        Optional<BigDecimal> weight,
        Optional<String> note) {
    public InfusionRecord {
        if (bags.isEmpty()) {
            throw new IllegalArgumentException("An infusion has at least one bag");
        }
        bags = bags.stream().sorted(Comparator.comparing(InfusedBag::startedAt)).toList();
        premedication = List.copyOf(premedication);
    }

    /// The start of the first bag: day 0 of the episode.
    public Instant startedAt() {
        return bags.getFirst().startedAt();
    }

    /// The end of the last bag, as far as it is known.
    public Optional<Instant> stoppedAt() {
        return bags.stream().flatMap(bag -> bag.stoppedAt().stream()).max(Comparator.naturalOrder());
    }
}
