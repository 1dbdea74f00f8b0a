package health.vigil.registry;

import health.vigil.json.JsonColumn;
import health.vigil.registry.CellTherapy.GivenCells;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.registry.RegistryCases.text;
import static org.assertj.core.api.Assertions.assertThat;

class JourneyColumnsTest {
    private static RegistryRow row(String facts, String infusion) {
        return RegistryCases.quiet()
                .journey(
                        JsonColumn.read(facts.replace('\'', '"'), CellTherapy.class),
                        JsonColumn.read(infusion.replace('\'', '"'), GivenCells.class))
                .row();
    }

    @Test
    void theJourneyIsTold() {
        var row = row(
                """
                {'patientId': 'p-1', 'identity': {'coiId': 'COI-1', 'din': ['D1', 'D2'], 'sec': 'SEC-1', 'productLot': 'L-7'},
                 'apheresis': {'startedAt': '2026-01-05T08:00:00Z', 'endedAt': '2026-01-05T12:00:00Z'},
                 'outOfSpecification': {'parameter': 'viability', 'value': 68, 'limit': 70},
                 'bridging': {'regimen': 'polatuzumab', 'from': '2026-01-20T08:00:00Z', 'to': '2026-01-22T08:00:00Z'},
                 'lymphodepletion': {'regimen': 'FluCy', 'fludarabine': {'dose': 30, 'days': 3},
                  'cyclophosphamide': {'dose': 500, 'days': 3}, 'from': '2026-02-24T08:00:00Z', 'to': '2026-02-26T08:00:00Z'}}
                """,
                "{'bags': [{'bagId': 'B-1', 'cells': 60}, {'bagId': 'B-2', 'cells': 50}], 'dose': {'value': 2.1, 'unit': '10*6/kg'}}");

        assertThat(List.of("productLot", "coiId", "din", "sec", "bagsInfused", "cellsInfused", "cellsInfusedUnit"))
                .extracting(field -> text(row, field))
                .containsExactly("L-7", "COI-1", "D1 D2", "SEC-1", "2", "2.1", "10*6/kg");
        assertThat(text(row, "apheresisFirstAt")).isEqualTo("2026-01-05T08:00:00Z");
        assertThat(text(row, "apheresisLastAt")).isEqualTo("2026-01-05T12:00:00Z");
        assertThat(text(row, "viability")).isEqualTo("68");
        assertThat(text(row, "bridging")).isEqualTo("polatuzumab");
        assertThat(text(row, "bridgingLastAt")).isEqualTo("2026-01-22T08:00:00Z");
        assertThat(List.of(
                        "lymphodepletion",
                        "fludarabineDose",
                        "fludarabineDays",
                        "cyclophosphamideDose",
                        "cyclophosphamideDays"))
                .extracting(field -> text(row, field))
                .containsExactly("FluCy", "30", "3", "500", "3");
        assertThat(text(row, "lymphodepletionFirstAt")).isEqualTo("2026-02-24T08:00:00Z");
        assertThat(row.open())
                .filteredOn(what -> what.endsWith("-not-recorded"))
                .containsExactly(
                        "infections-not-recorded",
                        "second-malignancy-not-recorded",
                        "intensive-care-days-not-recorded");
    }

    @Test
    void withoutADoseTheCellsOfAllBagsAreAdded() {
        var bags = "{'bags': [{'bagId': 'B-1', 'cells': 60}, {'bagId': 'B-2', 'cells': 50}]}";
        var unknown = "{'bags': [{'bagId': 'B-1', 'cells': 60}, {'bagId': 'B-2'}]}";

        assertThat(text(row("{}", bags), "cellsInfused")).isEqualTo("110");
        assertThat(text(row("{}", bags), "cellsInfusedUnit")).isEqualTo("10*6");
        assertThat(text(row("{}", unknown), "cellsInfused")).isEmpty();
        assertThat(row("{}", unknown).open())
                .contains("cells-infused-not-recorded")
                .doesNotContain("bags-infused-not-recorded");
    }

    @Test
    void thatThereWasNoBridgingIsRecorded() {
        var row = row("{'bridging': {'none': true}}", "{}");

        assertThat(text(row, "bridging")).isEqualTo("none");
        assertThat(row.open()).doesNotContain("bridging-not-recorded");
    }

    @Test
    void whatAJourneyLacksIsOpen() {
        assertThat(RegistryCases.quiet().row().open())
                .contains(
                        "product-lot-not-recorded",
                        "coi-id-not-recorded",
                        "din-or-sec-not-recorded",
                        "apheresis-not-recorded",
                        "bags-infused-not-recorded",
                        "cells-infused-not-recorded",
                        "viability-not-recorded",
                        "bridging-not-recorded",
                        "lymphodepletion-drugs-not-recorded",
                        "lymphodepletion-dates-not-recorded");
    }
}
