package health.vigil.context;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CarHematotoxTest {
    private static CaseNotes notes(String anc, String hb, String plt, String crp, String ferritin) {
        var notes = CaseNotes.begin().lymphodepletion(-5);
        lab(notes, "neutrophils", anc, "10*9/L");
        lab(notes, "haemoglobin", hb, "g/dL");
        lab(notes, "platelets", plt, "10*9/L");
        lab(notes, "crp", crp, "mg/L");
        lab(notes, "ferritin", ferritin, "ng/mL");
        return notes;
    }

    private static void lab(CaseNotes notes, String analyte, String value, String unit) {
        if (!value.equals("-")) {
            notes.lab(-6, "08:00", analyte, value + " " + unit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.9,  8.4,  60,    85,   2400,   7, high",
        "1.21, 9.1,  176,   29.9, 649,    0, low",
        "1.2,  9.0,  175,   30,   650,    5, high",
        "1.6,  10.2, 98,    12,   580,    1, low",
        "1.6,  10.2, 75,    12,   580,    1, low",
        "1.6,  10.2, 74.9,  12,   580,    2, high",
        "1.6,  10.2, 200,   12,   2000,   1, low",
        "1.6,  10.2, 200,   12,   2000.1, 2, high"
    })
    void pointsAddUp(String anc, String hb, String plt, String crp, String ferritin, int points, String band) {
        var item = notes(anc, hb, plt, crp, ferritin).item("car-hematotox", 0, "12:00");

        assertThat(item.value()).contains(BigDecimal.valueOf(points));
        assertThat(item.band()).contains(band);
        assertThat(item.inputs().size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "3.8, 10.2, 108, 42, -,      2, high, ferritin",
        "-,   10.2, 200, 12, 580,    0, low,  neutrophils",
        "1.6, 10.2, 200, 12, -,      0, '',   ferritin",
        "1.6, 10.2, 200, 12, > 1000, 1, '',   ferritin",
        "1.6, 10.2, 200, 40, > 1000, 2, high, ferritin"
    })
    void withoutAValueTheLeastIsTold(
            String anc, String hb, String plt, String crp, String ferritin, int least, String band, String missing) {
        var item = notes(anc, hb, plt, crp, ferritin).item("car-hematotox", 0, "12:00");

        assertThat(item.value()).isEmpty();
        assertThat(item.atLeast()).contains(BigDecimal.valueOf(least));
        assertThat(item.band().orElse("")).isEqualTo(band);
        assertThat(item.missing()).containsExactly(missing);
        assertThat(item.text().isPresent()).isEqualTo(!band.isEmpty());
    }

    @Test
    void crpIsReadInItsOwnUnit() {
        var item = notes("1.6", "10.2", "200", "-", "580")
                .lab(-6, "08:00", "crp", "3 mg/dL")
                .item("car-hematotox", 0, "12:00");

        assertThat(item.value()).contains(BigDecimal.ONE);
    }

    @Test
    void theNewestOfTheWeekBeforeLymphodepletionCounts() {
        var notes = notes("1.6", "10.2", "200", "12", "580")
                .lab(-12, "08:59", "ferritin", "9000 ng/mL")
                .lab(-5, "08:59", "ferritin", "2500 ng/mL")
                .lab(-5, "09:00", "ferritin", "100 ng/mL");

        assertThat(notes.item("car-hematotox", 0, "12:00").value()).contains(BigDecimal.valueOf(2));
    }

    @Test
    void withoutAJourneyDaysMinus10ToMinus3Count() {
        var notes = CaseNotes.begin()
                .lab(-11, "23:59", "ferritin", "9000 ng/mL")
                .lab(-2, "00:00", "ferritin", "9000 ng/mL");

        assertThat(notes.item("car-hematotox", 0, "12:00").missing()).contains("ferritin");
        assertThat(notes.lab(-3, "23:59", "ferritin", "9000 ng/mL")
                        .item("car-hematotox", 0, "12:00")
                        .missing())
                .doesNotContain("ferritin");
    }

    @ParameterizedTest
    @CsvSource({"axi-cel, false", "Kymriah (tisagenlecleucel), false", "cilta-cel, true"})
    void anotherProductIsTold(String product, boolean told) {
        var item = CaseNotes.begin().product(product).item("car-hematotox", 0, "12:00");

        assertThat(item.notes().contains("not made for this product")).isEqualTo(told);
    }
}
