package health.vigil.registry;

import health.vigil.registry.CellTherapy.BridgingTherapy;
import health.vigil.registry.CellTherapy.CellCollection;
import health.vigil.registry.CellTherapy.CellIdentifiers;
import health.vigil.registry.CellTherapy.DoseOfDays;
import health.vigil.registry.CellTherapy.GivenBag;
import health.vigil.registry.CellTherapy.LymphodepletingTherapy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The columns of the product, its cells, and the treatment before the infusion.
record JourneyColumns(RegistryCase of) {
    private static final String MILLIONS = "10*6";

    void write(RegistryRow row) {
        identity(row);
        cells(row);
        bridging(row);
        lymphodepletion(row);
    }

    private void identity(RegistryRow row) {
        var identity = of.therapy().identity();
        var lot = identity.flatMap(CellIdentifiers::productLot);
        var coi = identity.flatMap(CellIdentifiers::coiId);
        var din = identity.flatMap(CellIdentifiers::din).orElse(List.of());
        var sec = identity.flatMap(CellIdentifiers::sec);
        row.text(RegistryColumn.PRODUCT_LOT, lot);
        row.text(RegistryColumn.COI_ID, coi);
        row.words(RegistryColumn.DIN, din);
        row.text(RegistryColumn.SEC, sec);
        missing(row, "product-lot", lot.isPresent());
        missing(row, "coi-id", coi.isPresent());
        missing(row, "din-or-sec", !din.isEmpty() || sec.isPresent());
    }

    private void cells(RegistryRow row) {
        var apheresis = of.therapy().apheresis();
        row.time(RegistryColumn.APHERESIS_FIRST_AT, apheresis.flatMap(CellCollection::startedAt));
        row.time(RegistryColumn.APHERESIS_LAST_AT, apheresis.flatMap(CellCollection::endedAt));
        missing(row, "apheresis", apheresis.flatMap(CellCollection::startedAt).isPresent());
        var bags = of.given().bags().orElse(List.of());
        if (!bags.isEmpty()) {
            row.number(RegistryColumn.BAGS_INFUSED, bags.size());
        }
        missing(row, "bags-infused", !bags.isEmpty());
        dose(row, bags);
        var viability = of.therapy()
                .outOfSpecification()
                .filter(fault -> fault.parameter().equals("viability"))
                .flatMap(CellTherapy.OutOfLimit::value);
        viability.ifPresent(percent -> row.number(RegistryColumn.VIABILITY, percent));
        missing(row, "viability", viability.isPresent());
    }

    /// The dose as recorded, or else the sum of the bags if each has its cells.
    private void dose(RegistryRow row, List<GivenBag> bags) {
        var counted = bags.stream().flatMap(bag -> bag.cells().stream()).toList();
        var sum = Optional.of(counted)
                .filter(all -> !all.isEmpty() && all.size() == bags.size())
                .map(all -> all.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var dose = of.given().dose();
        dose.map(CellTherapy.InfusedDose::value)
                .or(() -> sum)
                .ifPresent(cells -> row.number(RegistryColumn.CELLS_INFUSED, cells));
        row.text(
                RegistryColumn.CELLS_INFUSED_UNIT,
                dose.map(CellTherapy.InfusedDose::unit).or(() -> sum.map(_ -> MILLIONS)));
        missing(row, "cells-infused", dose.isPresent() || sum.isPresent());
    }

    private void bridging(RegistryRow row) {
        var bridging = of.therapy().bridging();
        var none = bridging.flatMap(BridgingTherapy::none).orElse(false);
        var regimen =
                bridging.flatMap(BridgingTherapy::regimen).or(() -> none ? Optional.of("none") : Optional.empty());
        row.text(RegistryColumn.BRIDGING, regimen);
        row.time(RegistryColumn.BRIDGING_FIRST_AT, bridging.flatMap(BridgingTherapy::from));
        row.time(RegistryColumn.BRIDGING_LAST_AT, bridging.flatMap(BridgingTherapy::to));
        missing(row, "bridging", regimen.isPresent());
    }

    /// An episode without a journey may still know the first dose.
    private void lymphodepletion(RegistryRow row) {
        var given = of.therapy().lymphodepletion();
        var fludarabine = given.flatMap(LymphodepletingTherapy::fludarabine);
        var cyclophosphamide = given.flatMap(LymphodepletingTherapy::cyclophosphamide);
        var regimen = given.flatMap(LymphodepletingTherapy::regimen);
        var first = given.flatMap(LymphodepletingTherapy::from)
                .or(() -> of.situation().lymphodepletionAt());
        row.text(RegistryColumn.LYMPHODEPLETION, regimen);
        row.time(RegistryColumn.LYMPHODEPLETION_FIRST_AT, first);
        row.time(RegistryColumn.LYMPHODEPLETION_LAST_AT, given.flatMap(LymphodepletingTherapy::to));
        dose(row, RegistryColumn.FLUDARABINE_DOSE, RegistryColumn.FLUDARABINE_DAYS, fludarabine);
        dose(row, RegistryColumn.CYCLOPHOSPHAMIDE_DOSE, RegistryColumn.CYCLOPHOSPHAMIDE_DAYS, cyclophosphamide);
        missing(
                row,
                "lymphodepletion-drugs",
                regimen.isPresent() || fludarabine.isPresent() || cyclophosphamide.isPresent());
        missing(row, "lymphodepletion-dates", first.isPresent());
    }

    private static void dose(RegistryRow row, RegistryColumn dose, RegistryColumn days, Optional<DoseOfDays> given) {
        given.ifPresent(each -> {
            row.number(dose, each.dose());
            row.number(days, each.days());
        });
    }

    private static void missing(RegistryRow row, String what, boolean recorded) {
        if (!recorded) {
            row.open(what + "-not-recorded");
        }
    }
}
