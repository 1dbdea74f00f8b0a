package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Ratio;
import health.vigil.observation.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HScoreTest {
    private static ContextItem item(HScorePoints points) {
        var item = new ItemBuilder(ItemKind.HSCORE);
        HScore.score(item, points);
        return item.build();
    }

    private static Optional<Amount> amount(String value) {
        return Optional.of(Amount.of(value));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  39.5, 1, 3, 6001, 4.1, 2.5, 30, true,  322, above 169",
        "false, 38.4, 1, 3, 4500, 3.2, 2.0, 88, false, 218, above 169",
        "false, 39.4, 0, 2, 2000, 1.5, 2.5, 30, false, 185, above 169",
        "false, 38.3, 0, 1, 1999, 1.4, 2.6, 29, false, 0,   up to 169",
        "false, 38.3, 2, 0, 6000, 4,   2.6, 29, false, 117, up to 169"
    })
    void thePointsAddUp(
            boolean immunosuppressed,
            String temperature,
            int organs,
            int lineages,
            String ferritin,
            String triglycerides,
            String fibrinogen,
            String ast,
            boolean haemophagocytosis,
            int points,
            String band) {
        var item = item(new HScorePoints(
                Optional.of(immunosuppressed),
                Optional.of(Ratio.of(temperature)),
                NumberRange.exact(organs),
                NumberRange.exact(lineages),
                amount(ferritin),
                amount(triglycerides),
                amount(fibrinogen),
                amount(ast),
                Optional.of(haemophagocytosis)));

        assertThat(item.value()).contains(BigDecimal.valueOf(points));
        assertThat(item.band()).contains(band);
        assertThat(item.notes().contains("52 points come from the therapy itself"))
                .isEqualTo(immunosuppressed && lineages == 3);
    }

    @Test
    void itIsShownOnlyWhereTheHospitalAsksForIt() {
        var notes = CaseNotes.begin();

        assertThat(notes.items(CaseNotes.time(2, "12:00")).stream()
                        .noneMatch(item -> item.item().equals("hscore")))
                .isTrue();
    }

    @Test
    void aPartThatIsMissingMakesItTheLeast() {
        var item = CaseNotes.begin()
                .policy(new ContextPolicy(MilestoneTable.US_2025, true, List.of()))
                .temperature(2, "08:00", "39.5")
                .lab(2, "08:00", "ferritin", "7000 ng/mL")
                .lab(2, "08:00", "triglycerides", "5 mmol/L")
                .lab(2, "08:00", "fibrinogen", "2.5 g/L")
                .lab(2, "08:00", "ast", "30 U/L")
                .lab(2, "08:00", "haemoglobin", "9.2 g/dL")
                .lab(2, "08:00", "wbc", "5.0 10*9/L")
                .lab(2, "08:00", "platelets", "110 10*9/L")
                .finding(2, "08:00", "haemophagocytosis", true)
                .item("hscore", 2, "12:00");

        assertThat(item.value()).isEmpty();
        assertThat(item.atLeast()).contains(BigDecimal.valueOf(18 + 49 + 34 + 50 + 64 + 30 + 19 + 35));
        assertThat(item.missing()).containsExactly("liver and spleen");
        assertThat(item.notes()).contains("52 points come from the therapy itself");
    }

    /// Under 38.4 a temperature has no points, so one taken at home would only make it known that there are none.
    @ParameterizedTest
    @CsvSource({"36.8, 18, true", "38.3, 18, true", "38.4, 51, false", "39.5, 67, false"})
    void aTemperatureAtHomeCountsOnlyWithPoints(String celsius, int least, boolean missing) {
        var item = CaseNotes.begin()
                .policy(new ContextPolicy(MilestoneTable.US_2025, true, List.of()))
                .at(2, "08:00", Kind.VITAL_SIGNS, "'temperature': " + celsius + ", 'setting': 'home'")
                .item("hscore", 2, "12:00");

        assertThat(item.atLeast()).contains(BigDecimal.valueOf(least));
        assertThat(item.missing().contains("temperature")).isEqualTo(missing);
        assertThat(item.notes().contains("the temperature was taken at home, not confirmed"))
                .isEqualTo(!missing);
    }

    /// A part that is known in part counts with its least points: a spleen, two of three lineages, a bound.
    @ParameterizedTest
    @CsvSource({
        "finding splenomegaly true,  41",
        "finding splenomegaly false, 18",
        "lab haemoglobin 9.2 g/dL,   18",
        "lab wbc 5.0 10*9/L,         18",
        "lab ferritin > 3000 ng/mL,  53",
        "lab ferritin > 7000 ng/mL,  68",
        "lab ferritin < 3000 ng/mL,  18"
    })
    void aPartThatIsKnownInPartCountsWithItsLeast(String told, int least) {
        var words = told.split(" ", 3);
        var notes = CaseNotes.begin().policy(new ContextPolicy(MilestoneTable.US_2025, true, List.of()));
        if (words[0].equals("finding")) {
            notes.finding(2, "08:00", words[1], Boolean.parseBoolean(words[2]));
        } else {
            notes.lab(2, "08:00", words[1], words[2]);
        }

        assertThat(notes.item("hscore", 2, "12:00").atLeast()).contains(BigDecimal.valueOf(least));
    }

    @Test
    void twoLowLineagesCountBeforeTheThirdIsKnown() {
        var item = CaseNotes.begin()
                .policy(new ContextPolicy(MilestoneTable.US_2025, true, List.of()))
                .lab(2, "08:00", "wbc", "5.0 10*9/L")
                .lab(2, "08:00", "platelets", "110 10*9/L")
                .item("hscore", 2, "12:00");

        assertThat(item.atLeast()).contains(BigDecimal.valueOf(18 + 24));
        assertThat(item.missing()).contains("lineages");
    }
}
