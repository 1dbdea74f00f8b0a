package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static health.vigil.context.CaseNotes.INFUSION;
import static health.vigil.context.CaseNotes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DischargeReadinessTest {
    private static final Instant NOW = time(8, "12:00");

    private static LineFinding line(CaseNotes notes, DischargeLine line, Instant at) {
        return notes.readiness(at).lines().get(List.of(DischargeLine.values()).indexOf(line));
    }

    private static LineFinding line(CaseNotes notes, DischargeLine line) {
        return line(notes, line, NOW);
    }

    private static Truth met(CaseNotes notes, DischargeLine line) {
        return line(notes, line).met();
    }

    /// A patient of day 8 who fulfils everything that the record decides.
    private static CaseNotes ready() {
        var notes = CaseNotes.begin()
                .baselineIce(10)
                .well(1, 7)
                .temperature(8, "08:00", "36.8")
                .ice(8, "08:00", 10);
        for (var clock : List.of("02:00", "06:00", "10:00")) {
            notes.at(8, clock, Kind.VITAL_SIGNS, "'spo2': 96, 'temperature': 36.6");
        }
        return notes.lab(7, "06:00", "ferritin", "900 ng/mL")
                .lab(8, "06:00", "ferritin", "700 ng/mL")
                .lab(7, "06:00", "crp", "20 mg/L")
                .lab(8, "06:00", "crp", "12 mg/L")
                .lab(8, "06:00", "neutrophils", "0.4 10*9/L")
                .lab(8, "06:00", "platelets", "30 10*9/L")
                .tick(8, "07:00", DischargeLine.COUNTS, true);
    }

    @ParameterizedTest
    @EnumSource
    void aWellPatientMeetsWhatTheRecordDecides(DischargeLine line) {
        var found = line(ready(), line);

        assertThat(found.met()).as(found.why()).isEqualTo(line.computed() ? Truth.YES : Truth.NO);
    }

    /// Readings at home are no good news: only a fever and a low SpO2 of them are read.
    @Test
    void aNormalReadingAtHomeMeetsNoLine() {
        var notes = CaseNotes.begin().well(1, 7);
        for (var clock : List.of("02:00", "06:00", "10:00")) {
            notes.at(8, clock, Kind.VITAL_SIGNS, "'spo2': 96, 'temperature': 36.6, 'setting': 'home'");
        }

        assertThat(met(notes, DischargeLine.FEVER)).isNotEqualTo(Truth.YES);

        notes.at(8, "11:00", Kind.VITAL_SIGNS, "'temperature': 38.4, 'setting': 'home'");

        assertThat(line(notes, DischargeLine.FEVER).why()).contains("38.4 Cel (home, not confirmed)");
    }

    @Test
    void beforeTheInfusionThereIsNoList() {
        assertThat(ready().readiness(INFUSION.minus(Duration.ofHours(1))).lines())
                .isEmpty();
        assertThat(ready().item("discharge-readiness", INFUSION.minus(Duration.ofHours(1)))
                        .reason())
                .contains("before the infusion");
    }

    @ParameterizedTest
    @CsvSource({
        "axi-cel,     6, NO",
        "axi-cel,     7, YES",
        "cilta-cel,   9, NO",
        "cilta-cel,  10, YES",
        "brexu-cel,  13, NO",
        "brexu-cel,  14, YES",
        "BREXU-CEL,  13, NO",
        "Tecartus,   13, NO",
        "Tecartus,   14, YES",
        "Carvykti,    9, NO",
        "CARVYKTI®,   9, NO",
        "cilta-cel (Carvykti), 9, NO",
        "cilta-cel (Carvykti), 10, YES",
        "Ciltacabtagene autoleucel 2nd lot, 9, NO",
        "Yescarta,    6, NO",
        "Yescarta,    7, YES",
        "Kymriah,     7, YES",
        "Breyanzi,    7, YES",
        "Abecma,      7, YES",
        "another,     7, YES"
    })
    void theFirstDayDependsOnTheProduct(String product, int day, Truth met) {
        var notes = CaseNotes.begin().product(product);

        assertThat(line(notes, DischargeLine.DAY, time(day, "00:00")).met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "Yescarta,              'day 8, first day 7 for Yescarta'",
        "cilta-cel (Carvykti),  'day 8, first day 10 for cilta-cel (Carvykti)'",
        "trial product,         'day 8, first day 7, the general day, because trial product has no day of its own'",
        "carvyktimab,           'day 8, first day 7, the general day, because carvyktimab has no day of its own'"
    })
    void theGeneralDayIsNamedForAProductThatIsNotKnown(String product, String why) {
        assertThat(line(CaseNotes.begin().product(product), DischargeLine.DAY).why())
                .isEqualTo(why);
    }

    @Test
    void anyNameOfAProductSetsItsDay() {
        var policy = new ContextPolicy(
                MilestoneTable.US_2025,
                false,
                List.of(),
                EarliestDischarge.of(7, List.of("Yescarta:9", "local-cel:12")));

        assertThat(line(CaseNotes.begin().policy(policy), DischargeLine.DAY).met())
                .isEqualTo(Truth.NO);
        assertThat(line(CaseNotes.begin().policy(policy).product("Local-Cel, arm B"), DischargeLine.DAY)
                        .why())
                .isEqualTo("day 8, first day 12 for Local-Cel, arm B");
    }

    @Test
    void theFirstDayBeginsAtMidnight() {
        var open = line(CaseNotes.begin(), DischargeLine.DAY, time(6, "23:59"));

        assertThat(open.met()).isEqualTo(Truth.NO);
        assertThat(open.until()).contains(time(7, "00:00"));
        assertThat(line(CaseNotes.begin(), DischargeLine.DAY, time(7, "00:00")).since())
                .contains(time(7, "00:00"));
    }

    @Test
    void theHospitalSetsTheFirstDay() {
        var policy = new ContextPolicy(
                MilestoneTable.US_2025, false, List.of(), EarliestDischarge.of(3, List.of("axi-cel:5")));

        assertThat(line(CaseNotes.begin().policy(policy), DischargeLine.DAY, time(4, "12:00"))
                        .met())
                .isEqualTo(Truth.NO);
        assertThat(line(CaseNotes.begin().policy(policy).product("other"), DischargeLine.DAY, time(4, "12:00"))
                        .met())
                .isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cilta-cel", "cilta-cel:", ":10", "cilta-cel:1000", "cilta-cel:366", "-:5"})
    void whatIsNoDayOfDischargeIsRefused(String text) {
        assertThatThrownBy(() -> EarliestDischarge.of(7, List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProductHasOneDayOfDischarge() {
        assertThatThrownBy(() -> EarliestDischarge.of(7, List.of("a:1", "A:2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EarliestDischarge.of(7, List.of("cilta-cel:10", "Carvykti:12")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The last 38.0 was 47 h 50 min ago.
    @ParameterizedTest
    @CsvSource({"12:10, 38.0, NO", "12:10, 37.9, YES", "12:00, 38.0, YES", "12:01, 38.0, NO"})
    void noFeverForFortyEightHours(String clock, String celsius, Truth met) {
        var found = line(ready().temperature(6, clock, celsius), DischargeLine.FEVER);

        assertThat(found.met()).as(found.why()).isEqualTo(met);
        if (met == Truth.NO) {
            assertThat(found.until()).contains(time(8, clock));
            assertThat(found.since()).contains(time(6, clock));
        }
    }

    @Test
    void theLastFeverIsNamed() {
        assertThat(line(ready().temperature(6, "12:10", "38.0"), DischargeLine.FEVER)
                        .why())
                .isEqualTo("38 Cel 47 h 50 min ago, and 48 h have to pass");
    }

    @Test
    void threeTemperaturesOfOneDayAreNeeded() {
        var notes = CaseNotes.begin()
                .temperature(7, "12:00", "36.8")
                .temperature(8, "02:00", "36.8")
                .temperature(8, "03:00", "36.8");

        assertThat(met(notes, DischargeLine.FEVER)).isEqualTo(Truth.YES);
        var later = line(notes, DischargeLine.FEVER, NOW.plusSeconds(60));
        assertThat(later.met()).isEqualTo(Truth.NO);
        assertThat(later.why()).isEqualTo("2 temperatures in 24 h, the last 9 h 1 min ago");
        assertThat(later.until()).isEmpty();
    }

    @Test
    void oneTemperatureIsNotCountedLikeSeveral() {
        var notes = CaseNotes.begin().temperature(8, "03:00", "36.8");

        assertThat(line(notes, DischargeLine.FEVER, NOW).why()).startsWith("1 temperature in 24 h");
    }

    @Test
    void withoutATemperatureFeverIsNotKnown() {
        assertThat(met(CaseNotes.begin(), DischargeLine.FEVER)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aTemperatureThatCannotBeTrueIsNone() {
        assertThat(met(ready().temperature(8, "11:00", "48"), DischargeLine.FEVER))
                .isEqualTo(Truth.YES);
    }

    /// An antipyretic hides a fever.
    @ParameterizedTest
    @CsvSource({"01:00, NO", "00:00, NO"})
    void theLastAntipyreticWasMoreThanTwelveHoursAgo(String clock, Truth met) {
        var found = line(ready().drug(8, clock, "paracetamol"), DischargeLine.FEVER);

        assertThat(found.met()).isEqualTo(met);
        assertThat(found.until()).contains(time(8, clock).plus(Duration.ofHours(12)));
        assertThat(found.why()).startsWith("acetaminophen ");
        assertThat(met(ready().drug(7, "23:59", "paracetamol"), DischargeLine.FEVER))
                .isEqualTo(Truth.YES);
    }

    @Test
    void crsHasToBeKnownToBeZeroForFortyEightHours() {
        var notes = CaseNotes.begin().temperature(2, "12:00", "39").well(3, 8);
        var zero = notes.patient(NOW).situation().changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS && change.to() == Grade.ZERO)
                .map(GradeChange::at)
                .max(Instant::compareTo)
                .orElseThrow();

        var before =
                line(notes, DischargeLine.CRS, zero.plus(Duration.ofDays(2)).minusNanos(1000));
        assertThat(before.met()).isEqualTo(Truth.NO);
        assertThat(before.until()).contains(zero.plus(Duration.ofDays(2)));
        assertThat(line(notes, DischargeLine.CRS, zero.plus(Duration.ofDays(2))).met())
                .isEqualTo(Truth.YES);
        assertThat(line(notes, DischargeLine.CRS, time(2, "13:00")).why()).isEqualTo("CRS is 1");
    }

    @Test
    void crsThatIsNotKnownLeavesItsLineUnknown() {
        var notes = CaseNotes.begin().well(1, 5);

        assertThat(line(notes, DischargeLine.CRS).met()).isEqualTo(Truth.UNKNOWN);
        assertThat(line(notes, DischargeLine.CRS).why()).isEqualTo("CRS is not known");
    }

    @Test
    void aBolusForHypotensionHasToBeTwoDaysOld() {
        var bolus = "'volume': 500, 'reason': 'hypotension'";

        assertThat(met(ready().at(6, "12:01", Kind.FLUID_BOLUS, bolus), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.NO);
        assertThat(met(ready().at(6, "12:00", Kind.FLUID_BOLUS, bolus), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.YES);
        assertThat(met(
                        ready().at(8, "11:00", Kind.FLUID_BOLUS, "'volume': 500, 'reason': 'hydration'"),
                        DischargeLine.CIRCULATION))
                .isEqualTo(Truth.YES);
    }

    @Test
    void aVasopressorHasToBeOffForTwoDays() {
        var started = ready().at(4, "12:00", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'");
        var open = line(started, DischargeLine.CIRCULATION);

        assertThat(open.met()).isEqualTo(Truth.NO);
        assertThat(open.why()).isEqualTo("norepinephrine is running");
        assertThat(open.until()).isEmpty();
        var stopped = "'agent': 'norepinephrine', 'action': 'stopped'";
        assertThat(met(started.at(6, "12:00", Kind.VASOPRESSOR, stopped), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.YES);
        assertThat(met(started.at(6, "12:01", Kind.VASOPRESSOR, stopped), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.NO);
    }

    @ParameterizedTest
    @CsvSource({"92, YES", "91, NO"})
    void theLastThreeReadingsOfSpo2Count(int spo2, Truth met) {
        assertThat(met(ready().at(8, "11:00", Kind.VITAL_SIGNS, "'spo2': " + spo2), DischargeLine.CIRCULATION))
                .isEqualTo(met);
    }

    @Test
    void anOlderLowReadingOfSpo2DoesNotCount() {
        assertThat(met(ready().at(8, "01:00", Kind.VITAL_SIGNS, "'spo2': 85"), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.YES);
    }

    @Test
    void oxygenHasToBeOff() {
        var oxygen = "'device': 'nasal-cannula', 'flow': 2, 'reason': 'hypoxia'";

        var found = line(ready().at(8, "09:00", Kind.OXYGEN_THERAPY, oxygen), DischargeLine.CIRCULATION);

        assertThat(found.met()).isEqualTo(Truth.NO);
        assertThat(found.why()).isEqualTo("SpO2 with nasal-cannula");
        assertThat(met(
                        ready().at(7, "09:00", Kind.OXYGEN_THERAPY, oxygen)
                                .at(8, "01:00", Kind.OXYGEN_THERAPY, "'device': 'room-air'"),
                        DischargeLine.CIRCULATION))
                .isEqualTo(Truth.YES);
    }

    @Test
    void withFewerThanThreeReadingsOxygenIsNotKnown() {
        var notes = CaseNotes.begin().at(8, "11:00", Kind.VITAL_SIGNS, "'spo2': 97");

        assertThat(met(notes, DischargeLine.CIRCULATION)).isEqualTo(Truth.UNKNOWN);
        assertThat(line(notes, DischargeLine.CIRCULATION).why()).isEqualTo("1 of 3 readings of SpO2 in 48 h");
        assertThat(met(notes.at(8, "11:30", Kind.VITAL_SIGNS, "'spo2': 88"), DischargeLine.CIRCULATION))
                .isEqualTo(Truth.NO);
    }

    @ParameterizedTest
    @CsvSource({"9, 9, YES", "9, 8, NO", "10, 9, NO", "9, 10, YES"})
    void theScoreHasToBeAtItsBaseline(int baseline, int ice, Truth met) {
        var notes = CaseNotes.begin().well(1, 7).baselineIce(baseline);
        for (var clock : List.of("00:00", "06:00", "11:00")) {
            notes.ice(8, clock, ice);
        }

        assertThat(met(notes, DischargeLine.ICANS)).isEqualTo(met);
    }

    @Test
    void oneOfTheLastThreeScoresUnderTheBaselineIsNamed() {
        var notes = CaseNotes.begin().well(1, 8).ice(8, "09:00", 9).ice(8, "10:00", 10);

        assertThat(line(notes, DischargeLine.ICANS).why()).contains("ICE 9, baseline 10");
    }

    @Test
    void threeChecksAreNeeded() {
        var notes = CaseNotes.begin().ice(6, "08:00", 10).ice(6, "20:00", 10);

        var found = line(notes, DischargeLine.ICANS, time(6, "21:00"));

        assertThat(found.met()).isEqualTo(Truth.NO);
        assertThat(found.why()).contains("ICANS is 0 since").contains("2 of 3 checks with ICE");
    }

    @Test
    void changedHandwritingKeepsTheLineOpenUntilItIsAsBefore() {
        var changed = ready().at(8, "09:00", Kind.NEURO_CHECK, "'ice': 10, 'handwritingChange': true");

        assertThat(line(changed, DischargeLine.ICANS).why()).isEqualTo("the handwriting has changed");
        assertThat(met(
                        changed.at(8, "10:00", Kind.NEURO_CHECK, "'ice': 10, 'handwritingChange': false"),
                        DischargeLine.ICANS))
                .isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @CsvSource({"12:00, NO", "12:01, NO", "11:59, YES"})
    void tocilizumabWasMoreThanTwoDaysAgo(String clock, Truth met) {
        assertThat(met(ready().drug(6, clock, "tocilizumab"), DischargeLine.TREATMENT))
                .isEqualTo(met);
    }

    @Test
    void aSteroidNeedsATaperThatIsTicked() {
        var given = ready().drug(7, "08:00", "dexamethasone").drug(8, "08:00", "dexamethasone");

        assertThat(line(given, DischargeLine.TREATMENT).why())
                .isEqualTo("steroid 4 h ago, and no written taper is ticked");
        assertThat(met(given.tick(8, "09:00", DischargeLine.TREATMENT, true), DischargeLine.TREATMENT))
                .isEqualTo(Truth.YES);
        assertThat(met(given.tick(8, "10:00", DischargeLine.TREATMENT, false), DischargeLine.TREATMENT))
                .isEqualTo(Truth.NO);
    }

    @Test
    void aTaperThatWasTickedBeforeTheseDosesIsAnotherOne() {
        var notes = ready().drug(2, "08:00", "dexamethasone")
                .tick(2, "09:00", DischargeLine.TREATMENT, true)
                .drug(7, "08:00", "dexamethasone");

        assertThat(met(notes, DischargeLine.TREATMENT)).isEqualTo(Truth.NO);
    }

    @Test
    void aSteroidThatReplacesTheOwnIsNone() {
        var notes = ready().at(8, "08:00", Kind.MEDICATION, "'drug': 'hydrocortisone', 'indication': 'replacement'");

        assertThat(met(notes, DischargeLine.TREATMENT)).isEqualTo(Truth.YES);
    }

    /// Ferritin and CRP of two days, with the CRP falling; a baseline where it is given.
    @ParameterizedTest
    @CsvSource({
        "900 ng/mL, 1400 ng/mL,            , NO",
        "900 ng/mL, 1400 ng/mL,   480 ng/mL, NO",
        "900 ng/mL, 1400 ng/mL,   701 ng/mL, YES",
        "900 ng/mL, 1400 ng/mL,   700 ng/mL, NO",
        "1400 ng/mL, 900 ng/mL,            , YES",
        "900 ng/mL,  900 ng/mL,            , NO",
        "900 ng/mL, > 40000 ng/mL,         , NO",
        "> 40000 ng/mL, > 40000 ng/mL,     , UNKNOWN"
    })
    void ferritinHasToFallOrToBeUnderTwiceItsBaseline(String before, String last, String baseline, Truth met) {
        var notes = CaseNotes.begin()
                .lab(7, "06:00", "ferritin", before)
                .lab(8, "06:00", "ferritin", last)
                .lab(7, "06:00", "crp", "20 mg/L")
                .lab(8, "06:00", "crp", "12 mg/L");
        Optional.ofNullable(baseline).ifPresent(own -> notes.lab(-6, "06:00", "ferritin", own));

        assertThat(met(notes, DischargeLine.LATE_RISE)).isEqualTo(met);
    }

    @Test
    void anOldTrendIsNotKnown() {
        var notes = CaseNotes.begin()
                .lab(4, "06:00", "ferritin", "900 ng/mL")
                .lab(5, "11:59", "ferritin", "800 ng/mL")
                .lab(4, "06:00", "crp", "20 mg/L")
                .lab(5, "12:00", "crp", "12 mg/L");

        assertThat(line(notes, DischargeLine.LATE_RISE).why())
                .isEqualTo("not two results of ferritin, the last in 72 h");
        assertThat(met(notes.lab(5, "12:00", "ferritin", "800 ng/mL"), DischargeLine.LATE_RISE))
                .isNotEqualTo(Truth.UNKNOWN);
    }

    @Test
    void countsHaveToBeKnownAndAreNoStop() {
        assertThat(met(CaseNotes.begin(), DischargeLine.COUNTS)).isEqualTo(Truth.UNKNOWN);
        assertThat(Stream.of(DischargeLine.values()).filter(line -> !line.asksForReason()))
                .containsExactly(DischargeLine.COUNTS);
    }

    @Test
    void aPlanOfTransfusionsIsKnownOnceAPersonTickedIt() {
        var counts = CaseNotes.begin()
                .lab(8, "06:00", "neutrophils", "0.4 10*9/L")
                .lab(8, "06:00", "platelets", "30 10*9/L");

        assertThat(line(counts, DischargeLine.COUNTS).met()).isEqualTo(Truth.UNKNOWN);
        assertThat(line(counts, DischargeLine.COUNTS).why())
                .isEqualTo("nobody ticked whether transfusions are planned");
        var none = line(counts.tick(8, "10:00", DischargeLine.COUNTS, false), DischargeLine.COUNTS);
        assertThat(none.met()).isEqualTo(Truth.YES);
        assertThat(none.why()).contains("no transfusions are planned");
        var some = line(counts.tick(8, "11:00", DischargeLine.COUNTS, true), DischargeLine.COUNTS);
        assertThat(some.met()).isEqualTo(Truth.YES);
        assertThat(some.why()).contains("; transfusions are planned");
    }

    @ParameterizedTest
    @EnumSource(names = {"INFECTION", "HOME", "TEACHING", "NEXT_VISIT"})
    void thePersonsLineIsMetByTheNewestTick(DischargeLine line) {
        assertThat(line(ready(), line).why()).isEqualTo("not ticked");
        var ticked = ready().tick(7, "10:00", line, false).tick(8, "10:00", line, true);
        assertThat(met(ticked, line)).isEqualTo(Truth.YES);
        assertThat(line(ticked, line).since()).contains(time(8, "10:00"));
        assertThat(line(ticked, line, time(8, "09:59")).met()).isEqualTo(Truth.NO);
        assertThat(met(ticked.tick(8, "11:00", line, false), line)).isEqualTo(Truth.NO);
    }

    @Test
    void aTickDoesNotMeetALineThatTheRecordDecides() {
        var tick =
                new ReadinessTick(new UUID(0, 1), DischargeLine.CRS, true, time(8, "10:00"), "nurse", Optional.empty());
        var situation = CaseNotes.begin().patient(NOW).situation();

        assertThat(DischargeReadiness.of(situation, List.of(tick)).lines(Truth.YES))
                .doesNotContain(DischargeLine.CRS);
    }

    @Test
    void theItemNamesWhatIsOpen() {
        var item = ready().item("discharge-readiness", NOW);

        assertThat(item.text()).contains("Day 8: open D-9, D-10, D-11, D-12");
        assertThat(item.facts()).extracting(Fact::name).startsWith("D-1", "D-2").endsWith("D-12");
        assertThat(item.holds()).isEmpty();
        assertThat(item.grade()).isEmpty();
    }

    @Test
    void everyLineHasItsIdAndReason() {
        for (var finding : new RandomNotes(7).draw().readiness(NOW).lines()) {
            assertThat(DischargeLine.of(finding.line().id())).contains(finding.line());
            assertThat(finding.why()).isNotBlank();
        }
        assertThat(DischargeLine.of("D-13")).isEmpty();
    }
}
