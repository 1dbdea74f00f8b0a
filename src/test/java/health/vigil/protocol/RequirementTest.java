package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.context.CaseNotes;
import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Kind;
import health.vigil.protocol.DoseCount.DoseStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.context.CaseNotes.time;
import static health.vigil.protocol.TestRows.crs;
import static health.vigil.protocol.TestRows.fits;
import static health.vigil.protocol.TestRows.prompts;
import static health.vigil.protocol.TestRows.row;
import static health.vigil.protocol.TestRows.since;
import static org.assertj.core.api.Assertions.assertThat;

/// Each part of a condition, at its limits and without data.
class RequirementTest {
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private static CaseNotes febrile() {
        return CaseNotes.begin().temperature(1, "08:00", "39").ice(1, "08:00", 10);
    }

    private static CaseNotes hypotensive() {
        return febrile().at(1, "10:00", Kind.VITAL_SIGNS, "'systolic': 84");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "0, 1, true", "1, 1, true", "1, 5, true", "2, 2, false"})
    void aGradeIsWithinItsLimits(int min, int max, boolean fits) {
        assertThat(fits(febrile(), time(1, "09:00"), crs(min, max))).isEqualTo(fits);
    }

    @Test
    void anUnknownGradeIsInNoRange() {
        var unknown = CaseNotes.begin().ice(1, "08:00", 10);

        assertThat(fits(unknown, time(1, "09:00"), crs(0, 5))).isFalse();
        assertThat(prompts(unknown, time(1, "09:00"), row("r-1", crs(0, 5))).unclear())
                .isEmpty();
    }

    @Test
    void anUnknownGradeMatchesUnknownOnly() {
        var crs = new UnknownGrade(Set.of(Syndrome.CRS));
        var either = new UnknownGrade(Set.of(Syndrome.CRS, Syndrome.ICANS));
        var withoutIce = CaseNotes.begin().temperature(1, "08:00", "36.8");

        assertThat(fits(withoutIce, time(1, "09:00"), crs)).isFalse();
        assertThat(fits(withoutIce, time(1, "09:00"), either)).isTrue();
        assertThat(fits(febrile(), time(1, "09:00"), either)).isFalse();
    }

    @Test
    void aFlagIsUpOrDown() {
        var up = new FlagRequirement(Set.of(Flag.EARLY_SIGN, Flag.ICE_OVERDUE), true);
        var down = new FlagRequirement(Set.of(Flag.EARLY_SIGN), false);
        var trembling = febrile().at(1, "10:00", Kind.NEURO_CHECK, "'ice': 10, 'tremor': true");

        assertThat(fits(trembling, time(1, "09:59"), up)).isFalse();
        assertThat(fits(trembling, time(1, "09:59"), down)).isTrue();
        assertThat(fits(trembling, time(1, "10:00"), up)).isTrue();
        assertThat(fits(trembling, time(1, "10:00"), down)).isFalse();
        assertThat(since(trembling, time(1, "11:00"), up)).isEqualTo(time(1, "10:00"));
    }

    @Test
    void aComponentCountsOrDoesNot() {
        var counting = new ComponentRequirement(Set.of(Component.HYPOTENSION), true);
        var none = new ComponentRequirement(Set.of(Component.HYPOTENSION, Component.HYPOXIA), false);

        assertThat(fits(febrile(), time(1, "09:00"), counting)).isFalse();
        assertThat(fits(febrile(), time(1, "09:00"), none)).isTrue();
        assertThat(fits(hypotensive(), time(1, "10:00"), counting)).isTrue();
        assertThat(fits(hypotensive(), time(1, "10:00"), none)).isFalse();
    }

    @Test
    void aFindingIsPresentUntilItIsRecordedAsAbsent() {
        var present = new FindingRequirement(Set.of(Finding.RIGIDITY, Finding.GAIT_CHANGE), true);
        var absent = new FindingRequirement(Set.of(Finding.RIGIDITY), false);
        var notes = CaseNotes.begin().finding(20, "08:00", "rigidity", true).finding(22, "08:00", "rigidity", false);

        assertThat(fits(notes, time(20, "07:59"), present)).isFalse();
        assertThat(fits(notes, time(20, "08:00"), present)).isTrue();
        assertThat(fits(notes, time(21, "08:00"), absent)).isFalse();
        assertThat(fits(notes, time(22, "08:00"), present)).isFalse();
        assertThat(fits(notes, time(22, "08:00"), absent)).isTrue();
        assertThat(since(notes, time(21, "12:00"), present)).isEqualTo(time(20, "08:00"));
    }

    @Test
    void ofTwoRecordsOfAFindingAtOneInstantPresentWins() {
        var present = new FindingRequirement(Set.of(Finding.RIGIDITY), true);
        var notes = CaseNotes.begin().finding(20, "08:00", "rigidity", true).finding(20, "08:00", "rigidity", false);

        assertThat(fits(notes, time(20, "09:00"), present)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"axi-cel, true", "Axi-Cel , true", "tisa-cel, false"})
    void theProductIsOneOfTheList(String product, boolean fits) {
        var requirement = new ProductRequirement(List.of("brexu-cel", "axi-cel"));

        assertThat(fits(CaseNotes.begin().product(product), time(1, "09:00"), requirement))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"0, 49, false", "0, 50, true", "50, 50, true", "51, 130, false"})
    void theAgeIsWithinItsLimits(int from, int to, boolean fits) {
        assertThat(fits(CaseNotes.begin(), time(1, "09:00"), new AgeRange(from, to)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"29.9, false", "30, true", "71.5, true", "80, true", "80.1, false"})
    void theWeightIsWithinItsLimits(String weight, boolean fits) {
        var range = new WeightRange(Optional.of(new BigDecimal("30")), Optional.of(new BigDecimal("80")));

        assertThat(fits(CaseNotes.begin().weighing(weight), time(1, "09:00"), range))
                .isEqualTo(fits);
    }

    @Test
    void theNewestWeightCounts() {
        var light = new WeightRange(Optional.empty(), Optional.of(new BigDecimal("30")));
        var notes = CaseNotes.begin().weighing("31").at(2, "08:00", Kind.WEIGHT, "'kg': 29.5");

        assertThat(fits(notes, time(2, "07:59"), light)).isFalse();
        assertThat(fits(notes, time(2, "08:00"), light)).isTrue();
        var fitting = prompts(notes, time(3, "08:00"), row("r-1", light))
                .prompts()
                .getFirst()
                .fitting();
        assertThat(fitting.since()).isEqualTo(time(2, "08:00"));
        assertThat(fitting.weight()).contains(new WeightFact(new BigDecimal("29.5"), Optional.of(time(2, "08:00"))));
    }

    @Test
    void withoutAWeightTheRowIsUnclear() {
        var light = new WeightRange(Optional.empty(), Optional.of(new BigDecimal("30")));

        var current = prompts(febrile(), time(1, "09:00"), row("r-1", crs(1, 1), light), row("r-2", crs(2, 2), light));

        assertThat(current.prompts()).isEmpty();
        assertThat(current.unclear()).extracting(each -> each.row().id()).containsExactly("r-1");
        assertThat(current.unclear().getFirst().missing()).containsExactly("weight");
    }

    @Test
    void aDayIsACalendarDayOfTheHospital() {
        var range = new DayWindow(1, 2);
        var notes = CaseNotes.begin().in(ZoneId.of("America/New_York"));

        assertThat(fits(notes, time(1, "03:59"), range)).isFalse();
        assertThat(fits(notes, time(1, "05:00"), range)).isTrue();
        assertThat(fits(notes, time(3, "04:59"), range)).isTrue();
        assertThat(fits(notes, time(3, "05:00"), range)).isFalse();
        assertThat(since(notes, time(2, "12:00"), range)).isEqualTo(time(1, "05:00"));
    }

    private static CaseNotes longFever() {
        return febrile()
                .temperature(1, "20:00", "38.5")
                .temperature(2, "14:00", "38.5")
                .temperature(3, "08:00", "38.0")
                .temperature(4, "02:00", "38.6")
                .temperature(4, "09:00", "38.6");
    }

    @Test
    void aGradeHasLastedFromTheHourOn() {
        var lasted = new GradeDuration(Syndrome.CRS, Grade.ONE, THREE_DAYS);

        assertThat(fits(longFever(), time(4, "07:59"), lasted)).isFalse();
        assertThat(fits(longFever(), time(4, "08:00"), lasted)).isTrue();
        assertThat(since(longFever(), time(4, "10:00"), lasted)).isEqualTo(time(4, "08:00"));
    }

    @Test
    void anotherGradeInBetweenBeginsTheTimeAnew() {
        var lasted = new GradeDuration(Syndrome.CRS, Grade.ONE, THREE_DAYS);
        var worse = longFever()
                .at(2, "10:00", Kind.VITAL_SIGNS, "'systolic': 84")
                .at(2, "11:00", Kind.VITAL_SIGNS, "'systolic': 120");

        assertThat(fits(worse, time(4, "12:00"), lasted)).isFalse();
    }

    @Test
    void aFeverHasLastedFromTheHourOn() {
        var lasted = new FeverDuration(THREE_DAYS);

        assertThat(fits(longFever(), time(4, "07:59"), lasted)).isFalse();
        assertThat(fits(longFever(), time(4, "08:00"), lasted)).isTrue();
        assertThat(fits(longFever(), time(5, "09:00"), lasted)).isTrue();
        assertThat(fits(longFever(), time(5, "09:01"), lasted)).isFalse();
    }

    @Test
    void aDayWithoutFeverBeginsTheFeverAnew() {
        var lasted = new FeverDuration(THREE_DAYS);
        var again = CaseNotes.begin()
                .temperature(1, "08:00", "39")
                .temperature(2, "08:01", "39")
                .temperature(3, "08:00", "39")
                .temperature(4, "07:00", "39");

        assertThat(fits(again, time(4, "08:00"), lasted)).isFalse();
    }

    private static DoseCount tocilizumab(int atLeast, int atMost, DoseStart since) {
        return new DoseCount(Drug.TOCILIZUMAB, atLeast, atMost, Optional.empty(), since);
    }

    private static DoseRequirement given(DoseCount... any) {
        return new DoseRequirement(List.of(any), true);
    }

    @Test
    void dosesAreCountedSinceTheInfusion() {
        var notes = febrile()
                .drug(-1, "08:00", "tocilizumab")
                .drug(1, "09:00", "tocilizumab")
                .drug(1, "17:00", "tocilizumab");

        assertThat(fits(notes, time(1, "08:59"), given(tocilizumab(0, 0, DoseStart.INFUSION))))
                .isTrue();
        assertThat(fits(notes, time(1, "16:59"), given(tocilizumab(2, 9, DoseStart.INFUSION))))
                .isFalse();
        assertThat(fits(notes, time(1, "17:00"), given(tocilizumab(2, 9, DoseStart.INFUSION))))
                .isTrue();
        assertThat(fits(notes, time(1, "17:00"), given(tocilizumab(0, 1, DoseStart.INFUSION))))
                .isFalse();
    }

    @Test
    void dosesAreCountedSinceTheOnsetOfTheCourse() {
        var notes = CaseNotes.begin()
                .drug(1, "07:00", "tocilizumab")
                .temperature(1, "08:00", "39")
                .drug(1, "09:00", "tocilizumab");

        assertThat(fits(notes, time(1, "10:00"), given(tocilizumab(1, 1, DoseStart.ONSET))))
                .isTrue();
        assertThat(fits(notes, time(1, "10:00"), given(tocilizumab(2, 9, DoseStart.ONSET))))
                .isFalse();
    }

    @Test
    void withoutACourseNothingIsCountedSinceItsOnset() {
        var well = CaseNotes.begin().drug(1, "07:00", "tocilizumab").temperature(1, "08:00", "36.8");
        var any = tocilizumab(0, 9, DoseStart.ONSET);

        assertThat(fits(well, time(1, "10:00"), given(any))).isFalse();
        assertThat(fits(well, time(1, "10:00"), new DoseRequirement(List.of(any), false)))
                .isTrue();
    }

    @Test
    void aDoseCountsWithinItsHours() {
        var within = new DoseCount(Drug.DEXAMETHASONE, 1, 9, Optional.of(Duration.ofHours(6)), DoseStart.INFUSION);
        var notes = CaseNotes.begin().drug(1, "08:00", "dexamethasone");

        assertThat(fits(notes, time(1, "14:00"), given(within))).isTrue();
        assertThat(fits(notes, time(1, "14:01"), given(within))).isFalse();
        assertThat(since(notes, time(1, "13:00"), given(within))).isEqualTo(time(1, "08:00"));
        var none = new DoseRequirement(List.of(within), false);
        assertThat(since(notes, time(1, "15:00"), none))
                .isEqualTo(time(1, "14:00").plusNanos(1000));
    }

    @Test
    void oneOfSeveralDrugsIsEnough() {
        var anakinra = new DoseCount(Drug.ANAKINRA, 1, 9, Optional.empty(), DoseStart.INFUSION);
        var notes = CaseNotes.begin().drug(1, "08:00", "anakinra");

        assertThat(fits(notes, time(1, "09:00"), given(tocilizumab(1, 9, DoseStart.INFUSION), anakinra)))
                .isTrue();
        assertThat(fits(notes, time(1, "09:00"), new DoseRequirement(List.of(anakinra), false)))
                .isFalse();
    }

    private static ItemRequirement item(AskableItem item, Optional<String> band, Optional<Integer> gradeMin) {
        return new ItemRequirement(List.of(new ItemSign(item, band, gradeMin)));
    }

    @Test
    void aFactBesideTheGradesHolds() {
        var fact = item(AskableItem.FEBRILE_NEUTROPENIA, Optional.empty(), Optional.empty());
        var notes = febrile().lab(1, "06:00", "neutrophils", "0.49 10*9/L");

        assertThat(fits(notes, time(1, "07:59"), fact)).isFalse();
        assertThat(fits(notes, time(1, "08:00"), fact)).isTrue();
        assertThat(fits(febrile().lab(1, "06:00", "neutrophils", "2.0 10*9/L"), time(1, "09:00"), fact))
                .isFalse();
        assertThat(since(notes, time(1, "12:00"), fact)).isEqualTo(time(1, "08:00"));
    }

    @Test
    void anItemThatIsNotKnownLeavesTheRowUnclear() {
        var fact = item(AskableItem.FEBRILE_NEUTROPENIA, Optional.empty(), Optional.empty());

        var current = prompts(febrile(), time(1, "09:00"), row("fn-1", fact));

        assertThat(current.prompts()).isEmpty();
        assertThat(current.unclear().getFirst().missing()).containsExactly("febrile-neutropenia: neutrophils");
    }

    @ParameterizedTest
    @CsvSource({"none, false", "ferritin-only, true", "features, false"})
    void aBandIsTheOneThatIsNamed(String band, boolean fits) {
        var notes = febrile()
                .lab(1, "06:00", "ferritin", "900 ng/mL", "-300")
                .lab(1, "06:00", "fibrinogen", "300 mg/dL")
                .lab(1, "06:00", "ast", "30 U/L", "-40")
                .lab(-2, "06:00", "platelets", "150 10*9/L")
                .lab(1, "06:00", "platelets", "140 10*9/L")
                .lab(-2, "06:00", "neutrophils", "3 10*9/L")
                .lab(1, "06:00", "neutrophils", "3 10*9/L")
                .lab(-2, "06:00", "haemoglobin", "11 g/dL")
                .lab(1, "06:00", "haemoglobin", "11 g/dL");

        assertThat(fits(notes, time(1, "09:00"), item(AskableItem.IEC_HS, Optional.of(band), Optional.empty())))
                .isEqualTo(fits);
    }

    @Test
    void aBandThatMayBeHigherLeavesTheHigherOneUnclear() {
        var pattern = item(AskableItem.IEC_HS, Optional.of("pattern"), Optional.empty());
        var none = item(AskableItem.IEC_HS, Optional.of("none"), Optional.empty());
        var notes = febrile().lab(1, "06:00", "ferritin", "900 ng/mL", "-300");

        var current = prompts(notes, time(1, "09:00"), row("h-1", pattern), row("h-2", none));

        assertThat(current.prompts()).isEmpty();
        assertThat(current.unclear()).extracting(each -> each.row().id()).containsExactly("h-1");
        assertThat(current.unclear().getFirst().missing()).contains("iec-hs: fibrinogen");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, true", "2, true"})
    void aGradeOfAnItemIsAtLeast(int least, boolean fits) {
        var notes = febrile().lab(1, "06:00", "neutrophils", "0.4 10*9/L");

        assertThat(fits(
                        notes,
                        time(1, "09:00"),
                        item(AskableItem.CTCAE_NEUTROPHILS, Optional.empty(), Optional.of(least))))
                .isEqualTo(fits);
    }

    @Test
    void aLowerGradeOfAnItemIsNotEnough() {
        var notes = febrile().lab(1, "06:00", "neutrophils", "0.6 10*9/L", "1.8-7");

        assertThat(fits(notes, time(1, "09:00"), item(AskableItem.CTCAE_NEUTROPHILS, Optional.empty(), Optional.of(4))))
                .isFalse();
    }

    @Test
    void anItemThatDoesNotApplyIsNotUnclear() {
        var late = item(AskableItem.ICAHT_LATE, Optional.empty(), Optional.of(1));

        assertThat(prompts(febrile(), time(1, "09:00"), row("r-1", late)).prompts())
                .isEmpty();
    }

    @Test
    void allPartsHoldTogether() {
        var at = time(1, "09:00");

        assertThat(fits(febrile(), at, crs(1, 1), new DayWindow(0, 3))).isTrue();
        assertThat(fits(febrile(), at, crs(1, 1), new DayWindow(2, 3))).isFalse();
        assertThat(fits(febrile(), at)).isTrue();
    }

    @Test
    void beforeTheInfusionNoRowFits() {
        assertThat(fits(CaseNotes.begin(), time(-1, "09:00"))).isFalse();
        assertThat(fits(CaseNotes.begin(), CaseNotes.INFUSION)).isTrue();
    }
}
