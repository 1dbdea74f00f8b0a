package health.vigil.context;

import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The pattern of IEC-HS with its worked cases and limits, and the lowest grade beside the physician's.
class IecHsTest {
    private static final String ID = "iec-hs";

    /// Ferritin is high, and everything else is known and normal: two counts each, liver and fibrinogen.
    private static CaseNotes highFerritin() {
        return CaseNotes.begin()
                .lab(5, "08:00", "ferritin", "5000 ng/mL", "-300")
                .lab(5, "08:00", "alt", "30 U/L", "-56")
                .lab(5, "08:00", "ast", "30 U/L", "-40")
                .lab(5, "08:00", "fibrinogen", "300 mg/dL", "200-400")
                .lab(4, "08:00", "platelets", "100 10*9/L")
                .lab(5, "08:00", "platelets", "100 10*9/L")
                .lab(4, "08:00", "neutrophils", "1.0 10*9/L")
                .lab(5, "08:00", "neutrophils", "1.0 10*9/L")
                .lab(4, "08:00", "haemoglobin", "9 g/dL")
                .lab(5, "08:00", "haemoglobin", "9 g/dL");
    }

    /// CRS was 1 on day 2 and has ended.
    private static CaseNotes afterCrs(CaseNotes notes) {
        return notes.temperature(2, "08:00", "38.5")
                .temperature(4, "08:00", "36.8")
                .temperature(5, "08:00", "36.8");
    }

    private static String band(CaseNotes notes) {
        return notes.item(ID, 5, "12:00").band().orElse("null");
    }

    private static Optional<Boolean> fact(ContextItem item, String name) {
        return item.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .flatMap(Fact::holds);
    }

    private static CaseNotes first() {
        return CaseNotes.begin()
                .temperature(4, "08:00", "39.0")
                .lab(4, "12:00", "ferritin", "4500 ng/mL", "-300")
                .drug(4, "13:00", "tocilizumab")
                .lab(5, "06:00", "platelets", "72 10*9/L")
                .lab(5, "11:30", "ferritin", "12800 ng/mL", "-300")
                .lab(5, "11:30", "fibrinogen", "1.2 g/L")
                .lab(5, "11:30", "platelets", "38 10*9/L")
                .lab(5, "11:30", "ast", "185 U/L", "-40")
                .at(
                        5,
                        "11:00",
                        Kind.OXYGEN_THERAPY,
                        "'device': 'high-flow-nasal-cannula', 'flow': 40, 'reason': 'hypoxia'");
    }

    @Test
    void inSpiteOfTocilizumabItIsThePattern() {
        var item = first().item(ID, 5, "12:00");

        assertThat(item.band()).contains("pattern");
        assertThat(fact(item, "R")).contains(true);
        assertThat(fact(item, "H")).contains(false);
        assertThat(fact(item, "F")).contains(true);
        assertThat(fact(item, "C")).contains(true);
        assertThat(fact(item, "T")).contains(true);
        assertThat(item.numbers().get("leastGrade")).isEqualTo(BigDecimal.ONE);
        assertThat(item.grade()).isEmpty();
    }

