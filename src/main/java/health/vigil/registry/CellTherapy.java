package health.vigil.registry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the journey of the product holds for registries, by the names of its document.
public record CellTherapy(
        Optional<CellIdentifiers> identity,
        Optional<CellCollection> apheresis,
        Optional<OutOfLimit> outOfSpecification,
        Optional<BridgingTherapy> bridging,
        Optional<LymphodepletingTherapy> lymphodepletion) {
    public static final CellTherapy NONE =
            new CellTherapy(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// The identifiers of the cells.
    ///
    /// @param coiId the chain of identity
    /// @param din the donation identification numbers
    /// @param sec the Single European Code
    public record CellIdentifiers(
            Optional<String> coiId, Optional<List<String>> din, Optional<String> sec, Optional<String> productLot) {}

    public record CellCollection(Optional<Instant> startedAt, Optional<Instant> endedAt) {}

    /// A test of the product outside its limit.
    ///
    /// @param parameter such as `viability`
    public record OutOfLimit(String parameter, Optional<BigDecimal> value) {}

    /// The bridging therapy.
    ///
    /// @param none there was none
    public record BridgingTherapy(
            Optional<Boolean> none, Optional<String> regimen, Optional<Instant> from, Optional<Instant> to) {}

    public record LymphodepletingTherapy(
            Optional<String> regimen,
            Optional<DoseOfDays> fludarabine,
            Optional<DoseOfDays> cyclophosphamide,
            Optional<Instant> from,
            Optional<Instant> to) {}

    /// A drug given on several days.
    ///
    /// @param dose mg/m² a day
    public record DoseOfDays(BigDecimal dose, int days) {}

    /// The infusion of the cells.
    ///
    /// @param bags absent if no infusion is recorded
    public record GivenCells(Optional<List<GivenBag>> bags, Optional<InfusedDose> dose) {
        public static final GivenCells NONE = new GivenCells(Optional.empty(), Optional.empty());
    }

    /// One infused bag.
    ///
    /// @param cells 10*6
    public record GivenBag(String bagId, Optional<BigDecimal> cells) {}

    /// The whole dose.
    ///
    /// @param unit `10*6`, or `10*6/kg`
    public record InfusedDose(BigDecimal value, String unit) {}
}
