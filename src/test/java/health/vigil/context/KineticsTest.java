package health.vigil.context;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KineticsTest {
    @ParameterizedTest
    @CsvSource({
        "920,   4500,  4, 08:00, 4.89,  doublingHours, 21.0",
        "4500,  12800, 3, 08:00, 2.84,  doublingHours, 15.9",
        "12800, 8200,  4, 08:00, 0.641, halfTimeHours, 74.7",
        "600,   600,   3, 08:00, 1.00,  '',            ",
        "310,   620,   2, 14:00, 2.00,  doublingHours, 6.0",
        "310,   620,   5, 08:00, 2.00,  doublingHours, 72.0"
    })
    void theNewestIsComparedWithTheOneBefore(
            String before,
            String now,
            int day,
            String clock,
            BigDecimal fold,
            String name,
            @Nullable BigDecimal hours) {
        var item = CaseNotes.begin()
                .lab(2, "08:00", "ferritin", before + " ng/mL")
                .lab(day, clock, "ferritin", now + " ng/mL")
                .item("kinetics-ferritin", day, "20:00");

        assertThat(item.value()).contains(fold);
        assertThat(item.numbers().get(name)).isEqualTo(hours);
        assertThat(item.numbers().size()).isEqualTo(hours == null ? 1 : 2);
    }

    @ParameterizedTest
    @CsvSource({"2, 13:00", "2, 13:59", "5, 08:01"})
    void outsideSixToSeventyTwoHoursNothingIsCompared(int day, String clock) {
        var item = CaseNotes.begin()
                .lab(2, "08:00", "ferritin", "310 ng/mL")
                .lab(day, clock, "ferritin", "620 ng/mL")
                .item("kinetics-ferritin", day, "20:00");

        assertThat(item.value()).isEmpty();
        assertThat(item.reason()).contains("the last two values are not 6 to 72 h apart");
    }

    @Test
    void aBoundAnotherUnitAndAnotherLaboratoryAreNotCompared() {
        var first = CaseNotes.begin().lab(2, "08:00", "ferritin", "310 ng/mL");

        assertThat(first.lab(3, "08:00", "ferritin", "> 600 ng/mL")
                        .item("kinetics-ferritin", 3, "09:00")
                        .reason())
                .contains("a value is only a bound");
        assertThat(CaseNotes.begin()
                        .lab(2, "08:00", "ferritin", "310 ng/mL")
                        .lab(3, "08:00", "ferritin", "620 ug/L")
                        .item("kinetics-ferritin", 3, "09:00")
                        .reason())
                .contains("the unit has changed");
        assertThat(CaseNotes.begin()
                        .lab(2, "08:00", "ferritin", "310 ng/mL")
                        .by("other")
                        .lab(3, "08:00", "ferritin", "620 ng/mL")
                        .item("kinetics-ferritin", 3, "09:00")
                        .reason())
                .contains("the values come from two laboratories");
    }

    @Test
    void theFoldOfTheOwnBaselineNeedsNoSecondValue() {
        var item = CaseNotes.begin()
                .lab(-5, "08:00", "crp", "4 mg/L")
                .lab(-1, "08:00", "crp", "5 mg/L")
                .lab(4, "08:00", "crp", "100 mg/L")
                .item("kinetics-crp", 4, "12:00");

        assertThat(item.numbers().get("foldBaseline")).isEqualTo(new BigDecimal("20.0"));
        assertThat(item.value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16, 08:00, true", "16, 08:01, false"})
    void crpIsSuppressedForTwoWeeksAfterTocilizumab(int day, String clock, boolean told) {
        var notes = CaseNotes.begin().drug(2, "08:00", "tocilizumab").lab(2, "08:00", "crp", "100 mg/L");

        assertThat(!notes.item("kinetics-crp", day, clock).notes().isEmpty()).isEqualTo(told);
        assertThat(notes.item("kinetics-ferritin", day, clock).notes()).isEmpty();
    }

    @Test
    void withoutAValueNothingIsKnown() {
        assertThat(CaseNotes.begin().item("kinetics-crp", 3, "08:00").missing()).isNotEmpty();
    }
}