    @Test
    void whatBeginsAfterThePatternRaisesTheLeastGrade() {
        var pressor = first().at(5, "12:30", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'");
        var again = first().at(5, "12:10", Kind.OXYGEN_THERAPY, "'device': 'room-air'")
                .at(5, "12:20", Kind.OXYGEN_THERAPY, "'device': 'simple-mask', 'reason': 'hypoxia'");
        var same = first().at(
                        5,
                        "12:20",
                        Kind.OXYGEN_THERAPY,
                        "'device': 'high-flow-nasal-cannula', 'flow': 50, 'reason': 'hypoxia'");

        assertThat(pressor.item(ID, 5, "13:00").numbers().get("leastGrade")).isEqualTo(new BigDecimal(3));
        assertThat(again.item(ID, 5, "13:00").numbers().get("leastGrade")).isEqualTo(new BigDecimal(3));
        assertThat(same.item(ID, 5, "13:00").numbers().get("leastGrade")).isEqualTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        medication     | 'drug': 'anakinra', 'indication': 'iec-hs'               | 2
        medication     | 'drug': 'anakinra', 'indication': 'crs'                  | 1
        transfusion    | 'product': 'cryoprecipitate', 'reason': 'count'          | 2
        transfusion    | 'product': 'fibrinogen', 'reason': 'count'               | 2
        transfusion    | 'product': 'red-cells', 'reason': 'count'                | 1
        transfusion    | 'product': 'red-cells', 'reason': 'bleeding'             | 3
        oxygen-therapy | 'device': 'bipap', 'reason': 'hypoxia'                   | 4
        oxygen-therapy | 'device': 'bipap', 'reason': 'sleep-apnoea'              | 1
        fluid-bolus    | 'volume': 500, 'reason': 'hypotension'                   | 3
        fluid-bolus    | 'volume': 500, 'reason': 'hydration'                     | 1
        vital-signs    | 'systolic': 80                                           | 3
        death          | 'cause': 'iec-hs'                                        | 5
        """)
    void recordedFactsFitALeastGrade(String kind, String fields, int least) {
        var word = Word.of(Kind.class, kind).orElseThrow();

        var item = first().at(5, "13:00", word, fields).item(ID, 5, "14:00");

        assertThat(item.numbers().get("leastGrade")).isEqualTo(new BigDecimal(least));
    }

    @ParameterizedTest
    @CsvSource({"13:29, 3", "13:30, 4"})
    void twoVasopressorsCountOnceTheyRanTogether(String clock, int least) {
        var notes = first().at(5, "12:30", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'")
                .at(5, "13:00", Kind.VASOPRESSOR, "'agent': 'epinephrine', 'action': 'started'");

        assertThat(notes.item(ID, 5, clock).numbers().get("leastGrade")).isEqualTo(new BigDecimal(least));
    }

    @Test
    void aChangedRateDoesNotInterruptTheTimeTogether() {
        var notes = first().at(5, "12:30", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'")
                .at(5, "13:00", Kind.VASOPRESSOR, "'agent': 'epinephrine', 'action': 'started'");
        for (var clock : List.of("13:10", "13:20", "13:29")) {
            notes.at(5, clock, Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'changed'");
        }
        var interrupted = notes.item(ID, 5, "13:29").numbers().get("leastGrade");

        notes.at(5, "13:40", Kind.VASOPRESSOR, "'agent': 'epinephrine', 'action': 'stopped'");

        assertThat(interrupted).isEqualTo(new BigDecimal(3));
        assertThat(notes.item(ID, 5, "15:00").numbers().get("leastGrade")).isEqualTo(new BigDecimal(4));
    }

    @Test
    void twoVasopressorsThatRanTogetherForLessDoNotCount() {
        var notes = first().at(5, "12:30", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'")
                .at(5, "13:00", Kind.VASOPRESSOR, "'agent': 'epinephrine', 'action': 'started'")
                .at(5, "13:29", Kind.VASOPRESSOR, "'agent': 'epinephrine', 'action': 'stopped'");

        assertThat(notes.item(ID, 5, "15:00").numbers().get("leastGrade")).isEqualTo(new BigDecimal(3));
    }

    @ParameterizedTest
    @CsvSource({"1.19, 1", "1.2, 3"})
    void creatinineOfOneAndAHalfBaselinesIsNewOnce(String value, int least) {
        var notes = first().lab(-7, "08:00", "creatinine", "0.8 mg/dL");

        assertThat(notes.lab(5, "13:00", "creatinine", value + " mg/dL")
                        .item(ID, 5, "14:00")
                        .numbers()
                        .get("leastGrade"))
                .isEqualTo(new BigDecimal(least));
        assertThat(notes.lab(5, "09:00", "creatinine", "1.3 mg/dL")
                        .item(ID, 5, "14:00")
                        .numbers()
                        .get("leastGrade"))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void theGradeIsThePhysicians() {
        var notes = first().at(
                        5,
                        "13:00",
                        Kind.SYNDROME_ASSESSMENT,
                        "'syndrome': 'iec-hs', 'present': true, 'grade': 2, 'basis': 'ferritin and fibrinogen'");

        assertThat(notes.item(ID, 5, "14:00").grade()).contains(2);
        assertThat(notes.at(
                                5,
                                "15:00",
                                Kind.SYNDROME_ASSESSMENT,
                                "'syndrome': 'iec-hs', 'present': false, 'basis': 'infection'")
                        .item(ID, 5, "16:00")
                        .grade())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, none", "600.1, ferritin-only"})
    void ferritinHasToBeAboveTwiceItsLimit(String ferritin, String band) {
        var notes = CaseNotes.begin()
                .lab(-3, "08:00", "ferritin", "480 ng/mL", "-300")
                .lab(5, "08:00", "ferritin", ferritin + " ng/mL", "-300");

        assertThat(band(notes)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"250, none", "249.9, ferritin-only"})
    void orAboveTwiceTheOwnBaseline(String baseline, String band) {
        var notes = CaseNotes.begin()
                .lab(-7, "09:00", "ferritin", baseline + " ng/mL", "-300")
                .lab(5, "08:00", "ferritin", "500 ng/mL", "-300");

        assertThat(band(notes)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 20:00, 250,   ferritin-only",
        "3, 20:00, 250,   ferritin-only",
        "4, 20:01, 250,   none",
        "3, 19:59, 250,   none",
        "4, 20:00, 250.1, none"
    })
    void orDoublingWithinADayAndAHalf(int day, String clock, String before, String band) {
        var notes = CaseNotes.begin()
                .lab(day, clock, "ferritin", before + " ng/mL", "-300")
                .lab(5, "08:00", "ferritin", "500 ng/mL", "-300");

        assertThat(notes.item(ID, 5, "12:00").band().orElse("null")).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"200-400, pattern", "'', ferritin-only"})
    void fibrinogenIsLowUnderItsOwnLimitToo(String limits, String band) {
        var notes = afterCrs(highFerritin()).lab(5, "09:00", "fibrinogen", "150 mg/dL", limits);

        assertThat(band(notes)).isEqualTo(band);
        assertThat(band(notes.lab(5, "10:00", "fibrinogen", "149.9 mg/dL"))).isEqualTo("pattern");
    }

    @ParameterizedTest
    @CsvSource({"280, ferritin-only", "281, features"})
    void theLiverCountsAboveFiveTimesItsLimit(String alt, String band) {
        assertThat(band(highFerritin().lab(5, "09:00", "alt", alt + " U/L", "-56")))
                .isEqualTo(band);
    }

    @Test
    void aBoundOfTheLiverThatDoesNotDecideIsNotKnown() {
        var item = highFerritin().lab(5, "09:00", "ast", "> 150 U/L", "-40").item(ID, 5, "12:00");

        assertThat(fact(item, "H")).isEmpty();
        assertThat(item.bandAtLeast()).isTrue();
        assertThat(item.missing()).containsExactly("ALT or AST");
    }

    @ParameterizedTest
    @CsvSource({"600, ferritin-only", "601, features"})
    void aHighBaselineOfTheLiverIsItsLimit(String alt, String band) {
        var notes =
                highFerritin().lab(-3, "08:00", "alt", "120 U/L", "-56").lab(5, "09:00", "alt", alt + " U/L", "-56");

        assertThat(band(notes)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"600, ferritin-only", "601, features"})
    void aBaselineAfterLymphodepletionStandsInWhereThereIsNone(String alt, String band) {
        var notes = highFerritin()
                .lymphodepletion(-5)
                .lab(-1, "08:00", "alt", "120 U/L", "-56")
                .lab(5, "09:00", "alt", alt + " U/L", "-56");

        assertThat(band(notes)).isEqualTo(band);
    }

    @Test
    void anEasedCrsMakesItThePattern() {
        var notes = highFerritin().lab(5, "09:00", "alt", "281 U/L", "-56");

        assertThat(band(notes)).isEqualTo("features");
        assertThat(band(afterCrs(notes))).isEqualTo("pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "platelets,   49.9 10*9/L, true",
        "platelets,   50 10*9/L,   false",
        "neutrophils, 0.5 10*9/L,  true",
        "neutrophils, 0.51 10*9/L, false",
        "haemoglobin, 7.9 g/dL,    true",
        "haemoglobin, 8.0 g/dL,    false"
    })
    void aCountCountsThatWasBetterInTheWeekBefore(String analyte, String value, boolean counts) {
        var item = highFerritin().lab(5, "09:00", analyte, value).item(ID, 5, "12:00");

        assertThat(fact(item, "C")).contains(counts);
        assertThat(item.band()).contains(counts ? "features" : "ferritin-only");
    }

    @Test
    void aCountThatHasLongBeenLowHasNotFallen() {
        var notes = CaseNotes.begin();
        for (int day = -3; day <= 5; day++) {
            notes.lab(day, "08:00", "platelets", "20 10*9/L")
                    .lab(day, "08:00", "neutrophils", "0.2 10*9/L")
                    .lab(day, "08:00", "haemoglobin", "7 g/dL");
        }

        assertThat(fact(notes.item(ID, 5, "12:00"), "C")).contains(false);
        notes.drug(2, "08:00", "filgrastim").drug(3, "08:00", "filgrastim");
        assertThat(fact(notes.item(ID, 5, "12:00"), "C")).contains(false);
        assertThat(fact(notes.drug(4, "08:00", "filgrastim").item(ID, 5, "12:00"), "C"))
                .contains(true);
    }

    @Test
    void haemophagocytosisCountsWhileItStands() {
        var notes = highFerritin().finding(4, "08:00", "haemophagocytosis", true);

        assertThat(band(notes)).isEqualTo("features");
        assertThat(band(notes.finding(5, "08:00", "haemophagocytosis", false))).isEqualTo("ferritin-only");
    }

    @ParameterizedTest
    @CsvSource({"2501, false", "2500, true"})
    void ferritinHasToDoubleAfterADose(String before, boolean doubled) {
        var notes = CaseNotes.begin()
                .lab(4, "08:00", "ferritin", before + " ng/mL", "-300")
                .drug(4, "09:00", "tocilizumab")
                .lab(5, "08:00", "ferritin", "5000 ng/mL", "-300");

        assertThat(fact(notes.item(ID, 5, "12:00"), "T")).contains(doubled);
    }

    @ParameterizedTest
    @CsvSource({"20:59, false", "21:00, true"})
    void aDoseCountsFromTwelveHoursOn(String clock, boolean counts) {
        var notes = CaseNotes.begin()
                .lab(4, "08:00", "ferritin", "2000 ng/mL", "-300")
                .drug(5, "09:00", "anakinra")
                .lab(5, "20:00", "ferritin", "5000 ng/mL", "-300");

        assertThat(fact(notes.item(ID, 5, clock), "T")).contains(counts);
    }

    @Test
    void aSteroidIsNoAntiCytokineDose() {
        var notes = CaseNotes.begin()
                .lab(4, "08:00", "ferritin", "2000 ng/mL", "-300")
                .drug(4, "09:00", "dexamethasone")
                .lab(5, "08:00", "ferritin", "5000 ng/mL", "-300");

        assertThat(fact(notes.item(ID, 5, "12:00"), "T")).contains(false);
    }

    @Test
    void whatIsNotKnownLeavesTheLeast() {
        var item = CaseNotes.begin()
                .lab(5, "08:00", "ferritin", "> 40000 ng/mL", "-300")
                .item(ID, 5, "12:00");

        assertThat(item.band()).contains("ferritin-only");
        assertThat(item.bandAtLeast()).isTrue();
        assertThat(item.missing()).contains("fibrinogen");
        assertThat(item.missing()).contains("ALT or AST");
        assertThat(item.missing()).contains("platelets with one before");
        assertThat(highFerritin().item(ID, 5, "12:00").bandAtLeast()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ldh,              251 U/L,     -250, true",
        "ldh,              250 U/L,     -250, false",
        "inr,              1.3 1,       -1.2, true",
        "aptt,             40 s,        -38,  true",
        "direct-bilirubin, 0.4 mg/dL,   -0.3, true",
        "triglycerides,    265 mg/dL,   '',   false",
        "triglycerides,    265.1 mg/dL, '',   true",
        "creatinine,       1.2 mg/dL,   '',   true",
        "creatinine,       1.19 mg/dL,  '',   false"
    })
    void otherResultsAreListedAndNeverCount(String analyte, String result, String limits, boolean holds) {
        var notes = highFerritin().lab(-7, "08:00", "creatinine", "0.8 mg/dL");

        var item = notes.lab(5, "09:00", analyte, result, limits).item(ID, 5, "12:00");

        assertThat(fact(item, analyte)).contains(holds);
        assertThat(item.band()).contains("ferritin-only");
        assertThat(item.bandAtLeast()).isFalse();
    }

    @Test
    void splenomegalyFeverIcansAndOxygenAreListedAndNeverCount() {
        var item = highFerritin()
                .finding(5, "08:00", "splenomegaly", true)
                .temperature(5, "08:00", "38.0")
                .ice(5, "08:00", 8)
                .at(5, "08:00", Kind.OXYGEN_THERAPY, "'device': 'simple-mask', 'reason': 'hypoxia'")
                .item(ID, 5, "12:00");

        assertThat(List.of("splenomegaly", "fever", "icans", "oxygen"))
                .allMatch(name -> fact(item, name).orElse(false));
        assertThat(item.band()).contains("ferritin-only");
    }

    @Test
    void whatIsLeftOutIsTold() {
        var item =
                CaseNotes.begin().lab(1, "08:00", "ferritin", "1 mg/L", "-300").item(ID, 1, "12:00");

        assertThat(item.notes().getFirst()).isEqualTo("ferritin in mg/L is left out: no score reads this unit");
        assertThat(item.band()).isEmpty();
        assertThat(item.missing().getFirst()).isEqualTo("ferritin");
    }

    @Test
    void withoutFerritinOrItsLimitNothingIsKnown() {
        assertThat(band(CaseNotes.begin())).isEqualTo("null");
        assertThat(band(CaseNotes.begin().lab(5, "08:00", "ferritin", "500 ng/mL")))
                .isEqualTo("null");
        assertThat(band(CaseNotes.begin().lab(3, "11:59", "ferritin", "5000 ng/mL", "-300")))
                .isEqualTo("null");
    }

    /// A published patient of 22 years: tocilizumab up to day 2, well; on day 11 fever, oxygen and ferritin to
    /// 800,000.
    @Test
    void aCourseThatHasEndedMakesItThePattern() {
        var notes = CaseNotes.begin()
                .temperature(1, "08:00", "39")
                .drug(1, "10:00", "tocilizumab")
                .drug(1, "20:00", "tocilizumab")
                .drug(2, "08:00", "tocilizumab")
                .well(2, 10)
                .temperature(11, "08:00", "39.5")
                .at(
                        11,
                        "08:00",
                        Kind.OXYGEN_THERAPY,
                        "'device': 'high-flow-nasal-cannula', 'flow': 50, 'reason': 'hypoxia'")
                .lab(11, "09:00", "ferritin", "800000 ng/mL", "-300")
                .lab(11, "09:00", "ast", "900 U/L", "-40")
                .lab(11, "09:00", "fibrinogen", "0.9 g/L");

        var item = notes.item(ID, 11, "12:00");

        assertThat(item.band()).contains("pattern");
        assertThat(fact(item, "T")).contains(true);
    }
}
