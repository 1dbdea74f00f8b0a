package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.protocol.DoseCount.DoseStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// A reader without the file knows when a row fits.
class ConditionTextTest {
    private static DoseCount doses(Drug drug, int atLeast, int atMost) {
        return new DoseCount(drug, atLeast, atMost, Optional.empty(), DoseStart.INFUSION);
    }

    private static DoseRequirement given(DoseCount... counts) {
        return new DoseRequirement(List.of(counts), true);
    }

    private static WeightRange weight(String from, String to) {
        return new WeightRange(
                Optional.of(from).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.of(to).filter(text -> !text.isEmpty()).map(BigDecimal::new));
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                arguments(new GradeRange(Syndrome.CRS, 2, 2), "CRS grade 2"),
                arguments(new GradeRange(Syndrome.CRS, 1, 3), "CRS grade 1 to 3"),
                arguments(new GradeRange(Syndrome.ICANS, 1, 5), "ICANS grade 1 or higher"),
                arguments(new GradeRange(Syndrome.CRS, 0, 0), "CRS grade 0"),
                arguments(new GradeRange(Syndrome.CRS, 0, 5), "CRS grade 0 or higher"),
                arguments(new UnknownGrade(Set.of(Syndrome.ICANS, Syndrome.CRS)), "CRS or ICANS grade not known"),
                arguments(new FlagRequirement(Set.of(Flag.ICE_OVERDUE), true), "Flag: ICE overdue"),
                arguments(
                        new FlagRequirement(Set.of(Flag.ATTRIBUTED_FEVER, Flag.EARLY_SIGN), false),
                        "No flag: early sign or attributed: fever"),
                arguments(
                        new ComponentRequirement(Set.of(Component.HYPOXIA, Component.HYPOTENSION), true),
                        "Component that counts: hypotension or hypoxia"),
                arguments(new ComponentRequirement(Set.of(Component.CAPD), false), "No component that counts: CAPD"),
                arguments(new FindingRequirement(Set.of(Finding.REST_TREMOR), true), "Finding: rest tremor"),
                arguments(new FindingRequirement(Set.of(Finding.POSTURING), false), "No finding: posturing"),
                arguments(new ProductRequirement(List.of("axi-cel", "tisa-cel")), "Product axi-cel or tisa-cel"),
                arguments(new AgeRange(18, AgeRange.OLDEST), "Age at the infusion in years: 18 or more"),
                arguments(new AgeRange(0, 17), "Age at the infusion in years: up to 17"),
                arguments(weight("", "29.9"), "Newest weight in kg: up to 29.9"),
                arguments(weight("30", ""), "Newest weight in kg: 30 or more"),
                arguments(weight("30", "50"), "Newest weight in kg: 30 to 50"),
                arguments(new DayWindow(0, 14), "Day after the infusion: up to 14"),
                arguments(new DayWindow(15, DayWindow.LAST), "Day after the infusion: 15 or later"),
                arguments(
                        new GradeDuration(Syndrome.CRS, Grade.ONE, Duration.ofHours(72)),
                        "CRS grade 1 for at least 72 h"),
                arguments(new FeverDuration(Duration.ofHours(72)), "Fever for at least 72 h"),
                arguments(given(doses(Drug.TOCILIZUMAB, 0, 3)), "Up to 3 doses of tocilizumab since the infusion"),
                arguments(given(doses(Drug.TOCILIZUMAB, 0, 0)), "No dose of tocilizumab since the infusion"),
                arguments(given(doses(Drug.TOCILIZUMAB, 1, 1)), "1 dose of tocilizumab since the infusion"),
                arguments(
                        given(doses(Drug.ANAKINRA, 1, DoseCount.UNLIMITED), doses(Drug.OTHER, 2, 2)),
                        "1 or more doses of anakinra since the infusion or 2 doses of another drug since the infusion"),
                arguments(
                        new DoseRequirement(
                                List.of(new DoseCount(
                                        Drug.DEXAMETHASONE,
                                        1,
                                        DoseCount.UNLIMITED,
                                        Optional.of(Duration.ofHours(12)),
                                        DoseStart.ONSET)),
                                false),
                        "Not: 1 or more doses of dexamethasone in the last 12 h"
                                + " since the onset of the course of CRS that is open"),
                arguments(
                        new ItemRequirement(List.of(
                                new ItemSign(AskableItem.IEC_HS, Optional.of("pattern"), Optional.empty()),
                                new ItemSign(AskableItem.CTCAE_WBC, Optional.empty(), Optional.of(3)),
                                new ItemSign(AskableItem.FEBRILE_NEUTROPENIA, Optional.empty(), Optional.empty()))),
                        "IEC-HS in the band \"pattern\" or CTCAE WBC grade 3 or higher"
                                + " or fever with neutropenia holds"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyPartIsOneSentence(Requirement part, String sentence) {
        assertThat(TestRows.row("r-1", part).condition()).containsExactly(sentence);
    }

    @Test
    void everyKindOfPartIsInTheTable() {
        assertThat(parts().map(row -> row.get()[0].getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Requirement.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void everyItemHasAName(AskableItem item) {
        var sign = new ItemSign(item, Optional.empty(), Optional.empty());

        assertThat(TestRows.row("r-1", new ItemRequirement(List.of(sign))).condition())
                .singleElement()
                .asString()
                .doesNotContainPattern("[a-z]-[a-z]")
                .endsWith(" holds");
    }

    @Test
    void allPartsAreNamed() {
        assertThat(TestRows.row("r-1", TestRows.crs(1, 2), new FeverDuration(Duration.ofHours(24)))
                        .condition())
                .containsExactly("CRS grade 1 to 2", "Fever for at least 24 h");
    }

    @Test
    void aRowWithoutAConditionSaysThatItAlwaysFits() {
        assertThat(TestRows.row("r-1").condition()).containsExactly("Always: the row has no condition");
    }
}
